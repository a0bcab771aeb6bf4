import { fileAnswer, noFile } from "@/app/_kit/rendition-answer";
import { previewFile } from "@/domain/articles/preview-opening";

type Context = { params: Promise<{ link: string; signature: string; key: string }> };

/** A file of a story that somebody outside previews, as long as their link works. Kept by nobody. */
async function serve(request: Request, { params }: Context): Promise<Response> {
  const { link, signature, key } = await params;
  const found = await previewFile(link, signature, key);
  return found ? fileAnswer(request, found, "private, no-store") : noFile();
}

export { serve as GET, serve as HEAD };

import { answer } from "@/app/_kit/endpoint";
import { fileResponse } from "@/app/_kit/file-response";
import { noFile } from "@/app/_kit/rendition-answer";
import { attachment } from "@/domain/media/filename";
import { readOriginal } from "@/domain/media/originals";

/** The untouched upload, for staff to save: `?former=` one that it had before it was replaced. Never shown, never kept on the way. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return answer(request, async (actor) => {
    const former = new URL(request.url).searchParams.get("former") ?? undefined;
    const { filename, ...original } = await readOriginal(actor, id, former);
    const response = await fileResponse(request, original, {
      "cache-control": "private, no-store",
      "content-disposition": attachment(filename),
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
    });
    return response ?? noFile();
  });
}

import { fileAnswer, noFile } from "@/app/_kit/rendition-answer";
import { findActor } from "@/app/_kit/session";
import { publicRendition, staffRendition } from "@/domain/media/serving";
import { can } from "@/domain/people/staff";

type Context = { params: Promise<{ key: string[] }> };

/** A file of a picture: to everyone while a live story shows it, else to staff alone; else it is not there. */
async function serve(request: Request, { params }: Context): Promise<Response> {
  const key = (await params).key.join("/");
  // Asked first and without a session, so that what readers get never depends on who they are.
  const published = await publicRendition(key);
  if (published) return fileAnswer(request, published, "public, max-age=31536000, immutable");
  const actor = await findActor();
  const unpublished = actor && can(actor, "asset.read") && (await staffRendition(actor, key));
  return unpublished ? fileAnswer(request, unpublished, "private, no-store") : noFile();
}

export { serve as GET, serve as HEAD };

import { fileAnswer, noFile } from "@/app/_kit/rendition-answer";
import { findActor } from "@/app/_kit/session";
import { publicRendition, staffRendition } from "@/domain/media/serving";
import { can } from "@/domain/people/staff";
import { now } from "@/lib/clock";

type Context = { params: Promise<{ key: string[] }> };

/** A file of a picture: to everyone while a live story shows it, else to staff alone; else it is not there. */
async function serve(request: Request, { params }: Context): Promise<Response> {
  const key = (await params).key.join("/");
  // Asked first and without a session, so that what readers get never depends on who they are.
  const published = await publicRendition(key);
  if (published) return fileAnswer(request, published, keptFor(published.until));
  const actor = await findActor();
  const unpublished = actor && can(actor, "asset.read") && (await staffRendition(actor, key));
  return unpublished ? fileAnswer(request, unpublished, "private, no-store") : noFile();
}

/** How long whoever gets a file may keep it: its bytes never change, but its rights may end. */
function keptFor(until: Date | null): string {
  if (!until) return "public, max-age=31536000, immutable";
  const left = Math.floor((until.getTime() - now().getTime()) / 1000);
  return `public, max-age=${Math.max(0, Math.min(left, 31_536_000))}`;
}

export { serve as GET, serve as HEAD };

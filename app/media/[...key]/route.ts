import { fileResponse } from "@/app/_kit/file-response";
import { findActor } from "@/app/_kit/session";
import { publicRendition, type ServedFile, staffRendition } from "@/domain/media/serving";

type Context = { params: Promise<{ key: string[] }> };

/** A file of a picture: to everyone while a live story shows it, else to staff alone; else it is not there. */
async function serve(request: Request, { params }: Context): Promise<Response> {
  const key = (await params).key.join("/");
  // Asked first and without a session, so that what readers get never depends on who they are.
  const published = await publicRendition(key);
  if (published) return answerWith(request, published, "public, max-age=31536000, immutable");
  const actor = await findActor();
  const unpublished = actor && (await staffRendition(actor, key));
  return unpublished ? answerWith(request, unpublished, "private, no-store") : nothing();
}

async function answerWith(request: Request, { key, file, type }: ServedFile, caching: string): Promise<Response> {
  const headers = {
    "cache-control": caching,
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": caching.startsWith("public") ? "cross-origin" : "same-origin",
  };
  const response = await fileResponse(request, { file, tag: key, type }, headers);
  if (!response) console.error(`The file of the rendition ${key} is missing from DATA_DIR`);
  return response ?? nothing();
}

function nothing(): Response {
  return new Response("Not found\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}

export { serve as GET, serve as HEAD };

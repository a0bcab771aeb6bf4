import { answer } from "@/app/_kit/endpoint";
import { readAsset } from "@/domain/media/desk";
import { refuseTooLarge } from "@/domain/media/files";
import { uploadAsset } from "@/domain/media/upload";
import { Refusal } from "@/lib/refusal";

/**
 * Takes one file: it is the body, its name stands in `?filename=`. Answers the AssetSummary with 201, or 200 if these bytes were
 * in the library before; or why not: 413 too large, 415 not of a kind that is taken, 422 damaged.
 */
export function POST(request: Request): Promise<Response> {
  return answer(request, async (actor) => {
    refuseTooLarge(Number(request.headers.get("content-length") ?? 0));
    if (!request.body) throw new Refusal("invalid", "This file is empty.");
    const filename = new URL(request.url).searchParams.get("filename") ?? "";
    const { id, existed } = await uploadAsset(actor, { filename, bytes: request.body });
    return Response.json(await readAsset(actor, id), {
      status: existed ? 200 : 201,
      headers: { "cache-control": "private, no-store" },
    });
  });
}

import { endpoint } from "@/app/_kit/endpoint";
import { readAsset } from "@/domain/media/desk";
import { TakeUpload, takeUpload } from "@/domain/media/taking";

/**
 * Takes an upload that is whole into the library. Answers `{ asset, existed, restored }`, or `{ alike }` with the assets
 * that look like it: then nothing was taken until it is asked again with `keep`. Else why not: 415, 422, 413, 507.
 */
export const POST = endpoint(TakeUpload, async (actor, input) => {
  const taken = await takeUpload(actor, input);
  if ("alike" in taken) return { alike: await Promise.all(taken.alike.map((id) => readAsset(actor, id))) };
  const { assetId, existed, restored } = taken;
  return { asset: await readAsset(actor, assetId), existed, restored };
});

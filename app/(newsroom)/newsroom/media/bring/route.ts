import { endpoint } from "@/app/_kit/endpoint";
import { BringPicture, bringPicture } from "@/domain/media/bringing";
import { readAsset } from "@/domain/media/desk";

/** Takes the picture at `{ address }`, on another site, into the library. Answers the AssetSummary, or why not. */
export const POST = endpoint(BringPicture, async (actor, input) => {
  const { id } = await bringPicture(actor, input);
  return readAsset(actor, id);
});

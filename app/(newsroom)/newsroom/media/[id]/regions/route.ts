import { endpoint } from "@/app/_kit/endpoint";
import { PrepareUse } from "@/domain/media/crop";
import { prepareUse } from "@/domain/media/cropping";

/** Makes the copies of a part of a picture that a story is to show, and answers its CropSources. */
export const POST = endpoint(PrepareUse, prepareUse);

import sharp from "sharp";
import { carryTerms, NO_TERMS } from "@/domain/media/terms";
import { seeded } from "./kit";
import { type PictureKey, pictures } from "./pictures";

const GRAIN = 7;
const grain = (() => {
  const random = seeded(1871);
  return Int8Array.from({ length: 1 << 16 }, () => Math.round((random() + random() - 1) * GRAIN));
})();

/** One picture of the edition as a JPEG, which says whose it is, as those of an agency do. */
export function drawPicture(key: PictureKey): Promise<Buffer> {
  return printed(pictures[key].svg(), pictures[key].credit);
}

/** A drawing as a JPEG with the grain of uncoated paper. Each call gives the same bytes. */
async function printed(svg: string, credit: string): Promise<Buffer> {
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const random = seeded(data.length);
  for (let row = 0; row < info.height; row++) {
    // A new place in the noise for each row, or its repeats would show as stripes.
    let place = Math.floor(random() * grain.length);
    let byte = row * info.width * info.channels;
    for (let column = 0; column < info.width; column++) {
      const speck = grain[place++ & 0xffff] ?? 0;
      for (const end = byte + info.channels; byte < end; byte++) {
        const value = (data[byte] ?? 0) + speck;
        data[byte] = value < 0 ? 0 : value > 255 ? 255 : value;
      }
    }
  }
  const image = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  return carryTerms(image, { ...NO_TERMS, credit }, { format: "jpeg", width: info.width })
    .jpeg({ quality: 84, chromaSubsampling: "4:4:4" })
    .toBuffer();
}

import sharp from "sharp";
import { gif } from "@/domain/testing/odd-pictures";

/** A small file that unfolds to very many pixels, and whether the library has to take it. */
export type Bomb = { name: string; bytes: Buffer; isTaken: boolean };

/** How many are thrown at once. */
const MANY = 20;

/**
 * Twenty pixel bombs, no two of which are the same file. Most are as large as the library takes, of the formats that take
 * the most memory; the others are larger, and are to be refused before anything of them is decoded.
 */
export async function makeBombs(): Promise<Bomb[]> {
  const blank = (side: number) =>
    sharp({ create: { width: side, height: side, channels: 3, background: "#345" }, limitInputPixels: false });
  const [png, jpeg, webp, avif, larger] = await Promise.all([
    blank(10_000).png().toBuffer(),
    blank(9_990).jpeg({ progressive: true, quality: 40, chromaSubsampling: "4:4:4" }).toBuffer(),
    blank(9_980).webp({ quality: 10, effort: 0 }).toBuffer(),
    blank(6_000).avif({ quality: 30, effort: 0 }).toBuffer(),
    // Not a GIF: of one whose screen is beyond all reason libvips goes by its frames, which are small.
    blank(12_000).png().toBuffer(),
  ]);
  const kinds: Bomb[] = [
    { name: "bomb.png", bytes: png, isTaken: true },
    { name: "bomb.jpg", bytes: jpeg, isTaken: true },
    { name: "bomb.webp", bytes: webp, isTaken: true },
    { name: "bomb.avif", bytes: avif, isTaken: true },
    { name: "bomb.gif", bytes: gif(24, 2000, 2000), isTaken: true },
    { name: "too-large.png", bytes: larger, isTaken: false },
    { name: "too-long.gif", bytes: gif(1001, 100, 100), isTaken: false },
  ];
  return Array.from({ length: MANY }, (_, at) => {
    const { name, bytes, isTaken } = kinds[at % kinds.length] as Bomb;
    return { name: `${at}-${name}`, bytes: Buffer.concat([bytes, free(`bomb ${at} ${Date.now()}`)]), isTaken };
  });
}

/** What an AVIF may end with without being another picture; other formats are read no further than their end. */
function free(text: string): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(8 + Buffer.byteLength(text));
  return Buffer.concat([size, Buffer.from(`free${text}`)]);
}

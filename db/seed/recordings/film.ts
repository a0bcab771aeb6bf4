import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Output, WebMOutputFormat } from "mediabunny";
import sharp from "sharp";

const WIDTH = 640;
const HEIGHT = 360;

/**
 * Drawings one after the other, as a film: WebM, in which each frame is whole. Node has no encoder for films, but a picture
 * in WebP holds just such a frame.
 * @param draw answers the drawing for each frame, from 0, as SVG. @param rate frames a second.
 */
export async function filmOf(frames: number, rate: number, draw: (frame: number) => string): Promise<Buffer> {
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new EncodedVideoPacketSource("vp8");
  output.addVideoTrack(source, { frameRate: rate });
  await output.start();
  const meta = { decoderConfig: { codec: "vp8", codedWidth: WIDTH, codedHeight: HEIGHT } };
  for (let frame = 0; frame < frames; frame++) {
    const bytes = await frameOf(draw(frame));
    await source.add(new EncodedPacket(bytes, "key", frame / rate, 1 / rate), meta);
  }
  await output.finalize();
  if (!target.buffer) throw new Error("The film came to nothing.");
  return Buffer.from(target.buffer);
}

async function frameOf(svg: string): Promise<Uint8Array> {
  const webp = await sharp(Buffer.from(svg))
    .resize(WIDTH, HEIGHT, { fit: "cover" })
    .removeAlpha()
    .webp({ quality: 62, effort: 2 })
    .toBuffer();
  // "RIFF", its size, "WEBP", then chunks: each a name, a size and so many bytes, padded to be even.
  for (let at = 12; at < webp.length; ) {
    const size = webp.readUInt32LE(at + 4);
    if (webp.toString("latin1", at, at + 4) === "VP8 ") return webp.subarray(at + 8, at + 8 + size);
    at += 8 + size + (size % 2);
  }
  throw new Error("The picture holds no frame.");
}

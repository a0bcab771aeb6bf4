import sharp, { type Sharp } from "sharp";

/** The colours of the four quarters of `quarters`, from the top left on: such as every colour space has. */
export const QUARTERS = [
  [200, 60, 50],
  [60, 160, 80],
  [60, 80, 190],
  [220, 200, 120],
] as const;

/** A picture of four quarters, each of one colour. */
export function quarters(width = 400, height = 300): Sharp {
  const [half, middle] = [width / 2, height / 2];
  const inputs = QUARTERS.map(([r, g, b], at) => ({
    input: { create: { width: half, height: middle, channels: 3 as const, background: { r, g, b } } },
    left: (at % 2) * half,
    top: Math.floor(at / 2) * middle,
  }));
  return sharp({ create: { width, height, channels: 3, background: "#000" } }).composite(inputs);
}

/** How far a picture's quarters are from their colours, at the middle of each: the largest difference in any channel. */
export async function farthestQuarter(picture: Buffer): Promise<number> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const differences = QUARTERS.flatMap((colour, at) => {
    const x = Math.floor(info.width * (at % 2 ? 0.75 : 0.25));
    const y = Math.floor(info.height * (at < 2 ? 0.25 : 0.75));
    const from = (y * info.width + x) * info.channels;
    return colour.map((value, channel) => Math.abs(value - (data[from + channel] ?? 0)));
  });
  return Math.max(...differences);
}

/** The picture stored as a camera that was held in one of eight ways stores it: only its EXIF field says what is up. */
export async function stored(upright: Buffer, orientation: number): Promise<Buffer> {
  const turns: Record<number, (image: Sharp) => Sharp> = {
    1: (image) => image,
    2: (image) => image.flop(),
    3: (image) => image.rotate(180),
    4: (image) => image.flip(),
    5: (image) => image.rotate(270).flop(),
    6: (image) => image.rotate(270),
    7: (image) => image.rotate(90).flop(),
    8: (image) => image.rotate(90),
  };
  const turned = await (turns[orientation] as (image: Sharp) => Sharp)(sharp(upright)).png().toBuffer();
  return sharp(turned).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
}

/** A GIF of this many frames, each of one pixel on a screen of this size: a few bytes a frame. */
export function gif(frames: number, width = 1, height = 1): Buffer {
  const head = Buffer.from("GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff", "latin1");
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  const repeat = Buffer.from("!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0", "latin1");
  const control = Buffer.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0]);
  const frame = (at: number) =>
    Buffer.concat([control, Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, at % 2 ? 0x4c : 0x44, 1, 0])]);
  const all = Array.from({ length: frames }, (_, at) => frame(at));
  return Buffer.concat([head, repeat, ...all, Buffer.from([0x3b])]);
}

/** A picture of two frames that moves: with the time of each in milliseconds. */
export async function moving(delay: number[], width = 200, height = 100): Promise<Sharp> {
  const frames = await Promise.all(
    delay.map((_, at) =>
      sharp({ create: { width, height, channels: 3, background: at % 2 ? "#1030c0" : "#d01010" } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } });
}

/** An empty ZIP archive with a comment: what makes a file two things at once when it is put behind a picture. */
export function archive(): Buffer {
  const comment = Buffer.from("SecretArchive");
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([end, comment]);
}

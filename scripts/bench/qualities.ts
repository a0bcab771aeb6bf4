import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp, { type Sharp } from "sharp";
import { ssim } from "ssim.js";
import { photograph } from "./photograph";

// What each format, quality and effort gives of a photograph of 24 megapixels, by which the ladder of copies was chosen
// (docs/decisions/0027-copies-of-pictures.md): bytes, the processor's time, and how like it looks (SSIM, 1 is the same).
// Run by: npx tsx scripts/bench/qualities.ts

sharp.concurrency(1);
sharp.cache(false);

const WIDTHS = [480, 960, 1920];

type Encoder = { name: string; encode: (image: Sharp) => Sharp };
const ENCODERS: Encoder[] = [
  ...[70, 76, 80, 84].flatMap((quality) => [
    { name: `JPEG ${quality} progressive`, encode: (image: Sharp) => image.jpeg({ quality, progressive: true }) },
    { name: `JPEG ${quality} mozjpeg`, encode: (image: Sharp) => image.jpeg({ quality, mozjpeg: true }) },
  ]),
  ...[70, 74, 78, 82].flatMap((quality) =>
    [2, 4].map((effort) => ({
      name: `WebP ${quality} effort ${effort}`,
      encode: (image: Sharp) => image.webp({ quality, effort }),
    })),
  ),
  ...[46, 52, 58].flatMap((quality) =>
    [1, 2, 4].map((effort) => ({
      name: `AVIF ${quality} effort ${effort}`,
      encode: (image: Sharp) => image.avif({ quality, effort, chromaSubsampling: "4:2:0" }),
    })),
  ),
];

const folder = mkdtempSync(path.join(tmpdir(), "masthead-qualities-"));
try {
  const { data, width, height } = await photograph(6000);
  const original = path.join(folder, "original.jpg");
  writeFileSync(
    original,
    await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 92 })
      .toBuffer(),
  );
  console.log("| width | copy | bytes | ms | SSIM |\n|---|---|---|---|---|");
  for (const target of WIDTHS) {
    const size = { width: target, height: Math.round((target * 2) / 3) };
    const raw = await sharp(original)
      .resize({ ...size, fit: "fill" })
      .raw()
      .toBuffer();
    const open = () => sharp(raw, { raw: { ...size, channels: 3 } });
    const seen = await pixels(open());
    for (const { name, encode } of ENCODERS) {
      const before = process.cpuUsage();
      const bytes = await encode(open()).toBuffer();
      const { user, system } = process.cpuUsage(before);
      const { mssim } = ssim(seen, await pixels(sharp(bytes)), { ssim: "fast" });
      console.log(
        `| ${target} | ${name} | ${bytes.length} | ${Math.round((user + system) / 1000)} | ${mssim.toFixed(4)} |`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function pixels(image: Sharp) {
  const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
}

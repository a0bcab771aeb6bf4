import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { assets, renditions } from "@/db/schema";
import { archive, farthestQuarter, gif, moving, quarters, stored } from "@/domain/testing/odd-pictures";
import { picture } from "@/domain/testing/pictures";
import { finishCopies } from "./copies";
import { renditionFile } from "./files";
import { uploadAsset } from "./upload";

const reporter = await makeStaff({ role: "reporter" });

async function upload(bytes: Uint8Array, filename = "odd") {
  const { id } = await uploadAsset(reporter, { filename, bytes });
  return copiesOf(id);
}

async function copiesOf(id: string) {
  const [asset] = await db().select().from(assets).where(eq(assets.id, id));
  const rows = await db().select().from(renditions).where(eq(renditions.assetId, id));
  if (!asset) throw new Error("There is no row");
  const files = rows.map((row) => ({ ...row, content: readFileSync(renditionFile(row.key)) }));
  const find = (format: string, crop = "whole") => {
    const found = files.findLast((file) => file.format === format && file.crop === crop);
    if (!found) throw new Error(`No ${format} of ${crop}`);
    return found;
  };
  return { asset, files, find };
}

const refused = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

describe("colours come out right", () => {
  const png = () => quarters().png().toBuffer();
  // What is printed has fewer colours than a screen: there the nearest is right.
  test.each([
    ["of eight bits", async () => png(), 8],
    [
      "of sixteen bits",
      async () =>
        sharp(await png())
          .toColourspace("rgb16")
          .png()
          .toBuffer(),
      8,
    ],
    [
      "in Display P3",
      async () =>
        sharp(await png())
          .withIccProfile("p3")
          .png()
          .toBuffer(),
      8,
    ],
    [
      "in Display P3, as a JPEG",
      async () =>
        sharp(await png())
          .withIccProfile("p3")
          .jpeg({ quality: 95 })
          .toBuffer(),
      12,
    ],
    [
      "of a palette",
      async () =>
        sharp(await png())
          .png({ palette: true, colours: 16 })
          .toBuffer(),
      8,
    ],
    [
      "of a GIF",
      async () =>
        sharp(await png())
          .gif()
          .toBuffer(),
      8,
    ],
    [
      "with transparency that is not used",
      async () =>
        sharp(await png())
          .ensureAlpha()
          .webp({ quality: 95 })
          .toBuffer(),
      12,
    ],
    [
      "for print, in CMYK",
      async () =>
        sharp(await png())
          .withIccProfile("cmyk")
          .jpeg({ quality: 95 })
          .toBuffer(),
      55,
    ],
    [
      "in CMYK that names no profile",
      async () =>
        sharp(await png())
          .toColourspace("cmyk")
          .jpeg({ quality: 95 })
          .toBuffer(),
      55,
    ],
  ])("of a picture %s", async (_, make, tolerance) => {
    const { find } = await upload(await make());
    for (const format of ["webp", "jpeg"]) {
      const { content } = find(format);
      expect(await sharp(content).metadata()).toMatchObject({ space: "srgb", channels: 3, depth: "uchar" });
      expect(await farthestQuarter(content)).toBeLessThan(tolerance);
    }
  });

  test("of a grey picture, which stays grey", async () => {
    const { find } = await upload(
      await sharp(await quarters().png().toBuffer())
        .greyscale()
        .png()
        .toBuffer(),
    );
    const { channels } = await sharp(find("jpeg").content).stats();
    expect(Math.max(...channels.map(({ mean }) => mean)) - Math.min(...channels.map(({ mean }) => mean))).toBeLessThan(
      1,
    );
  });

  test("of what is transparent, which becomes white", async () => {
    const clear = { create: { width: 300, height: 200, channels: 4 as const, background: "#0000" } };
    const { find } = await upload(await sharp(clear).webp().toBuffer());
    const { channels } = await sharp(find("jpeg").content).stats();
    expect(channels.map(({ min }) => min)).toEqual([255, 255, 255]);
  });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])("a picture stored in way %i of eight is upright", async (orientation) => {
  const upright = await quarters(400, 300).png().toBuffer();
  const { asset, files } = await upload(await stored(upright, orientation));
  expect(asset).toMatchObject({ width: 400, height: 300 });
  for (const { content, crop } of files) {
    if (crop === "whole") expect(await farthestQuarter(content)).toBeLessThan(15);
    expect((await sharp(content).metadata()).orientation).toBeUndefined();
  }
});

describe("a file that is two things at once", () => {
  const page = Buffer.from("<html><script>SecretScript</script>");
  test.each([
    [
      "JPEG with an archive behind it",
      async () => Buffer.concat([await picture(310, 210).jpeg().toBuffer(), archive()]),
    ],
    ["PNG with a page behind it", async () => Buffer.concat([await picture(311, 210).png().toBuffer(), page])],
    ["GIF with an archive behind it", async () => Buffer.concat([await picture(312, 210).gif().toBuffer(), archive()])],
    ["WebP with a page behind it", async () => Buffer.concat([await picture(313, 210).webp().toBuffer(), page])],
  ])("a %s is a picture and nothing else", async (_, make) => {
    const { files } = await upload(await make(), "odd.zip");
    expect(files.length).toBeGreaterThan(0);
    for (const { content } of files) {
      expect(content.includes("Secret")).toBe(false);
      expect(content.includes("PK\x05\x06")).toBe(false);
    }
  });
});

describe("what is damaged is refused", () => {
  test.each(["jpeg", "png", "webp", "avif", "gif"] as const)("a %s that ends early", async (format) => {
    const whole = await sharp(await quarters(600, 400).png().toBuffer())
      .blur(3)
      .toFormat(format)
      .toBuffer();
    await expect(upload(whole.subarray(0, Math.round(whole.length * 0.5)))).rejects.toEqual(
      refused("invalid", /damaged/),
    );
  });

  test("a PNG in which bytes were changed", async () => {
    const whole = await sharp(await quarters(600, 400).png().toBuffer())
      .blur(3)
      .png()
      .toBuffer();
    whole.fill(0x5a, whole.length / 2, whole.length / 2 + 40);
    await expect(upload(whole)).rejects.toEqual(refused("invalid", /damaged/));
  });

  test.each(["\xff\xd8\xff\xe0", "\x89PNG\r\n\x1a\n", "RIFF\0\0\0\0WEBP", "GIF89a"])(
    "nothing behind %j",
    async (head) => {
      const noise = Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * 7919) % 251));
      await expect(upload(Buffer.concat([Buffer.from(head, "latin1"), noise]))).rejects.toEqual(
        refused("invalid", /damaged/),
      );
    },
  );
});

test("an AVIF of more pixels than its decoder can hold in bounded memory is refused with a reason", async () => {
  const wide = { create: { width: 8100, height: 5000, channels: 3 as const, background: "#345" } };
  const avif = await sharp(wide).avif({ quality: 1, effort: 0 }).toBuffer();
  await expect(upload(avif)).rejects.toEqual(refused("invalid", /41 megapixels \(8100 × 5000\); at most 40/));
});

describe("a picture that moves", () => {
  test.each(["gif", "webp"] as const)(
    "goes on moving in a %s's WebP, and stands still in its JPEG and crops",
    async (format) => {
      const source = await (await moving([300, 700])).toFormat(format, { delay: [300, 700], loop: 0 }).toBuffer();
      const first = await upload(source);
      expect(first.asset).toMatchObject({ isAnimated: true, width: 200, height: 100, type: `image/${format}` });
      // Until its film is there a page shows it standing still.
      expect(first.files.filter(({ crop, format }) => crop === "whole" && format === "webp")).toEqual([]);
      expect((await sharp(first.find("jpeg").content).metadata()).pages ?? 1).toBe(1);

      await finishCopies({ payload: { assetId: first.asset.id } });
      const { find } = await copiesOf(first.asset.id);
      const film = find("webp");
      expect(film).toMatchObject({ width: 200, height: 100 });
      expect(await sharp(film.content).metadata()).toMatchObject({ pages: 2, delay: [300, 700], loop: 0, height: 100 });
      expect((await sharp(find("webp", "16x9").content).metadata()).pages ?? 1).toBe(1);
    },
  );

  test("of one frame is a picture like any other", async () => {
    const { asset, find } = await upload(await picture(320, 200).gif().toBuffer());
    expect(asset).toMatchObject({ isAnimated: false, type: "image/gif" });
    expect(find("webp").width).toBe(320);
  });

  test("of a thousand frames is taken, and of more it is refused with a reason", async () => {
    expect((await upload(gif(1000))).asset.isAnimated).toBe(true);
    await expect(upload(gif(1001))).rejects.toEqual(refused("invalid", /1,001 frames.*at most 1,000 frames/));
  });

  test("of too many pixels in all its frames is refused though each is small", async () => {
    await expect(upload(gif(30, 2000, 2000))).rejects.toEqual(refused("invalid", /30 frames of 2000 × 2000/));
  });
});

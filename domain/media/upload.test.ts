import { existsSync, globSync, readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { assets, events, renditions } from "@/db/schema";
import { picture, pngHeader, withIptc, xmp } from "@/domain/testing/pictures";
import { MAX_UPLOAD_BYTES } from "./asset";
import { originalFile, renditionFile } from "./files";
import { sourcesOf } from "./sources";
import { uploadAsset } from "./upload";

const reporter = await makeStaff({ role: "reporter" });

async function upload(bytes: Uint8Array, filename = "picture.jpg") {
  const { id } = await uploadAsset(reporter, { filename, bytes, copied: "at-once" });
  const [asset] = await db().select().from(assets).where(eq(assets.id, id));
  if (!asset) throw new Error("There is no row");
  const files = await db().select().from(renditions).where(eq(renditions.assetId, id));
  return { asset, files, bytesOf: (key: string) => readFileSync(renditionFile(key)) };
}

const filesOnDisk = () =>
  globSync(`${process.env.DATA_DIR}/{originals,media}/**/*`).filter((file) => /[0-9a-z]{16}/.test(file));
const refused = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

describe("what an upload is", () => {
  test.each(["jpeg", "png", "webp", "avif"] as const)("a %s is taken, whatever its name says", async (format) => {
    const { asset } = await upload(await picture(300, 200).toFormat(format).toBuffer(), "notes.txt");
    expect(asset).toMatchObject({ type: `image/${format}`, width: 300, height: 200, filename: "notes.txt" });
  });

  test.each([
    ["text named .png", Buffer.from("not a picture at all"), /not a picture/],
    ["an SVG", Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG/],
    ["a Word document", Buffer.from("PK\u0003\u0004 …"), /not a picture/],
    ["a HEIC", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), /HEIC/],
    ["nothing", Buffer.alloc(0), /empty/],
  ])("%s is refused, and told what it is", async (_, bytes, message) => {
    await expect(upload(bytes, "picture.png")).rejects.toEqual(refused("unsupported", message));
  });

  test.each(["jpeg", "png", "webp", "avif"] as const)("a %s cut off in the middle is refused", async (format) => {
    const whole = await picture(900, 700).composite([]).toFormat(format).toBuffer();
    await expect(upload(whole.subarray(0, whole.length * 0.6))).rejects.toEqual(refused("invalid", /damaged/));
  });

  test("a picture of too many pixels is refused by its header alone", async () => {
    await expect(upload(pngHeader(60_000, 60_000))).rejects.toEqual(refused("invalid", /3,600 megapixels/));
  });

  test("a file over the limit is refused as it arrives, and not read to its end", async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1024 * 1024;
        yield new Uint8Array(1024 * 1024);
      }
    }
    const uploading = uploadAsset(reporter, { filename: "huge.jpg", bytes: endless() });
    await expect(uploading).rejects.toEqual(refused("too-large", /50 MB/));
    expect(given).toBeLessThanOrEqual(MAX_UPLOAD_BYTES.picture + 1024 * 1024);
  });
});

describe("what is served of it", () => {
  test("a ladder of widths and three crops, never larger than the original", async () => {
    const { asset, files } = await upload(await picture(1500, 1000).jpeg().toBuffer());
    const sizes = files.map(({ crop, format, width, height }) => `${crop} ${format} ${width}x${height}`);
    expect(sizes).toEqual(
      expect.arrayContaining([
        "whole webp 320x213",
        "whole webp 1280x853",
        "whole webp 1500x1000",
        "whole jpeg 1280x853",
        "1x1 jpeg 1000x1000",
        "4x3 jpeg 1200x900",
        "16x9 jpeg 1200x675",
        "16x9 webp 768x432",
      ]),
    );
    expect(Math.max(...files.map(({ width }) => width))).toBe(1500);
    const sources = (await sourcesOf([asset.id])).get(asset.id);
    expect(sources?.crops.whole).toMatchObject({ width: 1500, height: 1000 });
    expect(sources?.crops["16x9"].jpeg).toHaveLength(1);
  });

  test.each([
    [1, 1],
    [3000, 2],
    [2, 3000],
    [319, 7],
  ])("a picture of %i × %i is taken too", async (width, height) => {
    const { files } = await upload(await picture(width, height).png().toBuffer());
    expect(files.every((file) => file.width <= width && file.height <= height)).toBe(true);
  });

  test("each file is what its row says, and carries nothing but pixels", async () => {
    const { files, bytesOf } = await upload(
      await picture(1400, 900)
        .withExif({ IFD0: { Make: "SecretCamera" }, IFD3: { GPSLatitude: "60/1 10/1 0/1", GPSLatitudeRef: "N" } })
        .withXmp(xmp("<photoshop:City>SecretTown</photoshop:City>"))
        .withIccProfile("p3")
        .jpeg()
        .toBuffer(),
    );
    for (const file of files) {
      const bytes = bytesOf(file.key);
      expect(bytes.length).toBe(file.bytes);
      const { width, height, exif, xmp, iptc, icc, format } = await sharp(bytes).metadata();
      expect({ width, height, exif, xmp, iptc, icc }).toEqual({ width: file.width, height: file.height });
      expect(format).toBe(file.format === "avif" ? "heif" : file.format);
      expect(bytes.includes("Secret")).toBe(false);
    }
  });

  test("a picture lying on its side is turned upright", async () => {
    // Orientation 6: what is stored as the left edge is the top edge of the picture.
    const { asset, files, bytesOf } = await upload(
      await picture(600, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    );
    expect(asset).toMatchObject({ width: 400, height: 600 });
    const largest = files.find((file) => file.crop === "whole" && file.width === 400 && file.format === "webp");
    const { data, info } = await sharp(bytesOf(largest?.key ?? ""))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 400, height: 600 });
    const redAt = (x: number, y: number) => (data[(y * info.width + x) * info.channels] ?? 0) > 128;
    expect([redAt(20, 20), redAt(380, 20), redAt(20, 580)]).toEqual([true, true, false]);
  });

  test("wide colours, CMYK, grey, sixteen bits and transparency all come out as plain sRGB", async () => {
    const wide = await picture(400, 300).withIccProfile("p3").png().toBuffer();
    const variants = [
      wide,
      await picture(400, 300).toColourspace("cmyk").jpeg().toBuffer(),
      await picture(400, 300).greyscale().png().toBuffer(),
      await picture(400, 300).toColourspace("rgb16").png().toBuffer(),
      await sharp({ create: { width: 400, height: 300, channels: 4, background: "#0000" } })
        .png()
        .toBuffer(),
    ];
    for (const bytes of variants) {
      const { files, bytesOf } = await upload(bytes);
      for (const file of files) {
        expect(await sharp(bytesOf(file.key)).metadata()).toMatchObject({ space: "srgb", channels: 3, depth: "uchar" });
      }
    }
    const { files, bytesOf } = await upload(wide);
    const jpeg = files.find((file) => file.crop === "whole" && file.format === "jpeg");
    const { data } = await sharp(bytesOf(jpeg?.key ?? ""))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(190);
    expect(data[1]).toBeLessThan(40);
  });
});

describe("what a picture says of itself", () => {
  test("is taken from XMP first", async () => {
    const said =
      xmp(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Ångbåten “Alku” i hamn</rdf:li><rdf:li xml:lang="en">Other</rdf:li></rdf:Alt></dc:description>
      <dc:creator><rdf:Seq><rdf:li>Zoë Ålund</rdf:li></rdf:Seq></dc:creator><photoshop:Credit>Nordpress</photoshop:Credit>
      <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A steamer at a quay</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>`);
    const jpeg = withIptc(await picture(310, 200).withXmp(said).jpeg().toBuffer(), { 120: Buffer.from("Old") });
    const { asset } = await upload(jpeg);
    expect(asset).toMatchObject({
      caption: "Ångbåten “Alku” i hamn",
      credit: "Zoë Ålund/Nordpress",
      alt: "A steamer at a quay",
    });
  });

  test.each([
    ["UTF-8 that says so", "utf8", true],
    ["UTF-8 that does not", "utf8", false],
    ["Latin-1", "latin1", false],
  ] as const)("is taken from IPTC in %s", async (_, encoding, marked) => {
    const jpeg = await picture(320, 200 + Number(marked))
      .jpeg({ quality: encoding === "utf8" ? 80 : 70 })
      .toBuffer();
    const fields = { 80: "Zoë Ålund", 110: "Nordpress", 120: "Färjan går" };
    const encoded = Object.fromEntries(Object.entries(fields).map(([id, text]) => [id, Buffer.from(text, encoding)]));
    const { asset } = await upload(withIptc(jpeg, encoded, marked));
    expect(asset).toMatchObject({ caption: "Färjan går", credit: "Zoë Ålund/Nordpress", alt: null });
  });

  test("is kept to its limits and to one line", async () => {
    const jpeg = await picture(333, 200).jpeg().toBuffer();
    const { asset } = await upload(
      withIptc(jpeg, { 120: Buffer.from(`One\r\ntwo ${"word ".repeat(1000)}`), 110: Buffer.from("x".repeat(400)) }),
    );
    expect(asset.caption).toMatch(/^One two word .*…$/);
    expect(asset.caption.length).toBeLessThanOrEqual(2000);
    expect(asset.credit).toHaveLength(300);
  });

  test("broken fields do not keep a picture out", async () => {
    const jpeg = await picture(334, 200).withXmp("<x:xmpmeta><rdf:RDF>").jpeg().toBuffer();
    const { asset } = await upload(withIptc(jpeg, { 120: Buffer.alloc(0) }));
    expect(asset).toMatchObject({ caption: "", credit: "", alt: null });
  });
});

describe("keeping", () => {
  test("the original is kept as it came, and one event says who brought it", async () => {
    const bytes = await picture(350, 200).jpeg().toBuffer();
    const { asset } = await upload(bytes, "C:\\Users\\me\\harbour\u0000.jpg");
    expect(readFileSync(originalFile(asset.hash)).equals(bytes)).toBe(true);
    expect(asset).toMatchObject({ filename: "harbour.jpg", bytes: bytes.length, uploadedBy: reporter.id });
    const trail = await db().select().from(events).where(eq(events.subjectId, asset.id));
    expect(trail).toMatchObject([{ verb: "asset.uploaded", actorId: reporter.id }]);
  });

  test("the same bytes again are the same asset, also at the same moment", async () => {
    const bytes = await picture(360, 200).jpeg().toBuffer();
    const both = await Promise.all([1, 2].map((n) => uploadAsset(reporter, { filename: `${n}.jpg`, bytes })));
    const again = await uploadAsset(reporter, { filename: "other.jpg", bytes });
    expect(new Set([...both, again].map(({ id }) => id)).size).toBe(1);
    expect(both.map(({ existed }) => existed).sort()).toEqual([false, true]);
    expect(again.existed).toBe(true);
    expect(await db().select().from(events).where(eq(events.subjectId, again.id))).toHaveLength(1);
  });

  test("a refused upload leaves nothing at all", async () => {
    const before = filesOnDisk();
    const whole = await picture(901, 700).jpeg().toBuffer();
    await expect(upload(whole.subarray(0, whole.length / 2))).rejects.toThrow();
    expect(filesOnDisk()).toEqual(before);
  });

  test("a failure in the middle leaves no row and no half file, and the next try succeeds", async () => {
    const bytes = await picture(370, 200).jpeg().toBuffer();
    const rows = await db().$count(assets);
    vi.doMock("./files", async (original) => {
      const real = await original<typeof import("./files")>();
      let kept = 0;
      return {
        ...real,
        keepRendition: async (key: string, file: Uint8Array) => {
          if (++kept === 3) throw new Error("The disk is full");
          return real.keepRendition(key, file);
        },
      };
    });
    vi.resetModules();
    const broken = await import("./upload");
    await expect(broken.uploadAsset(reporter, { filename: "a.jpg", bytes })).rejects.toThrow("The disk is full");
    vi.doUnmock("./files");
    expect(await db().$count(assets)).toBe(rows);
    expect(filesOnDisk().filter((file) => file.endsWith(".tmp"))).toEqual([]);
    const { files } = await upload(bytes);
    expect(files.every(({ key }) => existsSync(renditionFile(key)))).toBe(true);
  });
});

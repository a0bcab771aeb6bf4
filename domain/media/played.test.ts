import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makePublishedArticle, makeStaff } from "@/db/factories";
import { assets, renditions } from "@/db/schema";
import { picture } from "@/domain/testing/pictures";
import { CAPTIONS, film, wav } from "@/domain/testing/played";
import { MAX_UPLOAD_BYTES } from "./asset";
import { readAsset } from "./desk";
import { editAsset } from "./editing";
import { renditionFile } from "./files";
import { listAssets } from "./library-desk";
import { playedSources } from "./played";
import { publicRendition } from "./serving";
import { uploadAsset } from "./upload";

const reporter = await makeStaff({ role: "reporter" });

async function upload(bytes: Uint8Array, filename = "untitled.bin") {
  const { id } = await uploadAsset(reporter, { filename, bytes });
  const [asset] = await db().select().from(assets).where(eq(assets.id, id));
  const files = await db().select().from(renditions).where(eq(renditions.assetId, id));
  if (!asset) throw new Error("There is no row");
  return { asset, files };
}

const refused = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

/** MPEG audio, layer III, 128 kbit/s at 44.1 kHz: frames of silence, each 417 bytes. */
const mp3 = Buffer.concat(
  Array.from({ length: 40 }, () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)])),
);

const films = { mp4: await film("mp4"), webm: await film("webm"), hevc: await film("mp4", { codec: "hevc" }) };

describe("what is played", () => {
  test.each([
    ["a WAV", wav(1500), { kind: "audio", type: "audio/wav", duration: 1500, width: 0 }, "wav"],
    ["an MP3", mp3, { kind: "audio", type: "audio/mpeg", width: 0 }, "mp3"],
    ["an MP4", films.mp4, { kind: "video", type: "video/mp4", duration: 2000, width: 640, height: 360 }, "mp4"],
    ["a WebM", films.webm, { kind: "video", type: "video/webm", width: 640, height: 360 }, "webm"],
    ["captions", Buffer.from(CAPTIONS), { kind: "captions", type: "text/vtt", duration: null }, "vtt"],
  ])("%s is taken by its bytes, whatever its name says, and kept as it came", async (_, bytes, said, format) => {
    const { asset, files } = await upload(bytes, "holiday.jpg");
    expect(asset).toMatchObject({ ...said, filename: "holiday.jpg", alt: null, caption: "" });
    expect(files).toMatchObject([{ format, crop: "whole", bytes: bytes.length }]);
    const [file] = files;
    expect(readFileSync(renditionFile(file?.key ?? ""))).toEqual(bytes);
    expect((await playedSources([asset.id])).get(asset.id)).toMatchObject({ src: `/media/${file?.key}`, ...said });
  });

  test.each([
    ["a QuickTime film", Buffer.from("\0\0\0\x14ftypqt  \0\0\0\0qt  ", "latin1"), "unsupported", /QuickTime/],
    ["a Matroska film", Buffer.from("\x1a\x45\xdf\xa3\x93\x42\x82\x88matroska", "latin1"), "unsupported", /Matroska/],
    ["HEVC", films.hevc, "unsupported", /H\.264/],
    ["an MP4 cut off", films.mp4.subarray(0, 200), "invalid", /damaged/],
    ["a WAV that is nothing but a head", wav().subarray(0, 20), "invalid", /damaged/],
    ["an Ogg without a stream", Buffer.from("OggS and nothing else"), "invalid", /damaged/],
    ["captions without a time", Buffer.from("WEBVTT\n\nHello"), "invalid", /no line/],
    ["captions in Latin-1", Buffer.from("WEBVTT\n\n00:01.000 --> 00:02.000\nCaf\xe9", "latin1"), "invalid", /UTF-8/],
    ["words that begin alike", Buffer.from("WEBVTTX"), "unsupported", /not a picture/],
  ])("%s is refused with its reason, and leaves nothing", async (_, bytes, code, reason) => {
    await expect(upload(bytes)).rejects.toEqual(refused(code, reason));
  });

  test("captions over a megabyte are refused as they arrive, and a film may be longer than a picture", async () => {
    const long = Buffer.concat([Buffer.from(CAPTIONS), Buffer.alloc(MAX_UPLOAD_BYTES.captions, 0x20)]);
    await expect(upload(long)).rejects.toEqual(refused("too-large", /larger than 1 MB/));
    expect(MAX_UPLOAD_BYTES.video).toBeGreaterThan(MAX_UPLOAD_BYTES.picture);
  });

  test("its file is public while a live story plays it, and not before", async () => {
    const { asset, files } = await upload(wav(700));
    const key = files[0]?.key ?? "";
    expect(await publicRendition(key)).toBeNull();
    const attrs = { assetId: asset.id, title: "The interview", caption: "", credit: "" };
    await makePublishedArticle({ body: { version: 1, blocks: [{ type: "audio", attrs }] } });
    expect(await publicRendition(key)).toMatchObject({ key, type: "audio/wav" });
  });
});

test("the library is told apart by kind, and what is played comes with its address", async () => {
  await upload(await picture(30, 20).png().toBuffer());
  const { asset } = await upload(wav(900));
  const kinds = async (kind: "picture" | "audio" | null) =>
    new Set((await listAssets(reporter, { q: "", kind, cursor: null })).assets.map((each) => each.kind));
  expect(await kinds("picture")).toEqual(new Set(["picture"]));
  expect(await kinds("audio")).toEqual(new Set(["audio"]));
  expect((await kinds(null)).size).toBeGreaterThan(1);
  expect(await readAsset(reporter, asset.id)).toMatchObject({ kind: "audio", played: { duration: 900 } });
});

test("what is played has a caption and a credit, and no alt text", async () => {
  const { asset } = await upload(wav(1100));
  const said = { id: asset.id, alt: "Seen", decorative: false, caption: "Heard", credit: "Jo Prism" };
  await editAsset(reporter, said);
  expect(await readAsset(reporter, asset.id)).toMatchObject({ alt: null, caption: "Heard", credit: "Jo Prism" });
});

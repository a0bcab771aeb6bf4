import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { and, count, eq, inArray, isNull } from "drizzle-orm";
import sharp from "sharp";
import { closeDatabase, db } from "@/db/client";
import { assets, renditions, staff } from "@/db/schema";
import { uploadAsset } from "@/domain/media/upload";
import { findActor } from "@/domain/people/actors";
import { MINUTE } from "@/lib/clock";
import { bringIn } from "@/scripts/trials/uploading";
import { signedIn } from "@/scripts/trials/visitor";
import { type Bomb, makeBombs } from "./bombs";
import { photograph } from "./photograph";

// Uploads what it is told to, in a process of its own: as the newsroom does, by HTTP and signed in; for whole ladders by the
// domain's own verb, which makes them at once.

export type Ask = { deed: "usable"; pictures: number } | { deed: "ladders"; pictures: number } | { deed: "bombs" };
export type Told =
  | { ready: true }
  | { usable: number[]; whole: number }
  | { renditions: number; took: number }
  /** `otherwise`: what came of bombs neither taken nor refused as they should be, in words. */
  | { taken: number; refused: number; otherwise: string[]; took: number };

/** How long copies are waited for at most. */
const PATIENCE = 15 * MINUTE;

const [boss] = await db().select({ id: staff.id }).from(staff).where(eq(staff.role, "owner"));
const editor = boss && (await findActor(db(), boss.id));
if (!editor) throw new Error("The demonstration edition is not there");
const { SITE_URL = "", OWNER_EMAIL = "", OWNER_PASSWORD = "" } = process.env;
const desk = await signedIn(SITE_URL, { email: OWNER_EMAIL, password: OWNER_PASSWORD });
// Before anything is measured: to make them takes both cores a while.
const { data, width, height } = await photograph(6000);
const bombsMade = await makeBombs();

let made = 0;
/**
 * Photographs of 24 megapixels, each in a light of its own, which falls on every pixel: no two look alike, as those of a
 * newsroom do not.
 */
async function photographs(pictures: number): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for (let at = 0; at < pictures; at++) {
    const cells = createHash("shake256", { outputLength: 12 * 8 * 3 })
      .update(`light ${made++}`)
      .digest();
    const light = await sharp(cells, { raw: { width: 12, height: 8, channels: 3 } })
      .resize(width, height, { fit: "fill", kernel: "cubic" })
      .raw()
      .toBuffer();
    const raw = { width, height, channels: 3 as const };
    const lit = sharp(data, { raw }).composite([{ input: light, raw, blend: "overlay" }]);
    all.push(await lit.jpeg({ quality: 88 }).toBuffer());
  }
  return all;
}

/**
 * How long each of some photographs takes until it can be used, one after the other, while the ladders of the others are
 * made; and the last until its ladder is whole. It is measured from where its last piece begins to be sent, which is before
 * its last byte, until a copy of it was fetched.
 */
async function usable(pictures: number): Promise<Told> {
  const files = await photographs(pictures);
  const [took, ids]: [number[], string[]] = [[], []];
  const began = performance.now();
  for (const [at, bytes] of files.entries()) {
    let last = 0;
    const { asset, text } = await bringIn(desk, { name: `photograph-${at}.jpg`, bytes }, () => {
      last = performance.now();
    });
    const shown = asset?.sources.crops.whole.webp[0]?.src;
    if (!asset || !shown) throw new Error(`A photograph was not taken: ${text.slice(0, 300)}`);
    const copy = await desk.fetch(shown);
    await copy.arrayBuffer();
    if (!copy.ok) throw new Error(`A copy of a photograph was answered with ${copy.status}`);
    took.push(performance.now() - last);
    ids.push(asset.id);
  }
  await untilWhole(ids);
  return { usable: took, whole: (performance.now() - began) / pictures };
}

/** How long whole ladders take, two pictures at a time. */
async function ladders(pictures: number): Promise<Told> {
  const all = await photographs(pictures);
  const began = performance.now();
  const ids = await Promise.all(
    all.map(async (bytes) => {
      if (!editor) throw new Error("Nobody uploads");
      return (await uploadAsset(editor, { filename: "bench.jpg", bytes, copied: "at-once" })).id;
    }),
  );
  const took = performance.now() - began;
  const [found] = await db().select({ n: count() }).from(renditions).where(inArray(renditions.assetId, ids));
  return { renditions: found?.n ?? 0, took };
}

/** Twenty pixel bombs at once, until each is refused, or taken and the last copy of it made. */
async function bombs(): Promise<Told> {
  const began = performance.now();
  const told = await Promise.all(bombsMade.map(send));
  await untilWhole(told.flatMap(({ id }) => id ?? []));
  return {
    taken: told.filter(({ id }) => id !== null).length,
    refused: told.filter(({ isRefused }) => isRefused).length,
    otherwise: told.flatMap(({ otherwise }) => otherwise ?? []),
    took: performance.now() - began,
  };
}

/** The answer to a file that is not taken for what it is. */
const REFUSED = 422;

async function send({ name, bytes, isTaken }: Bomb) {
  const { answer, text, asset } = await bringIn(desk, { name, bytes });
  const isRefused = answer.status === REFUSED;
  const isSo = isTaken ? asset !== null : isRefused;
  return {
    id: asset?.id ?? null,
    isRefused,
    otherwise: isSo ? null : `${name} was answered with ${answer.status}: ${text.slice(0, 200)}`,
  };
}

/** Waits until the last copies of pictures are there. @throws if they are not in time */
async function untilWhole(ids: string[]): Promise<void> {
  const unfinished = and(inArray(assets.id, ids), isNull(assets.copiesSay));
  const began = performance.now();
  while ((await db().select({ n: count() }).from(assets).where(unfinished))[0]?.n) {
    if (performance.now() - began > PATIENCE) throw new Error("The copies of some pictures were not made");
    await pause(100);
  }
}

const tell = (told: Told) => process.send?.(told);

process.on("message", async (ask: Ask) => {
  if (ask.deed === "usable") tell(await usable(ask.pictures));
  else if (ask.deed === "ladders") tell(await ladders(ask.pictures));
  else tell(await bombs());
});
process.once("disconnect", () => {
  closeDatabase();
  process.exit();
});
tell({ ready: true });

import { and, count, eq, inArray, isNull } from "drizzle-orm";
import sharp from "sharp";
import { closeDatabase, db } from "@/db/client";
import { assets, renditions, staff } from "@/db/schema";
import { uploadAsset } from "@/domain/media/upload";
import { findActor } from "@/domain/people/actors";
import { gif } from "@/domain/testing/odd-pictures";
import { photograph } from "./photograph";

// Uploads what it is told to, as the newsroom does: by the domain's own verb, in a process of its own.

export type Ask = { deed: "usable"; pictures: number } | { deed: "ladders"; pictures: number } | { deed: "bombs" };
export type Told =
  | { ready: true }
  | { usable: number[]; whole: number }
  | { renditions: number; took: number }
  | { taken: number; refused: number; took: number };

const [boss] = await db().select({ id: staff.id }).from(staff).where(eq(staff.role, "owner"));
const editor = boss && (await findActor(db(), boss.id));
if (!editor) throw new Error("The demonstration edition is not there");
const { data, width, height } = await photograph(6000);
const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
  .jpeg({ quality: 88 })
  .toBuffer();

let uploads = 0;
/** The photograph as a file that was never there before. */
const another = () => Buffer.concat([jpeg, Buffer.from(`another ${uploads++} ${Date.now()}`)]);

async function upload(bytes: Buffer, copied: "soon" | "at-once" = "soon"): Promise<string> {
  if (!editor) throw new Error("Nobody uploads");
  return (await uploadAsset(editor, { filename: "bench.jpg", bytes, copied })).id;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  return [await work(), performance.now() - began];
}

/** How long each of some pictures takes until it can be used, one after the other, while the ladders of the others are made; and the last until its ladder is whole. */
async function usable(pictures: number): Promise<Told> {
  const took: number[] = [];
  const ids: string[] = [];
  const began = performance.now();
  for (let at = 0; at < pictures; at++) {
    const bytes = another();
    const [id, time] = await timed(() => upload(bytes));
    ids.push(id);
    took.push(time);
  }
  const unfinished = and(inArray(assets.id, ids), isNull(assets.copiesSay));
  while ((await db().select({ n: count() }).from(assets).where(unfinished))[0]?.n) await pause(100);
  return { usable: took, whole: (performance.now() - began) / pictures };
}

/** How long whole ladders take, two pictures at a time. */
async function ladders(pictures: number): Promise<Told> {
  const all = Array.from({ length: pictures }, another);
  const [ids, took] = await timed(() => Promise.all(all.map((bytes) => upload(bytes, "at-once"))));
  const [made] = await db().select({ n: count() }).from(renditions).where(inArray(renditions.assetId, ids));
  return { renditions: made?.n ?? 0, took };
}

/** Twenty files at once that are small and unfold to a hundred million pixels each. */
async function bombs(): Promise<Told> {
  const blank = (side: number) =>
    sharp({ create: { width: side, height: side, channels: 3, background: "#345" }, limitInputPixels: false });
  const [png, progressive, webp] = await Promise.all([
    blank(10_000).png().toBuffer(),
    blank(9_990).jpeg({ progressive: true, quality: 40, chromaSubsampling: "4:4:4" }).toBuffer(),
    blank(9_980).webp({ quality: 10, effort: 0 }).toBuffer(),
  ]);
  const kinds = [png, progressive, webp, gif(24, 2000, 2000)];
  const files = Array.from({ length: 20 }, (_, at) =>
    Buffer.concat([kinds[at % kinds.length] as Buffer, Buffer.from(`bomb ${at} ${Date.now()}`)]),
  );
  const [outcomes, took] = await timed(() => Promise.allSettled(files.map((bytes) => upload(bytes))));
  const taken = outcomes.filter(({ status }) => status === "fulfilled").length;
  return { taken, refused: outcomes.length - taken, took };
}

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
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

import path from "node:path";
import { closeDatabase, databaseFile, transact } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { migrateDatabase } from "@/db/migrate";
import { articles, assetKeywords, assets, collectionAssets, collections, draftAssets } from "@/db/schema";
import { indexAsset } from "@/domain/media/indexing";
import { LibraryQuery } from "@/domain/media/library";
import { listAssets } from "@/domain/media/library-desk";
import type { Actor } from "@/domain/people/staff";
import { DAY, MINUTE } from "@/lib/clock";

/** How many assets the library is measured with, and how long 99 of a hundred queries may take, in milliseconds. */
const ASSETS = 50_000;
const BOUND = 50;

const WORDS =
  "harbour tram bridge council storm market ferry school strike museum river square protest minister goal hospital garden winter lantern quay crane choir library station flood orchard debate verdict parade bakery".split(
    " ",
  );
const NAMES = ["Jane Roe", "Amir Haddad", "Li Wen", "Mirjam Tveitt", "Kofi Mensah", "Ines Duarte"];
const word = (n: number) => WORDS[n % WORDS.length] ?? "";
const START = Date.UTC(2020, 0, 1);

/** One of many: as likely as pictures of a small paper are to be of this or that. */
function madeUp(n: number, uploadedBy: string): typeof assets.$inferInsert {
  const shapes = [
    [6000, 4000],
    [4000, 6000],
    [1600, 1067],
    [1080, 1080],
  ] as const;
  const [width, height] = shapes[(n * 7) % 4] ?? shapes[0];
  const said = [1, 3, 11, 17, 29].map((step) => word(n * step + Math.floor(n / 31))).join(" ");
  return {
    id: `asset${String(n).padStart(11, "0")}`,
    hash: `hash${n}`,
    filename: `DSC_${n % 9999}-${word(n)}.jpg`,
    type: "image/jpeg",
    kind: n % 40 === 0 ? "video" : "picture",
    bytes: 5_000_000,
    width,
    height,
    alt: n % 5 === 0 ? null : `A ${said}`,
    caption: `${n % 2500 === 4 ? "A narwhal in " : ""}the picture of ${said}, in the city of ${word(n * 13)}`,
    credit: n % 9 === 0 ? "" : `${NAMES[n % 6]}/Agency`,
    people: n % 3 === 0 ? [NAMES[(n * 5) % 6] ?? ""] : [],
    place: word(n * 19),
    takenAt: new Date(START + n * 50 * MINUTE).toISOString().slice(0, 16),
    validUntil: n % 10 === 0 ? new Date(START + n * 60 * MINUTE + 365 * DAY) : null,
    usageTerms: n % 25 === 0 ? "Once" : "",
    uploadedBy,
    createdAt: new Date(START + n * 50 * MINUTE),
  };
}

async function fill(staff: Actor[]): Promise<void> {
  const [boss] = staff;
  if (!boss) throw new Error("Nobody uploads");
  await transact(async (tx) => {
    await tx.insert(articles).values({ id: "story", createdBy: boss.id, createdAt: new Date(START) });
    await tx
      .insert(collections)
      .values({ id: "flood", name: "Flood", description: "", createdBy: boss.id, createdAt: new Date(START) });
  });
  for (let from = 0; from < ASSETS; from += 1000) {
    await transact(async (tx) => {
      for (let n = from; n < from + 1000; n++) {
        const asset = madeUp(n, staff[n % staff.length]?.id ?? boss.id);
        const id = asset.id ?? "";
        await tx.insert(assets).values(asset);
        await tx.insert(assetKeywords).values([
          { assetId: id, keyword: word(n * 23) },
          { assetId: id, keyword: `sort ${n % 300}` },
        ]);
        if (n % 4 === 0) await tx.insert(draftAssets).values({ articleId: "story", assetId: id });
        if (n % 170 === 0) {
          await tx.insert(collectionAssets).values({ collectionId: "flood", assetId: id, addedAt: new Date(START) });
        }
        await indexAsset(tx, id);
      }
    });
  }
}

/** Asks over and over, from the first page or from this one. */
async function measure(actor: Actor, name: string, asked: Record<string, string>, pages = 0): Promise<boolean> {
  const query = LibraryQuery.parse(asked);
  for (let turned = 0; turned < pages; turned++) query.cursor = (await listAssets(actor, query)).next;
  const took: number[] = [];
  let found = 0;
  for (let round = 0; round < 100; round++) {
    const began = performance.now();
    found = (await listAssets(actor, query)).assets.length;
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  const [half, most] = [took[49] ?? 0, took[98] ?? 0];
  console.log(
    `Library: ${name.padEnd(26)} half within ${half.toFixed(1)} ms, 99% within ${most.toFixed(1)} ms (at most ${BOUND})${found > 0 ? "" : ": NOTHING FOUND"}`,
  );
  return found > 0 && most <= BOUND;
}

// In a process and a data folder of its own: it ends with 1 if a bound is broken.
await migrateDatabase(databaseFile(), path.resolve("drizzle"));
const staff = await Promise.all(Array.from({ length: 6 }, () => makeStaff({ role: "editor" })));
const began = performance.now();
await fill(staff);
console.log(`Library: ${ASSETS} assets indexed in ${((performance.now() - began) / 1000).toFixed(0)} s`);
const [editor] = staff;
if (!editor) throw new Error("Nobody asks");
const results = [
  await measure(editor, "first page", {}),
  await measure(editor, "page 500", {}, 500),
  await measure(editor, "by name, page 500", { sort: "name" }, 500),
  await measure(editor, "a rare word", { q: "narwhal" }),
  await measure(editor, "a rare word, by name", { q: "narwhal", sort: "name" }),
  await measure(editor, "a common word", { q: "picture" }),
  await measure(editor, "a common word, best first", { q: "picture", sort: "best" }),
  await measure(editor, "two words and a beginning", { q: "storm ferry har" }),
  await measure(editor, "tall, wide, unused", { shape: "portrait", wide: "2400", used: "no" }),
  await measure(editor, "rare word, used, usable", { q: "narwhal", used: "yes", rights: "usable" }),
  await measure(editor, "keyword and uploader", { keyword: "harbour", by: editor.id }),
  await measure(editor, "collection, without alt", { collection: "flood", lacks: "alt" }),
  await measure(editor, "lapsed, taken in a year", {
    rights: "lapsed",
    takenFrom: "2021-01-01",
    takenTo: "2021-12-31",
  }),
];
closeDatabase();
process.exitCode = results.every(Boolean) ? 0 : 1;

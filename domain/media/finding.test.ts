import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { databaseFile, db, open, transact } from "@/db/client";
import { makeAsset, makeByline, makePublishedArticle, makeStaff } from "@/db/factories";
import { assetEntries, assets, collectionAssets, collections, draftAssets, publications } from "@/db/schema";
import { firstUseOf } from "@/domain/articles/body";
import { DAY, now } from "@/lib/clock";
import { newId } from "@/lib/id";
import { catchUpLibrary, indexAsset, isLibraryBehind } from "./indexing";
import { keepKeywords } from "./keywords";
import { LibraryQuery, type Sort } from "./library";
import { listAssets } from "./library-desk";

const editor = await makeStaff({ role: "editor" });

/** An asset as a verb leaves it. */
async function make(given: Partial<typeof assets.$inferInsert> = {}, keywords: string[] = []) {
  const asset = await makeAsset({ uploadedBy: editor.id, alt: "A quay", credit: "Jane Roe", ...given });
  await transact(async (tx) => {
    if (keywords.length > 0) await keepKeywords(tx, asset.id, keywords);
    await indexAsset(tx, asset.id);
  });
  return asset;
}

const found = async (asked: Record<string, string>) =>
  (await listAssets(editor, LibraryQuery.parse(asked))).assets.map(({ id }) => id);

/** All pages of a query, with what happens between them. */
async function turned(asked: Record<string, string>, between: () => Promise<unknown> = async () => {}) {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listAssets(editor, LibraryQuery.parse({ ...asked, ...(cursor && { cursor }) }));
    seen.push(...page.assets.map(({ id }) => id));
    cursor = page.next;
    if (cursor) await between();
  } while (cursor);
  return seen;
}

test("words are looked for in file name, caption, credit, alt, keywords, people, creator, agency and place", async () => {
  const said = {
    filename: "IMG_2041-Quokka2026.jpg",
    caption: "Dawn over the zeppelin field",
    credit: "Credited Person",
    alt: "A narwhal surfaces",
    people: ["Wilhelmina Okonkwo"],
    creator: "Xanthe Maker",
    agency: "Ypsilon Press",
    place: "Ulaanbaatar",
  };
  const { id } = await make(said, ["Vexillology"]);
  const words = "quokka 2041 zeppelins credited narwhal okonkwo xanthe ypsilon ULAANBAATAR vexillology".split(" ");
  for (const word of words) expect([word, await found({ q: word })]).toEqual([word, [id]]);
  // What somebody still types; words in a row; words that must not be there.
  expect(await found({ q: "narw" })).toEqual([id]);
  expect(await found({ q: '"over the zeppelin"' })).toEqual([id]);
  expect(await found({ q: '"zeppelin the over"' })).toEqual([]);
  expect(await found({ q: "zeppelin -narwhal" })).toEqual([]);
  expect(await found({ q: "zeppelin narwhal nothing" })).toEqual([]);
});

test("whatever is typed is answered", async () => {
  for (const q of [
    '"',
    "*",
    "-",
    "AND OR NOT",
    "shown:x",
    "%",
    "'; drop table assets",
    "NEAR(",
    "()",
    "\u0000",
    "🙂",
  ]) {
    await expect(listAssets(editor, LibraryQuery.parse({ q }))).resolves.toBeDefined();
  }
  const { id } = await make({ caption: "The heliotrope" });
  await make({ caption: "A heliotrope in rain" });
  expect(await found({ q: "heliotrope -rain" })).toEqual([id]);
  // What must not be there is understood alone too.
  expect(await found({ q: "-rain" })).toContain(id);
});

test("what is said anew is found at once, and by the old words no more", async () => {
  const { id } = await make({ caption: "Bergamot" });
  await transact(async (tx) => {
    await tx.update(assets).set({ caption: "Cardamom" }).where(eq(assets.id, id));
    await indexAsset(tx, id);
  });
  expect([await found({ q: "bergamot" }), await found({ q: "cardamom" })]).toEqual([[], [id]]);
});

test("each filter lets through what it says and nothing else", async () => {
  const by = await makeStaff({ role: "reporter" });
  const word = newId();
  const at = (days: number) => new Date(now().getTime() + days * DAY);
  const of = (given: Partial<typeof assets.$inferInsert>, keywords?: string[]) =>
    make({ caption: word, ...given }, keywords).then(({ id }) => id);
  const made = {
    tall: await of({ width: 800, height: 1200 }),
    square: await of({ width: 1200, height: 1200 }),
    wide: await of({ width: 2400, height: 1000 }),
    film: await of({ kind: "video", width: 1280, height: 720 }),
    gif: await of({ isAnimated: true }),
    byOther: await of({ uploadedBy: by.id }),
    bare: await of({ alt: null, credit: "" }),
    lapsed: await of({ validUntil: at(-1) }),
    lapsing: await of({ validUntil: at(10) }),
    later: await of({ validFrom: at(3), validUntil: at(100) }),
    restricted: await of({ restrictions: "Not for sport" }),
    old: await of({ createdAt: new Date("2024-05-06T12:00:00Z") }),
    taken: await of({ takenAt: "2023-04-05T10:11:12" }),
    keyed: await of({}, ["Harbours"]),
    collected: await of({}),
    drafted: await of({}),
    shown: await of({}),
    face: await of({}),
    binned: await of({ deletedAt: now() }),
  };
  const story = await makePublishedArticle({ lead: firstUseOf({ id: made.shown }) });
  await makeByline({ portraitAssetId: made.face });
  await transact(async (tx) => {
    await tx.insert(draftAssets).values({ articleId: story.article.id, assetId: made.drafted });
    await tx.insert(collections).values({ id: "c1", name: "C", description: "", createdBy: by.id, createdAt: now() });
    await tx.insert(collectionAssets).values({ collectionId: "c1", assetId: made.collected, addedAt: now() });
  });
  type Name = keyof typeof made;
  const names = async (asked: Record<string, string>) => {
    const ids = await found({ q: word, ...asked });
    return (Object.keys(made) as Name[]).filter((name) => ids.includes(made[name]));
  };
  const all = (Object.keys(made) as Name[]).filter((name) => name !== "binned");
  const but = (...gone: Name[]) => all.filter((name) => !gone.includes(name));

  expect(await names({})).toEqual(all);
  expect(await names({ bin: "yes" })).toEqual(["binned"]);
  expect(await names({ kind: "video" })).toEqual(["film"]);
  expect(await names({ shape: "portrait" })).toEqual(["tall"]);
  expect(await names({ shape: "square" })).toEqual(["square"]);
  expect(await names({ shape: "landscape" })).toEqual(but("tall", "square"));
  expect(await names({ wide: "1200" })).toEqual(but("tall"));
  expect(await names({ wide: "2400" })).toEqual(["wide"]);
  expect(await names({ moving: "yes" })).toEqual(["gif"]);
  expect(await names({ by: by.id })).toEqual(["byOther"]);
  expect(await names({ lacks: "alt" })).toEqual(["bare"]);
  expect(await names({ lacks: "credit" })).toEqual(["bare"]);
  expect(await names({ rights: "lapsed" })).toEqual(["lapsed"]);
  expect(await names({ rights: "lapses-soon" })).toEqual(["lapsing"]);
  expect(await names({ rights: "not-yet" })).toEqual(["later"]);
  expect(await names({ rights: "restricted" })).toEqual(["restricted"]);
  expect(await names({ rights: "usable" })).toEqual(but("lapsed", "later"));
  expect(await names({ from: "2024-05-06", to: "2024-05-06" })).toEqual(["old"]);
  expect(await names({ to: "2024-05-05" })).toEqual([]);
  expect(await names({ takenFrom: "2023-04-05", takenTo: "2023-04-05" })).toEqual(["taken"]);
  expect(await names({ takenTo: "2023-04-04" })).toEqual([]);
  expect(await names({ keyword: "Harbours" })).toEqual(["keyed"]);
  expect(await names({ collection: "c1" })).toEqual(["collected"]);
  expect(await names({ used: "yes" })).toEqual(["drafted", "shown", "face"]);
  expect(await names({ used: "no" })).toEqual(but("drafted", "shown", "face"));
  // Several at once, and what an address says wrongly.
  expect(await names({ shape: "landscape", wide: "1200", used: "yes", sort: "name" })).toEqual([
    "drafted",
    "shown",
    "face",
  ]);
  expect(await names({ kind: "sculpture", shape: "round", from: "yesterday", sort: "colour" })).toEqual(all);

  // What readers saw and see no more uses nothing.
  await transact((tx) =>
    tx.update(publications).set({ endedAt: now() }).where(eq(publications.articleId, story.article.id)),
  );
  expect(await names({ used: "yes" })).not.toContain("shown");
  const page = await listAssets(editor, LibraryQuery.parse({ q: word }));
  const marks = new Map(page.assets.map(({ id, used, rights }) => [id, { used, rights }]));
  expect(marks.get(made.drafted)).toEqual({ used: true, rights: null });
  expect(marks.get(made.lapsed)).toEqual({ used: false, rights: "lapsed" });
  expect(marks.get(made.lapsing)?.rights).toBe("lapses-soon");
  expect(marks.get(made.later)?.rights).toBe("not-yet");
  expect(marks.get(made.restricted)?.rights).toBe("restricted");
});

test.each<Sort>(["newest", "oldest", "name", "best"])(
  "sorted by %s, each asset comes once, in order, also while others are added",
  async (sort) => {
    const word = `w${newId()}`;
    const ids: string[] = [];
    for (let n = 0; n < 130; n++) {
      // Three at each instant, and names that are put in order by number.
      const createdAt = new Date(Date.UTC(2022, 0, 1, 0, Math.floor(n / 3)));
      ids.push((await make({ caption: word, filename: `Shot-${(n * 37) % 130}.jpg`, createdAt })).id);
    }
    const seen = await turned({ q: word, sort }, () => make({ caption: word, filename: "Shot-1.jpg" }));
    const shown = seen.filter((id) => ids.includes(id));
    expect(shown).toHaveLength(130);
    expect(new Set(seen).size).toBe(seen.length);
    const place = (id: string) => ids.indexOf(id);
    if (sort === "name") expect(shown.map((id) => (place(id) * 37) % 130)).toEqual(ids.map((_, n) => n));
    else if (sort === "oldest") expect(shown).toEqual(ids);
    else expect(shown).toEqual(ids.toReversed());
  },
  30_000,
);

test("the best match comes first, and a cursor that was tampered with is the first page", async () => {
  const word = `w${newId()}`;
  const shown = await make({ createdAt: new Date("2020-01-01") }, [word]);
  const said = await make({ caption: `Here ${word} is only said, among very many other words of a long caption` });
  expect(await found({ q: word, sort: "best" })).toEqual([shown.id, said.id]);
  expect(await found({ q: word, sort: "newest" })).toEqual([said.id, shown.id]);
  for (const sort of ["newest", "oldest", "name", "best"]) {
    expect(await found({ q: word, sort, cursor: "nonsense" })).toEqual(await found({ q: word, sort }));
  }
});

test("what is found is counted up to a thousand", async () => {
  const page = await listAssets(editor, LibraryQuery.parse({ q: "heliotrope" }));
  expect(page).toMatchObject({ count: 2, uncounted: false });
});

test("what the index lacks, or holds in an older way, is caught up with", async () => {
  const { id } = await makeAsset({ caption: "Tamarind" });
  const other = await make({ caption: "Sumac" });
  await transact((tx) => tx.update(assetEntries).set({ version: 0 }).where(eq(assetEntries.assetId, other.id)));
  expect([await found({ q: "tamarind" }), await isLibraryBehind()]).toEqual([[], true]);
  await catchUpLibrary();
  expect([await found({ q: "tamarind" }), await found({ q: "sumac" })]).toEqual([[id], [other.id]]);
  expect(await isLibraryBehind()).toBe(false);
});

const connection = open(databaseFile(), true);
afterAll(() => connection.close());

test("no query reads through the library's own table, whatever is asked", async () => {
  // As SQLite plans what is really asked of it.
  const plans: string[] = [];
  const { prepare } = Object.getPrototypeOf(connection);
  const spied = (db() as unknown as { $client: typeof connection }).$client;
  spied.prepare = function (this: typeof connection, sql: string) {
    if (/^select/i.test(sql.trim())) plans.push(sql);
    return prepare.call(this, sql);
  } as typeof spied.prepare;
  try {
    const asked = [
      {},
      { q: "narwhal" },
      { q: "narwhal", sort: "best" },
      { sort: "name", keyword: "a" },
      { used: "no", rights: "usable" },
      { collection: "a", takenFrom: "2020-01-01" },
      { rights: "lapsed", bin: "yes", sort: "oldest" },
    ];
    for (const query of asked) await found(query as Record<string, string>);
  } finally {
    Reflect.deleteProperty(spied, "prepare");
  }
  const details = plans.flatMap((sql) => {
    const numbers = sql.match(/\?/g)?.length ?? 0;
    const rows = connection.prepare(`explain query plan ${sql}`).all(...Array(numbers).fill(1)) as { detail: string }[];
    return rows.map(({ detail }) => detail);
  });
  expect(details.some((detail) => detail.includes("asset_index VIRTUAL TABLE"))).toBe(true);
  const scans = details.filter((detail) =>
    /^SCAN (assets|draft_assets|revision_assets|publications|asset_keywords|collection_assets|bylines)\b/.test(detail),
  );
  expect(scans).toEqual([]);
  expect(details.filter((detail) => /^SCAN asset_entries/.test(detail) && !/INDEX/.test(detail))).toEqual([]);
});

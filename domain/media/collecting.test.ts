import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, transact } from "@/db/client";
import { makeAsset, makeSettings, makeStaff } from "@/db/factories";
import { assets, events } from "@/db/schema";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { binAssets, unbinAssets } from "./binning-many";
import { EditAssets, UndoEdit } from "./bulk";
import {
  addToCollection,
  createCollection,
  editCollection,
  listCollections,
  removeCollection,
  takeFromCollection,
} from "./collecting";
import { NewCollection } from "./collection";
import { editAssets, undoEdit } from "./editing-many";
import { indexAsset } from "./indexing";
import {
  keepKeywords,
  keywordsOf,
  listKeywords,
  RenameKeyword,
  removeKeyword,
  renameKeyword,
  suggestKeywords,
} from "./keywords";
import { LibraryQuery } from "./library";
import { listAssets } from "./library-desk";

const editor = await makeStaff({ role: "editor" });
const contributor = await makeStaff({ role: "contributor" });

async function make(by: Actor, given: Partial<typeof assets.$inferInsert> = {}, keywords: string[] = []) {
  const asset = await makeAsset({ uploadedBy: by.id, ...given });
  await transact(async (tx) => {
    await keepKeywords(tx, asset.id, keywords);
    await indexAsset(tx, asset.id);
  });
  return asset.id;
}
const row = async (id: string) => (await db().select().from(assets).where(eq(assets.id, id)))[0];
const found = async (asked: Record<string, string>) =>
  (await listAssets(editor, LibraryQuery.parse(asked))).assets.map(({ id }) => id);
const trail = (id: string) => db().select().from(events).where(eq(events.subjectId, id));

test("each asset is changed for itself, with an event of its own: what is refused of one is done to the others", async () => {
  const [own, others] = [await make(contributor), await make(editor, { filename: "theirs.jpg" })];
  const gone = await make(contributor, { filename: "gone.jpg", deletedAt: now() });
  const result = await editAssets(
    contributor,
    EditAssets.parse({
      ids: [own, others, gone, "none", own],
      credit: "Quince Agency",
      addKeywords: "Harbour, harbour, Ice",
    }),
  );
  expect(result).toMatchObject({ done: 1, unchanged: 0 });
  expect(result.refused).toEqual([
    { name: "theirs.jpg", why: expect.stringMatching(/^Your role/) },
    { name: "gone.jpg", why: expect.stringMatching(/does not exist/) },
    { name: "A file", why: expect.stringMatching(/does not exist/) },
  ]);
  expect([(await row(own))?.credit, (await row(others))?.credit, (await row(gone))?.credit]).toEqual([
    "Quince Agency",
    "",
    "",
  ]);
  expect(await keywordsOf(db(), own)).toEqual(["Harbour", "Ice"]);
  expect((await trail(own)).map(({ verb, data }) => [verb, data])).toEqual([
    ["asset.edited", expect.objectContaining({ fields: ["credit", "keywords"] })],
  ]);
  expect(await trail(others)).toEqual([]);
  expect(await found({ q: "quince" })).toEqual([own]);
  const again = await editAssets(contributor, EditAssets.parse({ ids: own, credit: "Quince Agency" }));
  expect(again).toEqual({ done: 0, unchanged: 1, refused: [], undo: null });
});

test("only what is named is changed; an empty value empties; rights do not end before they begin", async () => {
  const id = await make(editor, { credit: "Ada", place: "Oslo", licence: "CC", validUntil: new Date("2031-01-01") });
  await editAssets(
    editor,
    EditAssets.parse({ ids: id, place: "", people: "Ada Roe, Bo Li", validFrom: { at: "2030-06-01T09:30" } }),
  );
  expect(await row(id)).toMatchObject({
    ...{ credit: "Ada", place: "", licence: "CC", people: ["Ada Roe", "Bo Li"] },
    ...{ validFrom: new Date("2030-06-01T09:30Z"), validUntil: new Date("2031-01-01") },
  });
  const backwards = await editAssets(
    editor,
    EditAssets.parse({ ids: id, credit: "Bo", validUntil: { at: "2029-01-01T00:00" } }),
  );
  expect(backwards).toMatchObject({ done: 0, refused: [{ why: expect.stringMatching(/before they begin/) }] });
  expect((await row(id))?.credit).toBe("Ada");
  await expect(editAssets(editor, EditAssets.parse({ ids: id, validUntil: { at: "soon" } }))).rejects.toMatchObject({
    fields: { "validUntil.at": expect.any(String) },
  });
  const unspoken = EditAssets.safeParse({ ids: id, language: "Elvish" });
  expect(unspoken.error?.issues).toMatchObject([
    { path: ["language"], message: expect.stringMatching(/^Enter a language/) },
  ]);
  expect(EditAssets.safeParse({ ids: id }).success).toBe(false);
  expect(EditAssets.safeParse({ ids: Array(201).fill("a"), credit: "x" }).success).toBe(false);
});

test("source, copyright notice and language are said of many at once too, and taken back", async () => {
  const ids = [await make(editor, { source: "A slide", language: "fi" }), await make(editor)];
  const said = { source: "https://archive.example/", copyrightNotice: "© Quince", language: "Svenska" };
  const { undo } = await editAssets(editor, EditAssets.parse({ ids, ...said }));
  const kept = { ...said, language: "sv" };
  expect(await Promise.all(ids.map(row))).toMatchObject([kept, kept]);
  await undoEdit(editor, UndoEdit.parse({ undo: JSON.stringify(undo) }).undo);
  expect(await Promise.all(ids.map(row))).toMatchObject([
    { source: "A slide", copyrightNotice: "", language: "fi" },
    { source: "", copyrightNotice: "", language: "" },
  ]);
});

test("what was done to many is taken back, each to its own, but not where somebody changed it since", async () => {
  const [one, two, three] = [
    await make(editor, { credit: "Ada" }, ["Ice"]),
    await make(editor, { credit: "Bo" }, ["Snow"]),
    await make(editor, { credit: "Cy", filename: "three.jpg" }),
  ];
  const { undo } = await editAssets(
    editor,
    EditAssets.parse({ ids: [one, two, three], credit: "All", addKeywords: "ice, fog", removeKeywords: "SNOW" }),
  );
  expect(await keywordsOf(db(), two)).toEqual(["fog", "Ice"]);
  await editAssets(editor, EditAssets.parse({ ids: three, credit: "Newer" }));
  const { undo: sent } = UndoEdit.parse({ undo: JSON.stringify(undo) });
  const back = await undoEdit(editor, sent);
  expect(back).toMatchObject({ done: 2, refused: [{ name: "three.jpg", why: "It was changed again since." }] });
  expect([(await row(one))?.credit, (await row(two))?.credit, (await row(three))?.credit]).toEqual([
    "Ada",
    "Bo",
    "Newer",
  ]);
  expect([await keywordsOf(db(), one), await keywordsOf(db(), two)]).toEqual([["Ice"], ["Snow"]]);
  expect(await found({ q: "snow" })).toEqual([two]);
  await expect(undoEdit({ ...editor, grants: {} }, sent)).rejects.toMatchObject({ code: "forbidden" });
  expect((await undoEdit(contributor, sent)).refused).toHaveLength(3);
});

test("a keyword is one however it is spelled, is suggested, renamed on all that carry it, and two become one", async () => {
  const [one, two, both] = [
    await make(editor, {}, ["Ørsted Park"]),
    await make(editor, {}, ["ørsted park", "tivoli"]),
    await make(editor, {}, ["Tivoli", "ØRSTED PARK"]),
  ];
  expect(await keywordsOf(db(), two)).toEqual(["Ørsted Park", "tivoli"].sort());
  expect(await suggestKeywords(editor, "TIV")).toEqual(["tivoli"]);
  expect(await suggestKeywords(editor, " ")).toEqual([]);
  expect(await listKeywords(editor)).toContainEqual({ keyword: "tivoli", count: 2 });
  expect(await listKeywords(editor, { search: "ØRSTED" })).toMatchObject([{ keyword: "Ørsted Park" }]);

  await expect(renameKeyword(contributor, { from: "tivoli", to: "Gardens" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(renameKeyword(editor, { from: "none", to: "Gardens" })).rejects.toMatchObject({ code: "not-found" });
  await renameKeyword(editor, RenameKeyword.parse({ from: "tivoli", to: " TIVOLI " }));
  expect(await keywordsOf(db(), both)).toEqual(["TIVOLI", "Ørsted Park"]);
  await renameKeyword(editor, RenameKeyword.parse({ from: "TIVOLI", to: "ørsted park" }));
  expect([await keywordsOf(db(), two), await keywordsOf(db(), both)]).toEqual([["Ørsted Park"], ["Ørsted Park"]]);
  expect(new Set(await found({ keyword: "Ørsted Park" }))).toEqual(new Set([one, two, both]));
  expect(await found({ q: "tivoli" })).toEqual([]);
  await removeKeyword(editor, { keyword: "Ørsted Park" });
  expect([await keywordsOf(db(), one), await found({ q: "ørsted" })]).toEqual([[], []]);
});

test("a collection is made, filled, emptied and removed; what was in it stays", async () => {
  const [one, two, bin] = [await make(editor), await make(editor), await make(editor, { deletedAt: now() })];
  const { subjectId: id } = await createCollection(
    contributor,
    NewCollection.parse({ name: "Flood 2031", ids: [one, bin] }),
  );
  expect(await addToCollection(editor, { id, ids: [one, two] })).toBe(1);
  expect(await found({ collection: id })).toEqual([two, one]);
  expect(await listCollections(editor)).toMatchObject([
    { id, name: "Flood 2031", count: 2, by: { id: contributor.id } },
  ]);
  expect(await listCollections(editor, { search: "flóod" })).toHaveLength(1);
  expect(await listCollections(editor, { search: "drought" })).toEqual([]);
  expect(await takeFromCollection(contributor, { id, ids: [two, "none"] })).toBe(1);
  await expect(createCollection(editor, NewCollection.parse({ name: "flood 2031" }))).rejects.toMatchObject({
    code: "conflict",
    fields: { name: expect.stringMatching(/already/) },
  });
  await editCollection(editor, { id, name: "FLOOD 2031", description: "The river" });
  const another = await makeStaff({ role: "contributor" });
  await expect(editCollection(another, { id, name: "Mine", description: "" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(removeCollection(another, { id })).rejects.toMatchObject({ code: "forbidden" });
  await removeCollection(contributor, { id });
  expect([await listCollections(editor), await found({ collection: id })]).toEqual([[], []]);
  expect(await row(one)).toBeDefined();
  await expect(addToCollection(editor, { id, ids: [one] })).rejects.toMatchObject({ code: "not-found" });
  const nobody = { ...editor, grants: {} };
  await expect(listCollections(nobody)).rejects.toMatchObject({ code: "forbidden" });
  await expect(createCollection(nobody, NewCollection.parse({ name: "X" }))).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("many go into the bin and come back; what may not is said with why", async () => {
  const [one, others] = [await make(contributor, { caption: "Juniper" }), await make(editor, { caption: "Juniper" })];
  const result = await binAssets(editor, { ids: [one, others, "none"] });
  expect(result).toMatchObject({ done: 2, ids: [one, others], refused: [{ name: "A file" }] });
  expect([await found({ q: "juniper" }), await found({ q: "juniper", bin: "yes" })]).toEqual([[], [others, one]]);
  expect(await unbinAssets({ ...contributor, grants: {} }, { ids: [one] })).toMatchObject({ done: 0, refused: [{}] });
  await unbinAssets(editor, { ids: result.ids });
  expect(new Set(await found({ q: "juniper" }))).toEqual(new Set([one, others]));
});

test("of a time that comes twice it is asked which, and one that is left out is refused", async () => {
  await makeSettings({ timeZone: "Europe/London" });
  const id = await make(editor, {});
  const edit = (at: string, turn?: "first" | "second") =>
    editAssets(editor, EditAssets.parse({ ids: id, validFrom: { at, turn } }));
  const wrong = (fields: Record<string, RegExp>) => ({
    fields: Object.fromEntries(Object.entries(fields).map(([of, words]) => [of, expect.stringMatching(words)])),
  });
  await expect(edit("2027-10-31T01:30")).rejects.toMatchObject(wrong({ "validFrom.turn": /comes twice/ }));
  await expect(edit("2027-03-28T01:30")).rejects.toMatchObject(wrong({ "validFrom.at": /does not come/ }));
  await edit("2027-10-31T01:30", "second");
  expect((await row(id))?.validFrom).toEqual(new Date("2027-10-31T01:30Z"));
});

import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makeAsset, makeStaff } from "@/db/factories";
import { assets, events } from "@/db/schema";
import { newId } from "@/lib/id";
import { EditAsset } from "./asset";
import { listAssets, readAsset } from "./desk";
import { editAsset } from "./editing";
import { uploadAsset } from "./upload";

const editor = await makeStaff({ role: "editor" });
const contributor = await makeStaff({ role: "contributor" });
const row = async (id: string) => (await db().select().from(assets).where(eq(assets.id, id)))[0];

test("the library comes newest first, in pages, each picture once", async () => {
  const made: Awaited<ReturnType<typeof makeAsset>>[] = [];
  for (let n = 0; n < 60; n++) {
    // Three at each instant: the id decides among them.
    made.push(await makeAsset({ uploadedBy: editor.id, createdAt: new Date(2030, 0, 1, 0, Math.floor(n / 3)) }));
  }
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listAssets(contributor, { q: "", cursor });
    expect(page.assets.length).toBeLessThanOrEqual(24);
    seen.push(...page.assets.map(({ id }) => id));
    cursor = page.next;
  } while (cursor);
  expect(new Set(seen).size).toBe(seen.length);
  expect(new Set(seen)).toEqual(new Set(made.map(({ id }) => id)));
  const times = seen.map((id) => made.find((asset) => asset.id === id)?.createdAt.getTime());
  expect(times).toEqual([...times].sort((a, b) => Number(b) - Number(a)));
});

test("a search finds every word, wherever it stands; signs of patterns mean themselves no more", async () => {
  const harbour = await makeAsset({ filename: "IMG_1.jpg", caption: "The harbour at dawn", credit: "Jane Roe" });
  const market = await makeAsset({ filename: "market.jpg", alt: "Stalls by the harbour" });
  const find = async (q: string) => (await listAssets(editor, { q })).assets.map(({ id }) => id);
  expect(new Set(await find("HARBOUR"))).toEqual(new Set([harbour.id, market.id]));
  expect(await find("roe dawn")).toEqual([harbour.id]);
  expect(await find("market.jpg")).toEqual([market.id]);
  expect(await find("no such words")).toEqual([]);
  expect((await listAssets(editor, { q: "%" })).assets.length).toBe(
    (await listAssets(editor, { q: "" })).assets.length,
  );
});

test("a cursor that was tampered with is the first page", async () => {
  const first = await listAssets(editor, { q: "" });
  expect(await listAssets(editor, { q: "", cursor: "nonsense" })).toEqual(first);
});

test("what is said of a picture is kept, with who said it", async () => {
  const { id } = await makeAsset({ uploadedBy: contributor.id });
  await editAsset(contributor, EditAsset.parse({ id, alt: " A quay ", caption: "Dawn", credit: "Jane Roe" }));
  expect(await row(id)).toMatchObject({ alt: "A quay", caption: "Dawn", credit: "Jane Roe" });
  await editAsset(editor, EditAsset.parse({ id, decorative: "on" }));
  expect(await row(id)).toMatchObject({ alt: "", caption: "", credit: "" });
  await editAsset(editor, EditAsset.parse({ id }));
  expect(await row(id)).toMatchObject({ alt: null });
  const trail = await db().select().from(events).where(eq(events.subjectId, id));
  expect(trail.map(({ verb, actorId }) => [verb, actorId])).toEqual([
    ["asset.edited", contributor.id],
    ["asset.edited", editor.id],
    ["asset.edited", editor.id],
  ]);
});

test("a picture cannot be decorative and described at once", () => {
  const parsed = EditAsset.safeParse({ id: "x", alt: "A quay", decorative: "on" });
  expect(parsed.error?.issues[0]?.path).toEqual(["alt"]);
});

test.each(["contributor", "reporter"] as const)("a %s may not change what another brought", async (role) => {
  const { id } = await makeAsset({ uploadedBy: editor.id, caption: "Dawn" });
  const actor = await makeStaff({ role });
  await expect(editAsset(actor, EditAsset.parse({ id }))).rejects.toMatchObject({ code: "forbidden" });
  expect(await row(id)).toMatchObject({ caption: "Dawn" });
});

test("there is no changing or reading what does not exist", async () => {
  await expect(editAsset(editor, EditAsset.parse({ id: "none" }))).rejects.toMatchObject({ code: "not-found" });
  await expect(readAsset(editor, "none")).rejects.toMatchObject({ code: "not-found" });
});

test("nobody without a role that grants it uploads, looks or edits", async () => {
  const { id } = await makeAsset();
  const nobody = { ...editor, grants: {} };
  await expect(uploadAsset(nobody, { filename: "a.jpg", bytes: Buffer.alloc(0) })).rejects.toThrow();
  await expect(listAssets(nobody, { q: "" })).rejects.toThrow();
  await expect(readAsset(nobody, id)).rejects.toThrow();
});

test("what lacks its alt text or its credit is found by that, and only pictures are to be described", async () => {
  const word = newId();
  const make = (said: object) => makeAsset({ filename: `${word}.jpg`, ...said });
  const bare = await make({ credit: "", alt: null });
  await make({ credit: "Ada", alt: "" });
  await make({ credit: "Ada", alt: null, kind: "audio" });
  const find = async (lacks: "alt" | "credit") =>
    (await listAssets(editor, { q: word, lacks })).assets.map(({ id }) => id);
  expect(await find("alt")).toEqual([bare.id]);
  expect(await find("credit")).toEqual([bare.id]);
});

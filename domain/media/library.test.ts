import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makeAsset, makeStaff } from "@/db/factories";
import { assets, events } from "@/db/schema";
import { EditAsset } from "./asset";
import { readAsset } from "./desk";
import { editAsset } from "./editing";
import { listAssets } from "./library-desk";
import { uploadAsset } from "./upload";

const editor = await makeStaff({ role: "editor" });
const contributor = await makeStaff({ role: "contributor" });
const row = async (id: string) => (await db().select().from(assets).where(eq(assets.id, id)))[0];

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

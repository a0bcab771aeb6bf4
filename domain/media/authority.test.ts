import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeAsset, makePublishedArticle, makeStaff } from "@/db/factories";
import { events } from "@/db/schema";
import { firstUseOf } from "@/domain/articles/body";
import { cropAsset } from "./cropping";
import { editAsset } from "./editing";
import { editAssets } from "./editing-many";

const words = { alt: "A pier", decorative: false, caption: "The pier", credit: "Jane Roe" };

async function shownByAReporter() {
  const reporter = await makeStaff({ role: "reporter" });
  const asset = await makeAsset({ uploadedBy: reporter.id, alt: "A pier", credit: "Jane Roe" });
  return { reporter, asset, editor: await makeStaff({ role: "editor" }) };
}

describe("what readers see of a picture", () => {
  test("is changed by whoever edits the library, not by who uploaded it and may publish nothing", async () => {
    const { reporter, asset, editor } = await shownByAReporter();
    await editAsset(reporter, { id: asset.id, ...words, caption: "Before anybody published it" });
    await makePublishedArticle({ lead: firstUseOf(asset) });
    await expect(editAsset(reporter, { id: asset.id, ...words })).rejects.toMatchObject({ code: "forbidden" });
    await expect(cropAsset(reporter, { id: asset.id, focus: null, crops: {} })).rejects.toMatchObject({
      code: "forbidden",
    });
    const many = await editAssets(reporter, { ids: [asset.id], credit: "Somebody else" });
    expect(many).toMatchObject({ done: 0, refused: [{ why: expect.stringContaining("Readers see it") }] });
    await editAsset(editor, { id: asset.id, ...words });
  });

  test("keeps its credit and its alt text, without which no story is published", async () => {
    const { asset, editor } = await shownByAReporter();
    await makePublishedArticle({ lead: firstUseOf(asset) });
    const bare = editAsset(editor, { id: asset.id, ...words, alt: "", credit: "" });
    await expect(bare).rejects.toMatchObject({
      code: "invalid",
      fields: { alt: expect.stringContaining("describe it"), credit: expect.stringContaining("needs a credit") },
    });
    expect(await editAssets(editor, { ids: [asset.id], credit: "" })).toMatchObject({ done: 0 });
  });

  test("is in the trail as it was and as it is", async () => {
    const { asset, editor } = await shownByAReporter();
    const { number } = await editAsset(editor, { id: asset.id, ...words, caption: "The old pier" });
    const [event] = await db().select().from(events).where(eq(events.number, number));
    expect(event?.data).toMatchObject({ was: { caption: "" }, is: { caption: "The old pier" } });
  });
});

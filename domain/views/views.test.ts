import { beforeAll, expect, test } from "vitest";
import { makeStaff } from "@/db/factories";
import type { Actor } from "@/domain/people/staff";
import { listViews } from "./desk";
import { removeView, saveView } from "./keeping";
import { SaveView, viewQuery } from "./view";

let reporter: Actor;
let editor: Actor;
beforeAll(async () => {
  reporter = await makeStaff({ role: "reporter" });
  editor = await makeStaff({ role: "editor" });
});

const view = (name: string, shared?: "on") =>
  SaveView.parse({ list: "articles", name, query: "section=a&search=tram", shared });
const names = async (actor: Actor) => (await listViews(actor, "articles")).map(({ name }) => name);

test("a view is its owner's alone, unless it is shared with all by who may", async () => {
  await saveView(reporter, view("Mine"));
  await saveView(editor, view("Ours", "on"));
  expect(await names(reporter)).toEqual(["Mine", "Ours"]);
  expect(await names(editor)).toEqual(["Ours"]);
  expect(await listViews(reporter, "media")).toEqual([]);
  await expect(saveView(reporter, view("Theirs", "on"))).rejects.toMatchObject({ code: "forbidden" });
});

test("a view of the same name takes the place of one's own, and of nobody else's", async () => {
  await saveView(reporter, view("Trams"));
  await saveView(reporter, { ...view("trams"), query: "search=bus" });
  await saveView(editor, view("Trams"));
  const kept = (await listViews(reporter, "articles")).filter(({ name }) => name.toLowerCase() === "trams");
  expect(kept).toMatchObject([{ name: "trams", query: "search=bus" }]);
});

test("another's own view cannot be removed, a shared one by who may share", async () => {
  const another = await makeStaff({ role: "editor" });
  const { subjectId: own } = await saveView(reporter, view("Keep"));
  const { subjectId: shared } = await saveView(editor, view("Shared", "on"));
  await expect(removeView(editor, { id: own })).rejects.toMatchObject({ code: "not-found" });
  await expect(removeView(reporter, { id: shared })).rejects.toMatchObject({ code: "not-found" });
  await removeView(another, { id: shared });
  await removeView(reporter, { id: own });
  expect(await names(reporter)).not.toContain("Keep");
});

test("one view has one query, whatever the order, the page and the empty fields of the address", () => {
  expect(viewQuery("?state=&section=b&cursor=99&search= tram ")).toBe("search=tram&section=b");
  expect(SaveView.safeParse({ list: "articles", name: "All", query: "cursor=1&state=" }).success).toBe(false);
});

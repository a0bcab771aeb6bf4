import { eq, gt } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db, transact } from "@/db/client";
import { makePublishedArticle, makeSection, makeStaff } from "@/db/factories";
import { events, permalinks, publications } from "@/db/schema";
import { createArticle } from "@/domain/articles/editing";
import { eventsAfter, lastEventNumber } from "@/domain/events/read";
import { tag } from "@/domain/events/tags";
import type { Actor } from "@/domain/people/staff";
import { newId } from "@/lib/id";
import { listRedirects, listRetired } from "./desk";
import { importRedirects, keepRedirect, removeRedirect, removeRedirects, restoreRedirects } from "./keeping";
import { findRedirect } from "./published";
import { csvRows, pathIn, webAddressIn } from "./redirect";

let editor: Actor;
beforeAll(async () => {
  editor = await makeStaff({ role: "editor" });
});

const old = () => `/old/${newId()}`;
const moved = (path: string, target: string) => keepRedirect(editor, { path, kind: "moved", target });

describe("addresses", () => {
  test.each([
    ["/old/page", "/old/page"],
    ["/old/page/", "/old/page"],
    ["/old/page?x=1#y", "/old/page"],
    ["https://paper.test/old", "/old"],
    ["/caf%C3%A9", "/caf%C3%A9"],
    ["/café", "/caf%C3%A9"],
    ["//elsewhere.test/x", null],
    ["old/page", null],
    ["/a/../b", null],
    ["/a//b", null],
    ["/%ff", null],
    ["javascript:alert(1)", null],
  ])("%s as a path is %s", (typed, path) => {
    expect(pathIn(typed, "https://paper.test")).toBe(path);
  });

  test.each([
    ["https://elsewhere.test/x", "https://elsewhere.test/x"],
    ["https://paper.test/x", null],
    ["https://me:secret@elsewhere.test", null],
    ["javascript:alert(1)", null],
    ["/path", null],
  ])("%s as an address of the web is %s", (typed, address) => {
    expect(webAddressIn(typed, "https://paper.test")).toBe(address);
  });

  test("CSV is read with quotes, commas and line ends in them, and empty lines left out", () => {
    expect(csvRows('\uFEFFfrom,to\r\n\r\n"/a,b","/c ""d"""\n/e , gone')).toEqual([
      { line: 1, cells: ["from", "to"] },
      { line: 3, cells: ["/a,b", '/c "d"'] },
      { line: 4, cells: ["/e", "gone"] },
    ]);
  });
});

describe("keepRedirect", () => {
  test("leads to a story wherever it moves, to a page, to the web, or says that it is gone", async () => {
    const { path, article } = await makePublishedArticle();
    const { slug } = await makeSection();
    const [toStory, toPage, toWeb, gone] = [old(), old(), old(), old()];
    await moved(toStory, path);
    await moved(toPage, `/${slug}`);
    await moved(toWeb, "https://elsewhere.test/x");
    await keepRedirect(editor, { path: gone, kind: "gone", note: "We sold that part." });
    expect(await findRedirect(toStory)).toMatchObject({
      movedTo: path,
      tags: [tag.redirects, tag.article(article.id)],
    });
    expect(await findRedirect(toPage)).toMatchObject({ movedTo: `/${slug}` });
    expect(await findRedirect(toWeb)).toMatchObject({ movedTo: "https://elsewhere.test/x" });
    expect(await findRedirect(gone)).toMatchObject({ note: "We sold that part." });
    const elsewhere = `/${slug}/${newId()}`;
    await transact(async (tx) => {
      await tx.update(permalinks).set({ retiredAt: new Date() }).where(eq(permalinks.path, path));
      await tx.insert(permalinks).values({ path: elsewhere, articleId: article.id, createdAt: new Date() });
    });
    expect(await findRedirect(toStory)).toMatchObject({ movedTo: elsewhere });
    expect(await findRedirect(old())).toBeNull();
  });

  test("takes every step of a chain at once, whichever end is made first, and refuses a circle", async () => {
    const { slug } = await makeSection();
    const [a, b, c] = [old(), old(), old()];
    await moved(b, `/${slug}`);
    await moved(a, b);
    expect(await findRedirect(a)).toMatchObject({ movedTo: `/${slug}` });
    await expect(moved(c, c)).rejects.toMatchObject({ fields: { target: expect.stringContaining("circle") } });
    // b is to lead to a, which leads to where b did: nowhere but in a circle, were it not for the step taken.
    await expect(keepRedirect(editor, { path: b, was: b, kind: "moved", target: b })).rejects.toMatchObject({
      code: "invalid",
    });
    const other = (await makeSection()).slug;
    await keepRedirect(editor, { path: b, was: b, kind: "moved", target: `/${other}` });
    expect(await findRedirect(b)).toMatchObject({ movedTo: `/${other}` });
  });

  test("an address of the paper, of a story now or once, and of the product are refused, and targets that are nothing", async () => {
    const { path, section } = await makePublishedArticle();
    for (const taken of [
      path,
      `/${section.slug}`,
      "/",
      "/search",
      "/newsroom/x",
      "/media/x",
      "/preview/x",
      "/rss.xml",
      `/${section.slug}/rss.xml`,
    ]) {
      await expect(moved(taken, "/archive"), taken).rejects.toMatchObject({ fields: { path: expect.any(String) } });
    }
    for (const nothing of ["/nothing/here", "javascript:alert(1)", "", "ftp://elsewhere.test"]) {
      await expect(moved(old(), nothing), nothing).rejects.toMatchObject({ fields: { target: expect.any(String) } });
    }
    const twice = old();
    await moved(twice, "/archive");
    await expect(moved(twice, "/search")).rejects.toMatchObject({ fields: { path: expect.any(String) } });
  });

  test("a draft that nobody has seen has no address to lead to, and one taken from readers leads only to what tells of that", async () => {
    await createArticle(editor);
    const { path, publication } = await makePublishedArticle();
    const from = old();
    await moved(from, path);
    await transact((tx) =>
      tx.update(publications).set({ endedAt: new Date() }).where(eq(publications.id, publication.id)),
    );
    expect(await findRedirect(from)).toMatchObject({ movedTo: path });
  });

  test("is edited, moved and removed, and each time the pages that it stood for are made anew", async () => {
    const [from, then] = [old(), old()];
    const before = await lastEventNumber();
    await moved(from, "/archive");
    await keepRedirect(editor, { path: then, was: from, kind: "gone" });
    expect(await findRedirect(from)).toBeNull();
    await removeRedirect(editor, { path: then });
    expect(await findRedirect(then)).toBeNull();
    const events = await eventsAfter(before);
    expect(events.map(({ tags }) => tags)).toEqual([[tag.redirects], [tag.redirects], [tag.redirects]]);
    await expect(removeRedirect(editor, { path: then })).rejects.toMatchObject({ code: "not-found" });
  });

  test("is for those who may", async () => {
    const reporter = await makeStaff({ role: "reporter" });
    await expect(keepRedirect(reporter, { path: old(), kind: "gone" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(importRedirects(reporter, { csv: "/a,/archive" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(listRedirects(reporter, {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(listRetired(reporter, {})).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("importRedirects", () => {
  test("keeps what is good and says of each other line why not", async () => {
    const [one, two] = [old(), old()];
    const csv = `from,to\n${one},/archive\n${two},gone\n/search,/archive\n${old()},/nothing\nnonsense,/archive\n${one},/archive`;
    const { kept, refused } = await importRedirects(editor, { csv });
    expect(kept).toBe(2);
    expect(refused.map(({ line }) => line)).toEqual([4, 5, 6, 7]);
    expect(refused[0]?.why).toContain("A page of the paper");
    expect(await findRedirect(two)).toMatchObject({ note: "" });
    await expect(importRedirects(editor, { csv: "from,to" })).rejects.toMatchObject({ code: "invalid" });
  });
});

test("the newsroom lists both kinds, searches them, and pages on", async () => {
  const word = newId();
  for (let n = 0; n < 52; n++) await moved(`/old/${word}-${n}`, "/archive");
  const first = await listRedirects(editor, { search: word });
  expect(first.rows).toHaveLength(50);
  const second = await listRedirects(editor, { search: word, cursor: first.next });
  expect(second.rows).toHaveLength(2);
  expect(new Set([...first.rows, ...second.rows].map(({ path }) => path)).size).toBe(52);
  const { path, article } = await makePublishedArticle();
  const left = `/once/${word}`;
  await transact((tx) =>
    tx.insert(permalinks).values({ path: left, articleId: article.id, createdAt: new Date(), retiredAt: new Date() }),
  );
  expect((await listRetired(editor, { search: word })).rows).toMatchObject([{ path: left, target: path }]);
  expect(await db().$count(permalinks, eq(permalinks.path, left))).toBe(1);
});

describe("redirects that are removed together", () => {
  test("are put back as they were, but for those whose address is taken by now", async () => {
    const { path: story } = await makePublishedArticle();
    const [toStory, toPage, gone, away, kept] = [old(), old(), old(), old(), old()];
    await moved(toStory, story);
    await moved(toPage, "/corrections");
    await keepRedirect(editor, { path: gone, kind: "gone", note: "It was wrong." });
    await moved(away, "https://elsewhere.test/x");
    await moved(kept, "/corrections");
    const all = [toStory, toPage, gone, away];
    const kinds = (paths: string[]) =>
      Promise.all(paths.map(async (path) => ({ ...(await findRedirect(path)), at: undefined })));
    const before = await kinds(all);

    const since = await lastEventNumber();
    const removed = await removeRedirects(editor, { ids: [...all, "/old/never-was"] });
    expect(removed).toMatchObject({ done: 4, unchanged: 1, refused: [] });
    expect(await Promise.all(all.map((path) => findRedirect(path)))).toEqual([null, null, null, null]);
    expect(await findRedirect(kept)).not.toBeNull();
    const said = await db().select().from(events).where(gt(events.number, since));
    expect(said.map(({ verb, subjectId }) => `${verb} ${subjectId}`).sort()).toEqual(
      all.map((path) => `redirect.removed ${path}`).sort(),
    );

    await moved(away, "/corrections");
    const back = await restoreRedirects(editor, { undo: removed.undo });
    expect(back).toMatchObject({
      done: 3,
      refused: [{ name: away, why: expect.stringContaining("redirected already") }],
    });
    expect(await kinds([toStory, toPage, gone])).toEqual(before.slice(0, 3));
  });

  test("and put back, only by who may", async () => {
    const reporter = await makeStaff({ role: "reporter" });
    const path = old();
    await moved(path, "/corrections");
    await expect(removeRedirects(reporter, { ids: [path] })).rejects.toMatchObject({ code: "forbidden" });
    const undo = [{ path: old(), kind: "gone" as const, target: "", note: "" }];
    await expect(restoreRedirects(reporter, { undo })).rejects.toMatchObject({ code: "forbidden" });
    expect(await findRedirect(path)).not.toBeNull();
  });
});

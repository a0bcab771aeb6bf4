import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, expect, test, vi } from "vitest";
import { databaseFile, db } from "@/db/client";
import { createArticle, saveDraft } from "@/domain/articles/editing";
import { amendArticle, publishArticle, unpublishArticle } from "@/domain/articles/publication";
import { findActor } from "@/domain/people/actors";
import { putInBase } from "./base";
import { writeArchive } from "./make";
import { type Fate, storiesOf } from "./story";

afterEach(() => vi.useRealTimers());

const WRITTEN = [
  ...["articles", "drafts", "plans", "draft_assets", "revisions", "revision_bylines", "revision_topics"],
  ...["revision_credits", "revision_assets", "publications", "permalinks", "corrections", "search_entries", "events"],
  ...["listings", "list_sizes", "desk_entries", "notices", "jobs"],
];
/** Of a list that lost a story it is kept when that had changed, which nothing tells later. */
const NOT_TOLD = /,"changed_at":(?:\d+|null)/;

/** Every row of a database, with the names of what was made at random in place of these. */
function rowsIn(file: string): Record<string, string[]> {
  const connection = new Database(file, { readonly: true });
  const names = new Map<string, string>();
  for (const table of ["articles", "revisions", "publications", "corrections"]) {
    const ids = connection.prepare<[], { id: string }>(`select id from ${table} order by rowid`).all();
    ids.forEach(({ id }, at) => {
      names.set(id, `${table} ${at}`);
    });
  }
  const named = (row: unknown) =>
    JSON.stringify(row)
      .replace(NOT_TOLD, "")
      .replace(/\b[0-9a-z]{16}\b/g, (id) => names.get(id) ?? id);
  const rows = Object.fromEntries(
    WRITTEN.map((table) => [table, connection.prepare(`select * from ${table}`).all().map(named).sort()]),
  );
  connection.close();
  return rows;
}

async function copyTo(file: string): Promise<void> {
  const connection = new Database(databaseFile(), { readonly: true });
  await connection.backup(file);
  connection.close();
}

function wordsIn(file: string): unknown[] {
  const connection = new Database(file);
  const found = ["search_index", "desk_index"].flatMap((index) => {
    connection.exec(`create virtual table temp.words using fts5vocab(main, ${index}, 'instance')`);
    const words = connection.prepare("select doc, col, offset, term from temp.words order by 1, 2, 3, 4").all();
    connection.exec("drop table temp.words");
    connection.exec(`insert into ${index} (${index}) values ('integrity-check')`);
    return words;
  });
  connection.close();
  return found;
}

test("a story that the generator writes is row by row one that the newsroom's verbs published", async () => {
  const sizes = { writers: 3, topics: 60, bylines: 12, pictures: 1 };
  const base = await putInBase({ email: "owner@example.test", password: "a-long-test-password" }, sizes);
  const folder = mkdtempSync(path.join(tmpdir(), "masthead-archive-"));
  try {
    const [mine, theirs] = [path.join(folder, "mine.db"), path.join(folder, "theirs.db")];
    await copyTo(mine);
    const archive = { base, seed: 3, stories: 400, end: new Date("2026-06-01T12:00:00Z") };
    await writeArchive(mine, archive);

    const editor = await findActor(db(), base.editor);
    if (!editor) throw new Error("Nobody publishes");
    const fates = new Set<Fate>();
    const story = storiesOf(archive);
    vi.useFakeTimers({ toFake: ["Date"] });
    for (let at = 0; at < archive.stories; at++) {
      const told = story(at);
      fates.add(told.fate);
      const writer = await findActor(db(), told.writer);
      if (!writer) throw new Error("Nobody writes");
      vi.setSystemTime(told.begun);
      const { subjectId: id } = await createArticle(writer);
      vi.setSystemTime(told.saved);
      await saveDraft(writer, { id, version: 1, content: told.content });
      if (told.fate === "in-work") continue;
      vi.setSystemTime(told.published);
      await publishArticle(editor, { id, version: 2 });
      vi.setSystemTime(told.fated);
      const note = told.note;
      if (told.later) {
        await saveDraft(editor, { id, version: 2, content: told.later.content });
        await publishArticle(editor, { id, version: 3, change: { kind: "update", note } });
      } else if (told.fate === "corrected") {
        const change = { kind: "correction" as const, text: note, place: "end" as const, approvedBy: editor.id };
        await amendArticle(editor, { id, change });
      } else if (told.fate === "retracted")
        await amendArticle(editor, { id, change: { kind: "retraction", reason: note } });
      else if (told.fate === "unpublished") await unpublishArticle(editor, { id, note });
    }
    await copyTo(theirs);
    expect([...fates].sort()).toEqual(["corrected", "in-work", "retracted", "stands", "unpublished", "updated"]);
    const [written, published] = [rowsIn(mine), rowsIn(theirs)];
    for (const table of WRITTEN) expect([table, written[table]]).toEqual([table, published[table]]);
    expect(wordsIn(mine)).toEqual(wordsIn(theirs));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 240_000);

import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import Database from "better-sqlite3";
import { databaseFile } from "@/db/client";
import { act } from "@/scripts/trials/act";
import type { Paper } from "@/scripts/trials/paper";
import { signedIn } from "@/scripts/trials/visitor";
import { contentAfter, WHERE } from "./deeds";
import { type Story, storyOf } from "./watch";

/** Who does something to a story, in a process of their own. */
export type Writer = { story: Story; perform: (deed: number) => Promise<void>; end: () => void };

/**
 * Starts a process that publishes, updates and unpublishes a story of its own.
 * @param how by the domain's verbs, as the command line does; or by plans that the paper's jobs carry out
 */
export async function startWriter(env: NodeJS.ProcessEnv, how: "verbs" | "jobs"): Promise<Writer> {
  const [mark, slug] = [`${how}deed`, `bench-${how}`];
  const program = path.join(import.meta.dirname, "writer.ts");
  const child: ChildProcess = fork(program, { env: { ...env, MARK: mark, SLUG: slug, HOW: how } });
  const gone = once(child, "exit");
  const answered = () =>
    Promise.race([
      once(child, "message"),
      gone.then(() => {
        throw new Error(`The writer by ${how} ended`);
      }),
    ]);
  await answered();
  return {
    story: storyOf(mark, `/harbour/${slug}`),
    perform: async (deed) => {
      const done = answered();
      child.send(deed);
      await done;
    },
    end: () => child.disconnect(),
  };
}

const ACTIONS = "app/(newsroom)/newsroom/articles/[id]/actions.ts";

/** A member of the staff who does the same over HTTP, as the newsroom's scripts do. */
export async function startStaff(paper: Paper): Promise<Writer> {
  const [mark, slug] = ["staffdeed", "bench-staff"];
  const staff = await signedIn(paper.url);
  const begin = { file: "app/(newsroom)/newsroom/articles/actions.ts", name: "startArticle" };
  const { to, status } = await act(staff, "/newsroom/articles", begin, {});
  const id = to?.split("/").at(-1);
  if (!id) throw new Error(`No story was begun: ${status}`);
  const place = { mark, slug, ...idsIn(paper.folder) };
  let version = 1;

  async function does(name: string, fields: Record<string, string>): Promise<void> {
    const { done, status, text } = await act(staff, `/newsroom/articles/${id}`, { file: ACTIONS, name }, fields);
    if (!done) throw new Error(`${name} answered ${status}: ${text.slice(0, 300)}`);
  }

  return {
    story: storyOf(mark, `/harbour/${slug}`),
    perform: async (deed) => {
      if (deed % 3 === 2) return does("unpublish", { id });
      const content = contentAfter(deed, place);
      const answer = await staff.send("PUT", `/newsroom/articles/${id}/draft`, { id, version, content });
      const told = (await answer.json()) as { saved?: { version: number } };
      if (!told.saved) throw new Error(`The draft was not saved: ${answer.status}`);
      version = told.saved.version;
      await does("publish", { id, version: String(version) });
    },
    end: () => {},
  };
}

function idsIn(folder: string) {
  const file = new Database(databaseFile(folder), { readonly: true });
  const idOf = (table: string, slug: string) => {
    const row = file.prepare<[string], { id: string }>(`select id from ${table} where slug = ?`).get(slug);
    if (!row) throw new Error(`The edition has no ${slug}`);
    return row.id;
  };
  try {
    return {
      sectionId: idOf("sections", WHERE.section),
      topicId: idOf("topics", WHERE.topic),
      bylineId: idOf("bylines", WHERE.byline),
    };
  } finally {
    file.close();
  }
}

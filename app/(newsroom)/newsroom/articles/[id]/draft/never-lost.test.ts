import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PAUSE, type SaveAnswer, Saver, type Unsaved } from "@/components/newsroom/article/saver";
import { db } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { revisions } from "@/db/schema";
import type { SaveDraft } from "@/domain/articles/article";
import { readArticle } from "@/domain/articles/desk";
import { createArticle, saveDraft } from "@/domain/articles/editing";
import type { Actor } from "@/domain/people/staff";

/**
 * Two editors write in one story, each word a new one that nobody takes out, over a network that loses requests and
 * answers, with tabs that die and come back, with or without what the device kept. However it goes: a word of which the
 * server said that it is kept stands in the draft or in a revision.
 */

const FIELDS = ["headline", "standfirst", "body"] as const;
type Field = (typeof FIELDS)[number];

const who = fc.nat({ max: 1 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("write" as const), who, field: fc.constantFrom(...FIELDS) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("wait" as const), who, ms: fc.integer({ min: 50, max: 3000 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("rest" as const, "flush" as const, "look" as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("lose request" as const, "lose answer" as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("settle" as const),
      who,
      choices: fc.array(fc.nat({ max: 2 }), { minLength: 3, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reload" as const), who, recovers: fc.boolean() }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("no word is lost of which the server said that it is kept, whatever two editors and their network do", async () => {
  const people = [await makeStaff({ role: "editor" }), await makeStaff({ role: "editor" })] as const;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const { subjectId: id } = await createArticle(people[0]);
      const kept = new Set<string>();
      const editors = await Promise.all(people.map((person) => editorOf(person, id, kept)));
      let words = 0;
      for (const each of steps) await editors[each.who]?.take(each, () => `w${words++}`);
      for (const editor of editors) await editor.end();
      const standing = await readArticle(people[0], id);
      const history = await db().select().from(revisions).where(eq(revisions.articleId, id));
      const found = new Set(wordsIn([standing.content, history]));
      expect([...kept].filter((word) => !found.has(word))).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 120_000);

function wordsIn(text: unknown): string[] {
  return JSON.stringify(text).match(/\bw\d+\b/g) ?? [];
}

async function editorOf(person: Actor, id: string, kept: Set<string>) {
  let lost: "request" | "answer" | null = null;

  async function send(save: SaveDraft): Promise<SaveAnswer> {
    const losing = lost;
    lost = null;
    if (losing === "request") throw new TypeError("Failed to fetch");
    const result = await saveDraft(person, structuredClone(save));
    if (losing === "answer") throw new TypeError("Failed to fetch");
    // Of a save that lost a race the server says so too: what was sent is a revision.
    for (const field of save.changed ?? []) for (const word of wordsIn(save.content[field])) kept.add(word);
    return "saved" in result ? { kind: "saved", ...result.saved } : { kind: "conflict", conflict: result.conflict };
  }

  const open = async (device: Unsaved | null) => {
    const saver = new Saver(id, await readArticle(person, id), send);
    if (device) saver.recover(device);
    return saver;
  };
  let saver = await open(null);
  const settled = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  const write = (field: Field, word: string) => {
    const { content } = saver.current();
    const paragraph = { type: "paragraph" as const, content: [{ type: "text" as const, text: word }] };
    if (field === "body") saver.write({ body: { version: 1, blocks: [...content.body.blocks, paragraph] } });
    else saver.write({ [field]: `${content[field]} ${word}` });
  };

  const settle = async (choices: number[]) => {
    const { state, content } = saver.current();
    if (state.kind !== "conflict") return;
    const { current } = state.conflict;
    const both = (field: Field) =>
      field === "body"
        ? { version: 1, blocks: [...current.body.blocks, ...content.body.blocks] }
        : `${current[field]} ${content[field]}`.slice(0, 300);
    await saver.settle(
      Object.fromEntries(
        FIELDS.map((field, at) => [
          field,
          choices[at] === 0 ? "mine" : choices[at] === 1 ? "theirs" : { text: both(field) },
        ]),
      ),
    );
  };

  return {
    async take(each: Step, newWord: () => string): Promise<void> {
      if (each.do === "write") write(each.field, newWord());
      else if (each.do === "wait") await settled(each.ms);
      else if (each.do === "rest") saver.rest();
      else if (each.do === "flush") await saver.flush();
      else if (each.do === "look") saver.adopt(await readArticle(person, id));
      else if (each.do === "settle") await settle(each.choices);
      else if (each.do === "reload") saver = await open(each.recovers ? saver.unsaved() : null);
      else lost = each.do === "lose request" ? "request" : "answer";
    },
    /** The network is well again, and everything is settled. */
    async end(): Promise<void> {
      lost = null;
      for (let round = 0; round < 4; round++) {
        await saver.flush();
        await settle([1, 1, 1]);
        await settled(PAUSE);
      }
    },
  };
}

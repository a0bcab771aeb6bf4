import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type ArticleContent, EMPTY_ARTICLE, type SaveDraft } from "@/domain/articles/article";
import { LONGEST_WAIT, PAUSE, RETRIES, type SaveAnswer, Saver } from "./saver";

const text = (headline: string): ArticleContent => ({ ...EMPTY_ARTICLE, headline });
const saved = (version: number): SaveAnswer => ({ kind: "saved", version, savedAt: new Date() });
const conflict = (headline: string, version: number): SaveAnswer => ({
  kind: "conflict",
  conflict: {
    current: text(headline),
    version,
    savedBy: "Ada",
    savedAt: new Date(),
    keptRevisionId: "kept",
    fields: ["headline"],
  },
});

/** A server that answers each save when told to. */
function setUp() {
  const sent: SaveDraft[] = [];
  const pending: { resolve: (answer: SaveAnswer) => void; reject: (error: Error) => void }[] = [];
  const saver = new Saver("a", { content: text("old"), version: 1, savedAt: new Date(0) }, (save) => {
    sent.push(structuredClone(save));
    return new Promise((resolve, reject) => pending.push({ resolve, reject }));
  });
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return {
    saver,
    sent,
    kind: () => saver.current().state.kind,
    answer: async (answer: SaveAnswer) => {
      pending.shift()?.resolve(answer);
      await settle();
    },
    lose: async () => {
      pending.shift()?.reject(new TypeError("Failed to fetch"));
      await settle();
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("saving", () => {
  test("waits for a pause in the typing, then sends the whole with its version", async () => {
    const { saver, sent, kind, answer } = setUp();
    saver.write({ headline: "n" });
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    saver.write({ headline: "ne" });
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    expect(sent).toHaveLength(0);
    expect(kind()).toBe("waiting");
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual([{ id: "a", version: 1, content: text("ne"), changed: ["headline"] }]);
    expect(kind()).toBe("saving");
    await answer(saved(2));
    expect(saver.current()).toMatchObject({ version: 2, clean: true, state: { kind: "saved" } });
  });

  test("does not wait for a pause for ever", async () => {
    const { saver, sent } = setUp();
    for (let ms = 0; ms < LONGEST_WAIT; ms += 500) {
      saver.write({ headline: `at ${ms}` });
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(sent).toHaveLength(1);
  });

  test("sends one at a time; what was typed meanwhile follows upon the new version", async () => {
    const { saver, sent, kind, answer } = setUp();
    saver.write({ headline: "one" });
    await vi.advanceTimersByTimeAsync(PAUSE);
    saver.write({ headline: "two" });
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT * 2);
    expect(sent).toHaveLength(1);
    await answer(saved(2));
    expect(kind()).toBe("waiting");
    expect(saver.current().clean).toBe(false);
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(sent[1]).toEqual({ id: "a", version: 2, content: text("two"), changed: ["headline"] });
  });

  test("sends nothing when the text is again as it was", async () => {
    const { saver, sent, kind } = setUp();
    saver.write({ headline: "new" });
    saver.write({ headline: "old" });
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT);
    expect(sent).toHaveLength(0);
    expect(kind()).toBe("saved");
  });

  test("flush saves at once, and says whether all is kept", async () => {
    const { saver, sent, answer } = setUp();
    expect(await saver.flush()).toBe(true);
    saver.write({ headline: "new" });
    const flushed = saver.flush();
    expect(sent).toHaveLength(1);
    await answer(saved(2));
    expect(await flushed).toBe(true);
  });

  test("flush waits for a save under way, and for what was typed meanwhile", async () => {
    const { saver, sent, answer } = setUp();
    saver.write({ headline: "one" });
    await vi.advanceTimersByTimeAsync(PAUSE);
    saver.write({ headline: "two" });
    const flushed = saver.flush();
    await answer(saved(2));
    await answer(saved(3));
    expect(await flushed).toBe(true);
    expect(sent.map((save) => [save.version, save.content.headline])).toEqual([
      [1, "one"],
      [2, "two"],
    ]);
  });
});

describe("when no answer comes", () => {
  test("tries again, more and more slowly, with all that was typed since", async () => {
    const { saver, sent, kind, lose, answer } = setUp();
    saver.write({ headline: "one" });
    await vi.advanceTimersByTimeAsync(PAUSE);
    await lose();
    expect(kind()).toBe("offline");
    saver.write({ headline: "two" });
    await vi.advanceTimersByTimeAsync((RETRIES[0] ?? 0) - 1);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent[1]?.content.headline).toBe("two");
    await lose();
    await vi.advanceTimersByTimeAsync(RETRIES[1] ?? 0);
    expect(sent).toHaveLength(3);
    await answer(saved(2));
    expect(kind()).toBe("saved");
  });

  test("tries at once when told that it may help now", async () => {
    const { saver, sent, lose } = setUp();
    saver.write({ headline: "one" });
    await vi.advanceTimersByTimeAsync(PAUSE);
    await lose();
    saver.retry();
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(RETRIES[0] ?? 0);
    expect(sent).toHaveLength(2);
  });

  test("a save that arrived though its answer was lost is not taken for somebody else's", async () => {
    const { saver, sent, kind, lose, answer } = setUp();
    saver.write({ headline: "one" });
    await vi.advanceTimersByTimeAsync(PAUSE);
    await lose();
    saver.write({ headline: "two" });
    await vi.advanceTimersByTimeAsync(RETRIES[0] ?? 0);
    await answer(conflict("one", 2));
    expect(kind()).toBe("waiting");
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(sent.at(-1)).toEqual({ id: "a", version: 2, content: text("two"), changed: ["headline"] });
    await answer(saved(3));
    expect(kind()).toBe("saved");
  });
});

describe("when the server says no", () => {
  test("no room on its disk: keeps the text, says so, and saves it by itself once there is", async () => {
    const { saver, sent, kind, answer } = setUp();
    saver.write({ headline: "one" });
    await vi.advanceTimersByTimeAsync(PAUSE);
    await answer({ kind: "full" });
    expect(kind()).toBe("full");
    expect(saver.unsaved()?.content.headline).toBe("one");
    saver.write({ headline: "two" });
    await vi.advanceTimersByTimeAsync(RETRIES[0] ?? 0);
    await answer({ kind: "full" });
    await vi.advanceTimersByTimeAsync((RETRIES[1] ?? 0) - 1);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent[2]?.content.headline).toBe("two");
    await answer(saved(2));
    expect(kind()).toBe("saved");
  });

  test("signed out: keeps the text, and saves it when asked after signing in", async () => {
    const { saver, sent, kind, answer } = setUp();
    saver.write({ headline: "one" });
    await vi.advanceTimersByTimeAsync(PAUSE);
    await answer({ kind: "signed-out" });
    saver.write({ headline: "two" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(kind()).toBe("signed-out");
    expect(sent).toHaveLength(1);
    const flushed = saver.flush();
    await answer(saved(2));
    expect(await flushed).toBe(true);
    expect(sent[1]?.content.headline).toBe("two");
  });

  test("refused: says why, and tries again with the next change only", async () => {
    const { saver, sent, answer } = setUp();
    saver.write({ headline: "bad" });
    await vi.advanceTimersByTimeAsync(PAUSE);
    await answer({ kind: "refused", message: "Too long." });
    expect(saver.current().state).toEqual({ kind: "refused", message: "Too long." });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    saver.write({ headline: "good" });
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(sent).toHaveLength(2);
  });
});

describe("when somebody else saved first", () => {
  async function clashed() {
    const world = setUp();
    world.saver.write({ headline: "mine" });
    await vi.advanceTimersByTimeAsync(PAUSE);
    await world.answer(conflict("theirs", 5));
    return world;
  }

  test("says so, keeps the text being written, and sends nothing until it is settled", async () => {
    const { saver, sent, kind } = await clashed();
    expect(kind()).toBe("conflict");
    saver.write({ headline: "mine, and more" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(saver.current().content.headline).toBe("mine, and more");
    expect(await saver.flush()).toBe(false);
  });

  test("mine: is saved upon the version that stands", async () => {
    const { saver, sent, kind, answer } = await clashed();
    const done = saver.settle({});
    expect(sent[1]).toEqual({ id: "a", version: 5, content: text("mine"), changed: ["headline"] });
    await answer(saved(6));
    expect(await done).toBe(true);
    expect(kind()).toBe("saved");
  });

  test("mine: if yet another save came first, says so again", async () => {
    const { saver, answer } = await clashed();
    const done = saver.settle({});
    await answer(conflict("newer", 7));
    expect(await done).toBe(false);
    expect(saver.current().state).toMatchObject({ kind: "conflict", conflict: { version: 7 } });
  });

  test("theirs: goes on from it", async () => {
    const { saver, sent } = await clashed();
    expect(await saver.settle({ headline: "theirs" })).toBe(true);
    expect(sent).toHaveLength(1);
    expect(saver.current()).toMatchObject({ version: 5, clean: true, content: { headline: "theirs" } });
  });

  test("theirs: what was written after the conflict was found is kept aside first", async () => {
    const { saver, sent, answer } = await clashed();
    saver.write({ headline: "mine, and more" });
    const done = saver.settle({ headline: "theirs" });
    expect(sent[1]).toEqual({ id: "a", version: 1, content: text("mine, and more"), changed: ["headline"] });
    await answer(conflict("theirs still", 6));
    expect(await done).toBe(true);
    expect(saver.current()).toMatchObject({ version: 6, content: { headline: "theirs still" } });
  });

  test("theirs: is not taken while ours cannot be kept aside", async () => {
    const { saver, kind, lose } = await clashed();
    saver.write({ headline: "mine, and more" });
    const done = saver.settle({ headline: "theirs" });
    await lose();
    expect(await done).toBe(false);
    expect(kind()).toBe("conflict");
    expect(saver.current().content.headline).toBe("mine, and more");
  });
});

describe("what others write in other fields", () => {
  const joined = (change: Partial<ArticleContent>, version: number): SaveAnswer => ({
    kind: "saved",
    version,
    savedAt: new Date(),
    joined: { ...EMPTY_ARTICLE, ...change },
  });
  const standing = (change: Partial<ArticleContent>, version: number) => ({
    content: { ...text("old"), ...change },
    version,
    savedAt: new Date(),
  });

  test("comes in with the answer to a save", async () => {
    const { saver, answer } = setUp();
    saver.write({ headline: "mine" });
    await vi.advanceTimersByTimeAsync(PAUSE);
    await answer(joined({ headline: "mine", kicker: "theirs" }, 3));
    expect(saver.current()).toMatchObject({ version: 3, clean: true, content: { headline: "mine", kicker: "theirs" } });
  });

  test("never comes into a field in which somebody began to write meanwhile: the next save tells of both", async () => {
    const { saver, sent, kind, answer } = setUp();
    saver.write({ headline: "mine" });
    await vi.advanceTimersByTimeAsync(PAUSE);
    saver.write({ kicker: "mine too" });
    await answer(joined({ headline: "mine", kicker: "theirs" }, 3));
    expect(saver.current()).toMatchObject({ version: 1, content: { kicker: "mine too" } });
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(sent.at(-1)).toMatchObject({ version: 1, changed: ["headline", "kicker"] });
    const current = { ...EMPTY_ARTICLE, headline: "mine", kicker: "theirs" };
    const savedAt = new Date();
    await answer({
      kind: "conflict",
      conflict: { current, fields: ["kicker"], version: 3, savedBy: "Ada", savedAt, keptRevisionId: "k" },
    });
    expect(kind()).toBe("conflict");
  });

  test("is taken in as soon as it is known, with what was typed here kept", () => {
    const { saver, kind } = setUp();
    saver.write({ kicker: "mine" });
    expect(saver.adopt(standing({ headline: "theirs" }, 2))).toBe(true);
    expect(saver.current()).toMatchObject({ version: 2, content: { headline: "theirs", kicker: "mine" } });
    expect(kind()).toBe("waiting");
  });

  test("is not taken in where it would change what is being written, until the field is left", async () => {
    const { saver, answer } = setUp();
    saver.write({ headline: "mine" });
    await vi.advanceTimersByTimeAsync(PAUSE);
    await answer(saved(2));
    expect(saver.adopt(standing({ headline: "theirs" }, 3))).toBe(false);
    saver.rest();
    expect(saver.adopt(standing({ headline: "theirs" }, 3))).toBe(true);
    expect(saver.current()).toMatchObject({ clean: true, content: { headline: "theirs" } });
  });

  test("a body from elsewhere is drawn anew, one that was typed here is not", () => {
    const { saver } = setUp();
    const body = { version: 1 as const, blocks: [{ type: "horizontalRule" as const }] };
    saver.write({ body });
    expect(saver.current().bodies).toBe(0);
    saver.write({ body: EMPTY_ARTICLE.body });
    saver.rest();
    saver.adopt(standing({ body }, 2));
    expect(saver.current().bodies).toBe(1);
  });
});

test("a text that was kept on the device goes on from where it was written", async () => {
  const { saver, sent, answer } = setUp();
  saver.recover({ content: text("found again"), base: text("older"), version: 0 });
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(sent).toEqual([{ id: "a", version: 0, content: text("found again"), changed: ["headline"] }]);
  await answer(saved(2));
  expect(saver.current()).toMatchObject({ clean: true, version: 2, content: { headline: "found again" } });
});

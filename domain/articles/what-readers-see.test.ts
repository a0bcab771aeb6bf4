import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import { makeSettings, makeStaff } from "@/db/factories";
import { jobs, permalinks, schedules, settings } from "@/db/schema";
import type { Actor } from "@/domain/people/staff";
import { search } from "@/domain/search/published";
import { completeContent } from "@/domain/testing/content";
import { runDueJobs } from "@/jobs/run";
import { MINUTE } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { wallTimeOf } from "@/lib/zoned-time";
import type { ReadersContent } from "./article";
import { createArticle, saveDraft } from "./editing";
import { liftEmbargo, setEmbargo } from "./embargo";
import { publishArticle, unpublishArticle } from "./publication";
import { findByPath, latest } from "./published";
import { cancelSchedule, moveSchedule, schedulePublication, scheduleUnpublication } from "./scheduling";

/**
 * The desk does anything in any order, clocks jump, and the paper stands still for upToTwoHours. Beside it runs a model so simple
 * that it can be seen to be right; readers' pages, lists and search must agree with it after every step.
 */

const ZONE = "Europe/Oslo";
const minutes = fc.integer({ min: 1, max: 60 });
const upToTwoHours = fc.integer({ min: 1, max: 120 });
const which = fc.nat({ max: 3 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("write" as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("publish" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("unpublish" as const) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("plan publication" as const), minutes }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("plan unpublication" as const), minutes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("move" as const), which, minutes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cancel" as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("embargo" as const), minutes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("lift" as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("wait" as const), minutes: upToTwoHours }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("stand still" as const), minutes: upToTwoHours }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("set clock back" as const), minutes }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-28T20:00:00Z") });
  await transact(async (tx) => {
    await tx.delete(schedules);
    await tx.delete(jobs);
    await tx.delete(settings);
  });
  await makeSettings({ timeZone: ZONE });
});
afterEach(() => vi.useRealTimers());

type Text = { word: string; version: number };
type Plan = { id: string; act: "publish" | "unpublish"; at: number; planned: number; text: Text };

/** What readers must see, by the rules that the desk was told. */
class Model {
  live: Text | null = null;
  plans: Plan[] = [];
  embargo = 0;

  place(text: Text): void {
    this.live = text;
    this.plans = this.plans.filter((plan) => plan.act === "unpublish" || plan.text.version > text.version);
  }

  /** What the product does once it looks. */
  catchUp(now: number): void {
    const due = this.plans
      .filter((plan) => plan.at <= now && !(plan.act === "publish" && this.embargo > now))
      .sort((one, other) => one.at - other.at || one.planned - other.planned)[0];
    if (!due) return;
    this.plans = this.plans.filter((plan) => plan !== due);
    if (due.act === "publish") this.place(due.text);
    else {
      this.live = null;
      this.plans = this.plans.filter((plan) => plan.act === "unpublish" || plan.at > due.at);
    }
    this.catchUp(now);
  }
}

class Desk {
  private readonly model = new Model();
  private text: Text = { word: "", version: 1 };
  private readonly words: string[] = [];
  private constructor(
    private readonly actor: Actor,
    private readonly id: string,
    private readonly content: ReadersContent,
  ) {}

  static async open(actor: Actor): Promise<Desk> {
    const { subjectId } = await createArticle(actor);
    const desk = new Desk(actor, subjectId, await completeContent());
    await desk.write();
    return desk;
  }

  async take(each: Step): Promise<void> {
    const { model, actor, id } = this;
    // No two things happen in the same instant.
    vi.setSystemTime(Date.now() + 1);
    const now = Date.now();
    switch (each.do) {
      case "write":
        return this.write();
      case "publish": {
        const isAllowed = model.embargo <= now && model.live?.version !== this.text.version;
        await this.expectAllowed(isAllowed, publishArticle(actor, { id, version: this.text.version }));
        if (isAllowed) model.place(this.text);
        return;
      }
      case "unpublish": {
        const isAllowed = model.live !== null;
        await this.expectAllowed(isAllowed, unpublishArticle(actor, { id }));
        if (isAllowed) Object.assign(model, { live: null, plans: [] });
        return;
      }
      case "plan publication":
      case "plan unpublication": {
        const at = this.minuteAfter(each.minutes);
        const plan =
          each.do === "plan publication"
            ? schedulePublication(actor, { id, version: this.text.version, at: wallTimeOf(at, ZONE), turn: "first" })
            : scheduleUnpublication(actor, { id, at: wallTimeOf(at, ZONE), turn: "first" });
        if (!(await succeeds(plan))) return;
        const row = (await this.pending()).find(({ plannedAt }) => plannedAt.getTime() === now);
        if (!row) throw new Error("What was planned is not there");
        model.plans.push({ id: row.id, act: row.act, at: row.at.getTime(), planned: now, text: this.text });
        if (each.do === "plan publication") expect(model.embargo).toBeLessThanOrEqual(row.at.getTime());
        return;
      }
      case "move": {
        const plan = model.plans[each.which];
        if (!plan) return;
        const at = wallTimeOf(this.minuteAfter(each.minutes), ZONE);
        if (!(await succeeds(moveSchedule(actor, { scheduleId: plan.id, at, turn: "first" })))) return;
        plan.at = (await this.pending()).find(({ id }) => id === plan.id)?.at.getTime() ?? 0;
        return;
      }
      case "cancel": {
        const plan = model.plans[each.which];
        if (!plan) return;
        await cancelSchedule(actor, { scheduleId: plan.id });
        model.plans = model.plans.filter((other) => other !== plan);
        return;
      }
      case "embargo": {
        const until = this.minuteAfter(each.minutes);
        if (await succeeds(setEmbargo(actor, { id, at: wallTimeOf(until, ZONE), turn: "second" }))) {
          model.embargo = until.getTime();
        }
        return;
      }
      case "lift": {
        const isAllowed = model.embargo > now;
        await this.expectAllowed(isAllowed, liftEmbargo(actor, { id }));
        if (isAllowed) model.embargo = 0;
        return;
      }
      case "wait":
        vi.setSystemTime(now + each.minutes * MINUTE);
        await runDueJobs();
        return model.catchUp(Date.now());
      case "stand still":
        vi.setSystemTime(now + each.minutes * MINUTE);
        return;
      case "set clock back":
        vi.setSystemTime(now - each.minutes * MINUTE);
        return;
    }
  }

  /** That pages, lists and search show what the model says, and nothing else that was ever written. */
  async check(): Promise<void> {
    const shown = this.model.live?.word ?? null;
    const [address] = await db().select().from(permalinks).where(eq(permalinks.articleId, this.id));
    const page = address && (await findByPath(address.path));
    expect(page && "story" in page ? page.story.headline : null).toBe(shown);
    const listed = (await latest(1, 200))?.cards.find(({ articleId }) => articleId === this.id);
    expect(listed?.headline ?? null).toBe(shown);
    for (const word of this.words.slice(-4)) {
      const found = await search({ typed: word, order: "best", page: 1 }, ZONE);
      expect(found?.results.map(({ card }) => card.headline)).toEqual(word === shown ? [word] : []);
    }
    const planned = (await this.pending()).map(({ id }) => id).sort();
    expect(planned).toEqual(this.model.plans.map(({ id }) => id).sort());
  }

  private async write(): Promise<void> {
    const word = `wording${wordsWritten++}`;
    const content = { ...this.content, headline: word };
    await saveDraft(this.actor, { id: this.id, version: this.text.version, content });
    this.text = { word, version: this.text.version + 1 };
    this.words.push(word);
  }

  private async expectAllowed(isAllowed: boolean, deed: Promise<unknown>): Promise<void> {
    expect(await succeeds(deed)).toBe(isAllowed);
  }

  private minuteAfter(minutes: number): Date {
    return new Date((Math.floor(Date.now() / MINUTE) + minutes) * MINUTE);
  }

  private async pending() {
    const rows = await db().select().from(schedules).where(eq(schedules.articleId, this.id));
    return rows.filter(({ endedAt }) => endedAt === null);
  }
}

let wordsWritten = 0;

async function succeeds(deed: Promise<unknown>): Promise<boolean> {
  try {
    await deed;
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

test("readers see what a simple model says, whatever the desk does and however clocks jump", async () => {
  const editor = await makeStaff({ role: "editor" });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      vi.setSystemTime(new Date("2026-03-28T20:00:00Z"));
      const desk = await Desk.open(editor);
      for (const each of steps) {
        await desk.take(each);
        await desk.check();
      }
    }),
    { numRuns: 150 },
  );
}, 180_000);

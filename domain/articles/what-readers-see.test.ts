import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import { makeSettings, makeStaff } from "@/db/factories";
import { jobs, permalinks, revisions, schedules, settings } from "@/db/schema";
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
import { findHistory } from "./history";
import { amendArticle, publishArticle, unpublishArticle } from "./publication";
import { findByPath, latest } from "./published";
import { restoreRevision } from "./restoring";
import { cancelSchedule, moveSchedule, schedulePublication, scheduleUnpublication } from "./scheduling";
import { takeStep } from "./stepping";
import { liftTakedown, takeDownArticle } from "./taking-down";

/**
 * The desk does anything in any order, clocks jump, and the paper stands still for upToTwoHours. Beside it runs a model so simple
 * that it can be seen to be right; readers' pages, lists and search must agree with it after every step.
 */

const NAMES = { label: String, role: String, review: String, language: String };
const ZONE = "Europe/Oslo";
const minutes = fc.integer({ min: 1, max: 60 });
const upToTwoHours = fc.integer({ min: 1, max: 120 });
const which = fc.nat({ max: 3 });
const DEEDS = ["correct", "retract", "end retraction", "take down", "lift take-down", "hold", "resume"] as const;
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
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom(...DEEDS) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restore" as const), which }) },
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
  /** It stays at its address, and stands in no list. */
  isRetracted = false;
  isTakenDown = false;
  /** In the newsroom's work: then nothing new of it comes before readers. */
  isHeld = false;
  /** How often it came before readers. */
  publications = 0;
  corrections = 0;

  place(text: Text): void {
    this.live = text;
    this.publications++;
    this.plans = this.plans.filter((plan) => plan.act === "unpublish" || plan.text.version > text.version);
  }

  /** What the product does once it looks. */
  catchUp(now: number): void {
    const due = this.plans
      .filter((plan) => plan.at <= now && !(plan.act === "publish" && this.embargo > now))
      .sort((one, other) => one.at - other.at || one.planned - other.planned)[0];
    if (!due) return;
    this.plans = this.plans.filter((plan) => plan !== due);
    if (due.act === "publish") {
      // What may not come before readers by then is told to the desk, and over.
      if (!this.isHeld) this.place(due.text);
    } else {
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
        const isFree = model.embargo <= now && !model.isHeld && !model.isTakenDown;
        const isAllowed = isFree && model.live?.version !== this.text.version;
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
      case "correct": {
        const isAllowed = model.live !== null;
        const said = { text: "It was so.", place: "end", approvedBy: actor.id } as const;
        await this.expectAllowed(isAllowed, amendArticle(actor, { id, change: { kind: "correction", ...said } }));
        if (isAllowed) {
          model.publications++;
          model.corrections++;
        }
        return;
      }
      case "retract": {
        const isAllowed = model.live !== null;
        const change = { kind: "retraction", reason: "It does not hold." } as const;
        await this.expectAllowed(isAllowed, amendArticle(actor, { id, change }));
        if (isAllowed) {
          model.publications++;
          model.isRetracted = true;
        }
        return;
      }
      case "end retraction": {
        const isAllowed = model.live !== null && model.isRetracted;
        const change = { kind: "minor", endsRetraction: true } as const;
        await this.expectAllowed(isAllowed, amendArticle(actor, { id, change }));
        if (isAllowed) {
          model.publications++;
          model.isRetracted = false;
        }
        return;
      }
      case "take down": {
        const isAllowed = model.publications > 0 && !model.isTakenDown;
        await this.expectAllowed(isAllowed, takeDownArticle(actor, { id, reason: "legal", note: "A court said so." }));
        if (isAllowed) Object.assign(model, { live: null, plans: [], isTakenDown: true });
        return;
      }
      case "lift take-down": {
        await this.expectAllowed(model.isTakenDown, liftTakedown(actor, { id }));
        model.isTakenDown = false;
        return;
      }
      case "hold": {
        if (await succeeds(takeStep(actor, { id, step: "hold", reason: "Wait." }))) model.isHeld = true;
        return;
      }
      case "resume": {
        await this.expectAllowed(model.isHeld, takeStep(actor, { id, step: "resume" }));
        model.isHeld = false;
        return;
      }
      case "restore": {
        const kept = await db()
          .select()
          .from(revisions)
          .where(eq(revisions.articleId, id))
          .orderBy(revisions.createdAt);
        const revision = kept[each.which];
        if (!revision || revision.headline === this.text.word) return;
        const version = await restoreRevision(actor, { id, revisionId: revision.id, version: this.text.version });
        this.text = { word: revision.headline, version };
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
    const listed = (await latest(1, 5000))?.cards.find(({ articleId }) => articleId === this.id);
    const named = this.model.isRetracted ? null : shown;
    expect(listed?.headline ?? null).toBe(named);
    for (const word of this.words.slice(-4)) {
      const found = await search({ typed: word, order: "best", page: 1 }, ZONE);
      expect(found?.results.map(({ card }) => card.headline)).toEqual(word === named ? [word] : []);
    }
    await this.checkRecord(address?.path ?? "", shown);
    const planned = (await this.pending()).map(({ id }) => id).sort();
    expect(planned).toEqual(this.model.plans.map(({ id }) => id).sort());
  }

  /** That its history tells every publication, its page every correction, and nothing is told of what readers cannot see. */
  private async checkRecord(path: string, shown: string | null): Promise<void> {
    const found = await findHistory(path, 1, NAMES);
    const page = shown === null ? null : await findByPath(path);
    if (shown === null) {
      expect(found === null || !("history" in found)).toBe(true);
      return;
    }
    if (!found || !("history" in found) || !page || !("story" in page)) throw new Error("The story is not there");
    expect(found.history.total).toBe(this.model.publications);
    expect(page.story.corrections).toHaveLength(this.model.corrections);
    expect(page.story.retraction !== null).toBe(this.model.isRetracted);
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
    { numRuns: 100 },
  );
}, 300_000);

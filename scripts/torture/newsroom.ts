import { createHash } from "node:crypto";
import sharp from "sharp";
import { act } from "@/scripts/trials/act";
import { askUpload, beginUpload, sendPiece, takeUpload } from "@/scripts/trials/uploading";
import type { Visitor } from "@/scripts/trials/visitor";
import { contentOf, type Ledger, type Story, tally, textIn, type Where } from "./ledger";
import type { Random } from "./random";
import { inDatabase, reading } from "./reckoning";

// What staff do while the paper is tortured, and what they were told of it. Each story's headline carries a word that no
// other text has, with the number of the text: what stands anywhere can be told from it.

/** Where the built paper has the actions of one story. */
export const ARTICLE = "app/(newsroom)/newsroom/articles/[id]/actions.ts";

/** How long an answer is waited for, in milliseconds: what was killed gives none. */
const PATIENCE = 20_000;

/** How many requests an upload may take, with those that were cut off. */
const MOST_TRIES = 100;

/** Somebody of the staff at work, who goes on whatever becomes of the server. */
export class Desk {
  constructor(
    private readonly staff: Visitor,
    private readonly ledger: Ledger,
    readonly where: Where,
  ) {}

  /** Begins a story. @throws if the server does not say that it did */
  async begin(word: string): Promise<Story> {
    const file = "app/(newsroom)/newsroom/articles/actions.ts";
    const { to, text } = await act(this.staff, "/newsroom/articles", { file, name: "startArticle" }, {});
    const id = to?.split("/").at(-1);
    if (!id) throw new Error(`No story was begun: ${text.slice(0, 300)}`);
    const story = { id, word, version: 1, sent: 0, saved: 0, published: 0, planned: [] };
    this.ledger.stories.push(story);
    return story;
  }

  /** Sends the next text of a story. @returns whether it is known to be kept; else what stands is asked for */
  async save(story: Story): Promise<boolean> {
    const text = ++story.sent;
    const content = contentOf(story, text, this.where);
    const { id, version } = story;
    const kept = await this.tried("save", async (signal) => {
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ id, version, content });
      const answer = await this.staff.fetch(`/newsroom/articles/${id}/draft`, { method: "PUT", headers, body, signal });
      const told = answer.ok ? ((await answer.json()) as { saved?: { version: number } }) : null;
      if (told?.saved) story.version = told.saved.version;
      return { done: told?.saved !== undefined, status: answer.status };
    });
    if (kept) story.saved = text;
    else await this.lookAgain(story);
    return kept;
  }

  /** Puts the last text of a story before readers. */
  async publish(story: Story): Promise<void> {
    if (!(await this.save(story))) return;
    const fields = {
      id: story.id,
      version: String(story.version),
      "change.kind": "update",
      "change.note": "Told anew.",
    };
    if (await this.acted("publish", story, "publish", fields)) story.published = story.sent;
  }

  /** Plans the last text of a story, for the next minutes; and has its time come in a moment, since desks plan by the minute. */
  async plan(story: Story, random: Random, wait = random.within(100, 2500)): Promise<void> {
    if (this.pending(story) > 0 || !(await this.save(story))) return;
    const at = new Date(Date.now() + 3 * 60_000).toISOString().slice(0, 16);
    const fields = {
      id: story.id,
      version: String(story.version),
      at,
      "change.kind": "update",
      "change.note": "As planned.",
    };
    if (await this.acted("plan", story, "schedulePublication", fields)) story.planned.push(story.sent);
    this.bringForward(story, wait);
  }

  /** Brings in a picture that nobody has, in pieces, and takes it into the library; goes on with it after each fault. */
  async upload(name: string, random: Random): Promise<void> {
    const bytes = await picture(random);
    const hash = createHash("sha256").update(bytes).digest("hex");
    let at: string | null = null;
    /** How much is known to be there. */
    let known = 0;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      if (!at) {
        await this.tried("begin upload", async (signal) => {
          const answer = await beginUpload(this.staff, { name, size: bytes.length }, signal);
          if (answer.status === 201) at = answer.headers.get("location");
          return { done: at !== null, status: answer.status };
        });
        continue;
      }
      const place: string = at;
      let offset = -1;
      await this.tried("ask for upload", async (signal) => {
        const answer = await askUpload(this.staff, place, signal);
        if (answer.status === 200) offset = Number(answer.headers.get("upload-offset"));
        if (answer.status === 404)
          this.ledger.wrong.push(`an upload of which ${known} bytes were acknowledged is gone`);
        return { done: offset >= 0, status: answer.status };
      });
      if (offset < 0) continue;
      if (offset < known) this.ledger.wrong.push(`an upload has ${offset} bytes, and ${known} were acknowledged`);
      if (offset < bytes.length) {
        const piece = bytes.subarray(offset, offset + Math.ceil(bytes.length / 3));
        await this.tried("piece", async (signal) => {
          const answer = await sendPiece(this.staff, place, { offset, piece }, signal);
          if (answer.status === 204) known = offset + piece.length;
          return { done: answer.status === 204, status: answer.status };
        });
        continue;
      }
      const isTaken = await this.tried("take", async (signal) => {
        const answer = await takeUpload(this.staff, place, { keep: true }, signal);
        const told = answer.ok ? ((await answer.json()) as { asset?: { id: string } }) : null;
        if (told?.asset) this.ledger.uploaded.push({ id: told.asset.id, hash });
        return { done: told?.asset !== undefined, status: answer.status };
      });
      if (isTaken) return;
    }
    this.ledger.wrong.push(`an upload did not come to its end in ${MOST_TRIES} tries`);
  }

  private acted(deed: string, { id }: Story, name: string, fields: Record<string, string>): Promise<boolean> {
    return this.tried(deed, async (signal) => {
      const { done, status, text } = await act(
        this.staff,
        `/newsroom/articles/${id}`,
        { file: ARTICLE, name },
        fields,
        signal,
      );
      if (!done && status === 200) this.ledger.wrong.push(`${deed} was refused: ${text.slice(-300)}`);
      return { done, status };
    });
  }

  /** Does something that is acknowledged or not, and notes which. */
  private async tried(
    deed: string,
    work: (signal: AbortSignal) => Promise<{ done: boolean; status: number }>,
  ): Promise<boolean> {
    const began = performance.now();
    let said = "no answer";
    try {
      const { done, status } = await work(AbortSignal.timeout(PATIENCE));
      if (done) {
        tally(this.ledger.done, deed);
        this.ledger.times.push(performance.now() - began);
        return true;
      }
      said = String(status);
    } catch (error) {
      if ((error as Error).name === "TimeoutError") said = "silence for 20 s";
    }
    tally(this.ledger.unanswered, `${deed}: ${said}`);
    await this.untilUp();
    return false;
  }

  /** What is down comes back in a moment. */
  private async untilUp(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      // The press answers for its health; here a worker has to.
      const answer = await this.staff.fetch("/sign-in").catch(() => null);
      const isUp = answer !== null && answer.status < 500;
      await answer?.text().catch(() => undefined);
      if (isUp) return;
    }
  }

  /** After a save of which nothing was heard: which text stands, and whether it is one that may. */
  private async lookAgain(story: Story): Promise<void> {
    for (;;) {
      const answer = await this.staff.fetch(`/newsroom/articles/${story.id}/draft`).catch(() => null);
      const draft =
        answer?.ok && ((await answer.json().catch(() => null)) as { version: number; content: unknown } | null);
      if (!draft) {
        await this.untilUp();
        continue;
      }
      const stands = textIn(JSON.stringify(draft.content), story);
      if (stands < story.saved)
        this.ledger.wrong.push(`${story.word}: text ${story.saved} was saved, and ${stands} stands`);
      story.version = draft.version;
      story.saved = Math.max(story.saved, stands);
      return;
    }
  }

  /** Until when what is planned for a story is still to come. */
  private pending({ id }: Story): number {
    return inDatabase(this.where.file, (database) => {
      const found = database
        .prepare("select count(*) as n from schedules where article_id = ? and ended_at is null")
        .get(id);
      return (found as { n: number }).n;
    });
  }

  private bringForward({ id }: Story, wait: number): void {
    inDatabase(this.where.file, (database) =>
      database
        .prepare("update schedules set at = ? where article_id = ? and ended_at is null")
        .run(Date.now() + wait, id),
    );
  }
}

/** Has the paper ready to be written in, with a section and a byline. @param file its database */
export async function openDesk(staff: Visitor, ledger: Ledger, file: string): Promise<Desk> {
  for (const [folder, name, called] of [
    ["sections", "addSection", "Harbour"],
    ["bylines", "addByline", "Mirjam Tveitt"],
  ] as const) {
    const file = `app/(newsroom)/newsroom/${folder}/actions.ts`;
    const { done, status, text } = await act(staff, `/newsroom/${folder}`, { file, name }, { name: called });
    if (!done) throw new Error(`${name} answered ${status}: ${text.slice(0, 500)}`);
  }
  const [ids] = reading(file, (all) =>
    all<{ sectionId: string; bylineId: string }>(
      "select (select id from sections) as sectionId, (select id from bylines limit 1) as bylineId",
    ),
  );
  if (!ids?.sectionId || !ids.bylineId) throw new Error("There is no section or byline");
  return new Desk(staff, ledger, { ...ids, file });
}

/** A small photograph that was never there before. */
function picture(random: Random): Promise<Buffer> {
  const [width, height] = [480, 320];
  const noise = Buffer.from(Array.from({ length: 48 * 32 * 3 }, () => random.within(0, 255)));
  return sharp(noise, { raw: { width: 48, height: 32, channels: 3 } })
    .resize(width, height, { kernel: "cubic" })
    .jpeg({ quality: 85 })
    .toBuffer();
}

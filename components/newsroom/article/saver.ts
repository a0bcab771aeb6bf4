import {
  type ArticleContent,
  CONTENT_FIELDS,
  type ContentField,
  type DraftConflict,
  type SaveDraft,
} from "@/domain/articles/article";
import { sameContent } from "./same-content";

/** What a save was answered. */
export type SaveAnswer =
  /** `joined` is the text that stands, where what others wrote in other fields is now in it. */
  | { kind: "saved"; version: number; savedAt: Date; joined?: ArticleContent }
  | { kind: "conflict"; conflict: DraftConflict }
  | { kind: "signed-out" }
  /** The server has no room on its disk: that may be over in a moment. */
  | { kind: "full" }
  /** The server will not have this text, or not from this person: trying the same again is no use. */
  | { kind: "refused"; message: string };

/** Sends one save. Rejects when no answer came. */
export type Send = (save: SaveDraft) => Promise<SaveAnswer>;

export type SaveState =
  | { kind: "saved" }
  /** Being typed; will be sent in a moment. */
  | { kind: "waiting" }
  | { kind: "saving" }
  /** No answer came, or the server has no room; it is tried again by itself. */
  | { kind: "offline" }
  | { kind: "full" }
  | { kind: "signed-out" }
  | { kind: "refused"; message: string }
  | { kind: "conflict"; conflict: DraftConflict };

export type SaverSnapshot = {
  content: ArticleContent;
  /** The version that the text is written upon. */
  version: number;
  savedAt: Date;
  /** Whether all that was written is kept on the server. */
  clean: boolean;
  state: SaveState;
  /** Whether this device keeps what the server has not got. */
  onDevice: boolean;
  /** How often what others wrote came in. */
  arrivals: number;
  /** How often a body came from elsewhere: each is drawn from its beginning. */
  bodies: number;
};

/** A text as the server has it. */
export type Standing = { content: ArticleContent; version: number; savedAt: Date };

/** A text that was kept elsewhere, and the one that it was written upon. */
export type Unsaved = { content: ArticleContent; base: ArticleContent; version: number };

/** Which text stands in a field that two wrote in: or another that was made of both. */
export type Choices = Partial<Record<ContentField, "mine" | "theirs" | { text: unknown }>>;

/** Milliseconds. */
export const PAUSE = 800;
export const LONGEST_WAIT = 4000;
export const RETRIES = [2000, 4000, 8000, 15_000, 30_000];

/**
 * Keeps what is written in one article safe. It holds the text; saves go out one at a time, a moment after the last
 * change or every few seconds while typing goes on; each names the version it was written upon and the fields that were
 * changed since. What others wrote comes in field by field, and never into a field in which something was written
 * that they have not seen.
 */
export class Saver {
  private snapshot: SaverSnapshot;
  private listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private firstChangeAt: number | undefined;
  private sending: Promise<void> | undefined;
  private failures = 0;
  /** The text of `version`, as the server has it. */
  private base: ArticleContent;
  /** What was written in since it was left last: somebody is in the midst of it. */
  private readonly touched = new Set<ContentField>();
  /** What was sent without an answer: it may have been kept all the same. */
  private inDoubt: ArticleContent[] = [];
  /** What the server keeps of ours beside the text that stands, since a save lost a race. */
  private keptBeside: ArticleContent | undefined;

  constructor(
    private readonly id: string,
    { content, version, savedAt }: Standing,
    private readonly send: Send,
  ) {
    this.base = content;
    this.snapshot = {
      content,
      version,
      savedAt,
      clean: true,
      state: { kind: "saved" },
      onDevice: false,
      arrivals: 0,
      bodies: 0,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): SaverSnapshot => this.snapshot;

  /** What is not on the server, with what it was written upon; null when all is. */
  readonly unsaved = (): Unsaved | null => {
    const { clean, content, version } = this.snapshot;
    return clean ? null : { content, base: this.base, version };
  };

  /** Changes some of the content. */
  readonly write = (change: Partial<ArticleContent>): void => {
    for (const field of fieldsOf(change)) this.touched.add(field);
    const content = { ...this.snapshot.content, ...change };
    const { state } = this.snapshot;
    const clean = !this.sending && sameContent(content, this.base);
    if (state.kind === "conflict" || state.kind === "signed-out" || isTriedAgain(state)) {
      this.set({ content, clean });
      return;
    }
    if (clean) {
      this.stopWaiting();
      this.set({ content, clean, state: { kind: "saved" } });
      return;
    }
    this.set({ content, clean, state: this.sending ? state : { kind: "waiting" } });
    this.wait();
  };

  readonly tellKeptOnDevice = (onDevice: boolean): void => {
    if (onDevice !== this.snapshot.onDevice) this.set({ onDevice });
  };

  /** The writer has left the field that they were in: what others write there may come in. */
  readonly rest = (): void => this.touched.clear();

  /**
   * Saves now what is not saved yet.
   * @returns whether everything written is now kept, and nobody else's text stands in its place.
   */
  readonly flush = async (): Promise<boolean> => {
    this.stopWaiting();
    while (this.sending) await this.sending;
    if (this.snapshot.state.kind === "conflict") return false;
    if (!this.snapshot.clean) await this.start();
    // What was typed meanwhile goes out too, once; after that the writer is typing and not waiting.
    if (!this.snapshot.clean && this.snapshot.state.kind === "waiting") await this.start();
    return this.snapshot.clean && this.snapshot.state.kind === "saved";
  };

  /** Tries again where a try may help now: the network is back, or somebody signed in again. */
  readonly retry = (): void => {
    const { state } = this.snapshot;
    if (isTriedAgain(state) || state.kind === "signed-out") void this.flush();
  };

  /**
   * Takes in a newer text of the server's: what was not changed here becomes as it is there.
   * @returns whether it could be: not while a save is under way, nor where it would change what is being written.
   */
  readonly adopt = (standing: Standing): boolean => {
    const { state, version } = this.snapshot;
    const isSettled = state.kind === "saved" || state.kind === "waiting";
    if (this.sending || !isSettled || standing.version <= version) return false;
    if (this.contestedBy(standing.content).length > 0) return false;
    this.goOnFrom(standing, this.base);
    return true;
  };

  /** Goes on from a text that was written here before and never got to the server, as if it had just been written. */
  readonly recover = ({ content, base, version }: Unsaved): void => {
    this.stopWaiting();
    this.base = base;
    this.set({ version, ...this.shown(content), clean: false, state: { kind: "waiting" } });
    this.wait();
  };

  /**
   * Settles a conflict, field by field: in those that are not named, this text stands.
   * @returns whether all is kept; if not, somebody saved once more, or no answer came.
   */
  readonly settle = async (choices: Choices): Promise<boolean> => {
    if (this.snapshot.state.kind !== "conflict") return false;
    const givesUp = Object.values(choices).some((choice) => choice !== "mine");
    if (givesUp && !(await this.keepBeside())) return false;
    const { state } = this.snapshot;
    if (state.kind !== "conflict") return state.kind === "saved";
    const { conflict } = state;
    const unseen = this.contestedBy(conflict.current).filter((field) => !conflict.fields.includes(field));
    if (unseen.length > 0) {
      this.set({ state: { kind: "conflict", conflict: { ...conflict, fields: [...conflict.fields, ...unseen] } } });
      return false;
    }
    const chosen: Partial<Record<ContentField, unknown>> = {};
    for (const field of conflict.fields) {
      const choice = choices[field] ?? "mine";
      if (choice === "theirs") chosen[field] = conflict.current[field];
      else if (choice !== "mine") chosen[field] = choice.text;
    }
    this.touched.clear();
    const { current: content, version, savedAt } = conflict;
    this.goOnFrom({ content, version, savedAt }, this.base, chosen as Partial<ArticleContent>);
    return this.flush();
  };

  /** Has the server keep this text as a revision, with what was added since the conflict was found. */
  private async keepBeside(): Promise<boolean> {
    const isKept = () => sameContent(this.keptBeside, this.snapshot.content);
    if (!isKept()) await this.start();
    return isKept() || this.snapshot.state.kind !== "conflict";
  }

  /** Writes on upon what stands: what was changed here since `before` stays, all else is as it is there. */
  private goOnFrom(standing: Standing, before: ArticleContent, chosen: Partial<ArticleContent> = {}): void {
    const mine = Object.fromEntries(
      this.changed(before).map((field) => [field, this.snapshot.content[field]]),
    ) as Partial<ArticleContent>;
    this.base = standing.content;
    const content = { ...standing.content, ...mine, ...chosen };
    const clean = sameContent(content, standing.content);
    this.set({
      version: standing.version,
      savedAt: standing.savedAt,
      ...this.shown(content),
      clean,
      state: { kind: clean ? "saved" : "waiting" },
    });
    if (!clean) this.wait();
  }

  /** A text that comes to the screen from elsewhere. */
  private shown(content: ArticleContent): Pick<SaverSnapshot, "content" | "arrivals" | "bodies"> {
    const { arrivals, bodies, content: before } = this.snapshot;
    const isNews = !sameContent(before, content);
    const isNewBody = !sameContent(before.body, content.body);
    return { content, arrivals: arrivals + (isNews ? 1 : 0), bodies: bodies + (isNewBody ? 1 : 0) };
  }

  /** The fields that were changed here. */
  private changed(before: ArticleContent = this.base): ContentField[] {
    return CONTENT_FIELDS.filter((field) => !sameContent(this.snapshot.content[field], before[field]));
  }

  private wait(): void {
    if (this.sending) return;
    this.firstChangeAt ??= Date.now();
    const left = this.firstChangeAt + LONGEST_WAIT - Date.now();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.start(), Math.max(0, Math.min(PAUSE, left)));
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.firstChangeAt = undefined;
  }

  private start(): Promise<void> {
    this.sending ??= this.save().finally(() => {
      this.sending = undefined;
      if (this.snapshot.state.kind === "waiting") this.wait();
    });
    return this.sending;
  }

  private async save(): Promise<void> {
    this.stopWaiting();
    const { content, version, state } = this.snapshot;
    // A conflict stays in sight while the rest of a text is being put aside.
    if (state.kind !== "conflict") this.set({ state: { kind: "saving" } });
    // A field in whose midst somebody is counts as theirs, though it may be as it was: nothing is to come into it.
    const changed = CONTENT_FIELDS.filter((field) => this.isWrittenIn(field));
    let answer: SaveAnswer;
    try {
      answer = await this.send({ id: this.id, version, content, changed });
    } catch {
      this.inDoubt.push(content);
      this.failed("offline", state);
      return;
    }
    if (answer.kind === "full") {
      this.failed("full", state);
      return;
    }
    this.failures = 0;
    if (answer.kind === "saved") this.keep(content, answer);
    else if (answer.kind === "conflict") this.clash(content, answer.conflict);
    else if (state.kind !== "conflict") this.set({ state: answer });
  }

  private failed(kind: "offline" | "full", before: SaveState): void {
    if (before.kind === "conflict") return;
    const pause = RETRIES[Math.min(this.failures, RETRIES.length - 1)] ?? LONGEST_WAIT;
    this.failures++;
    this.set({ state: { kind } });
    this.timer = setTimeout(() => void this.start(), pause);
  }

  private keep(
    sent: ArticleContent,
    { version, savedAt, joined = sent }: Omit<Standing, "content"> & { joined?: ArticleContent },
  ): void {
    this.inDoubt = [];
    const theirs = CONTENT_FIELDS.filter((field) => !sameContent(joined[field], sent[field]));
    // Where somebody began to write meanwhile, what came in would be written over unseen: the next save will tell.
    if (theirs.some((field) => !sameContent(this.snapshot.content[field], sent[field]))) {
      this.set({ clean: false, state: { kind: "waiting" } });
      return;
    }
    this.goOnFrom({ content: joined, version, savedAt }, sent);
  }

  private clash(sent: ArticleContent, conflict: DraftConflict): void {
    const { current: content, version, savedAt } = conflict;
    // What stands where both wrote may be our own, of a save whose answer got lost: that is no conflict.
    for (const field of conflict.fields) {
      const isOwn = [...this.inDoubt, sent].some((ours) => sameContent(ours[field], content[field]));
      if (isOwn) this.base = { ...this.base, [field]: content[field] };
    }
    this.inDoubt = [];
    const fields = this.contestedBy(content);
    if (fields.length === 0) {
      this.goOnFrom({ content, version, savedAt }, this.base);
      return;
    }
    this.keptBeside = sent;
    this.set({ clean: false, state: { kind: "conflict", conflict: { ...conflict, fields } } });
  }

  /** The fields that were changed here and there, to something else. */
  private contestedBy(theirs: ArticleContent): ContentField[] {
    const { content } = this.snapshot;
    return CONTENT_FIELDS.filter(
      (field) =>
        !sameContent(theirs[field], this.base[field]) &&
        !sameContent(theirs[field], content[field]) &&
        this.isWrittenIn(field),
    );
  }

  private isWrittenIn(field: ContentField): boolean {
    return this.touched.has(field) || !sameContent(this.snapshot.content[field], this.base[field]);
  }

  private set(change: Partial<SaverSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.listeners) listener();
  }
}

function fieldsOf(change: Partial<ArticleContent>): ContentField[] {
  return Object.keys(change) as ContentField[];
}

function isTriedAgain({ kind }: SaveState): boolean {
  return kind === "offline" || kind === "full";
}

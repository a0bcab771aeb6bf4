import type { ArticleContent, DraftConflict, SaveDraft } from "@/domain/articles/article";
import { sameContent } from "./same-content";

/** What a save was answered. */
export type SaveAnswer =
  | { kind: "saved"; version: number; savedAt: Date }
  | { kind: "conflict"; conflict: DraftConflict }
  | { kind: "signed-out" }
  /** The server will not have this text, or not from this person: trying the same again is no use. */
  | { kind: "refused"; message: string };

/** Sends one save. Rejects when no answer came. */
export type Send = (save: SaveDraft) => Promise<SaveAnswer>;

export type SaveState =
  | { kind: "saved" }
  /** Being typed; will be sent in a moment. */
  | { kind: "waiting" }
  | { kind: "saving" }
  /** No answer came; it is tried again by itself. */
  | { kind: "offline" }
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
};

/** Milliseconds. */
export const PAUSE = 800;
export const LONGEST_WAIT = 4000;
export const RETRIES = [2000, 4000, 8000, 15_000, 30_000];

/**
 * Keeps what is written in one article safe. It holds the text; saves go out one at a time, a moment after the last
 * change or every few seconds while typing goes on; each names the version it was written upon. It never puts the
 * server's text in place of the writer's but by `takeTheirs`.
 */
export class Saver {
  private snapshot: SaverSnapshot;
  private listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private firstChangeAt: number | undefined;
  private sending: Promise<void> | undefined;
  private failures = 0;
  private saved: ArticleContent;
  /** What was sent without an answer: it may have been kept all the same. */
  private inDoubt: ArticleContent[] = [];
  /** What the server keeps of ours beside the text that stands, since a save lost a race. */
  private keptBeside: ArticleContent | undefined;

  constructor(
    private readonly id: string,
    initially: { content: ArticleContent; version: number; savedAt: Date },
    private readonly send: Send,
  ) {
    this.saved = initially.content;
    this.snapshot = { ...initially, clean: true, state: { kind: "saved" } };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): SaverSnapshot => this.snapshot;

  /** Changes some of the content. */
  readonly write = (change: Partial<ArticleContent>): void => {
    const content = { ...this.snapshot.content, ...change };
    const { state } = this.snapshot;
    const clean = !this.sending && sameContent(content, this.saved);
    if (state.kind === "conflict" || state.kind === "signed-out" || state.kind === "offline") {
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

  /** Tries again where a try may help now: the network is back, or somebody signed in again elsewhere. */
  readonly retry = (): void => {
    const { kind } = this.snapshot.state;
    if (kind === "offline" || kind === "signed-out") void this.flush();
  };

  /** Settles a conflict: puts this text in place of the one that stands. */
  readonly takeMine = async (): Promise<boolean> => {
    const { state } = this.snapshot;
    if (state.kind !== "conflict") return false;
    this.saved = state.conflict.current;
    this.set({ version: state.conflict.version, clean: false, state: { kind: "waiting" } });
    return this.flush();
  };

  /**
   * Settles a conflict: goes on from the text that stands. This text is kept as a revision, with what was added
   * since the conflict was found.
   * @returns whether it could be done; if not, nothing has changed.
   */
  readonly takeTheirs = async (): Promise<boolean> => {
    if (this.snapshot.state.kind !== "conflict") return false;
    const isKept = () => sameContent(this.keptBeside, this.snapshot.content);
    if (!isKept()) await this.start();
    const { state } = this.snapshot;
    if (state.kind !== "conflict") return state.kind === "saved";
    if (!isKept()) return false;
    const { current, version, savedAt } = state.conflict;
    this.saved = current;
    this.set({ content: current, version, savedAt, clean: true, state: { kind: "saved" } });
    return true;
  };

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
    let answer: SaveAnswer;
    try {
      answer = await this.send({ id: this.id, version, content });
    } catch {
      this.failed(content, state);
      return;
    }
    this.failures = 0;
    if (answer.kind === "saved") this.keep(content, answer);
    else if (answer.kind === "conflict") this.clash(content, answer.conflict);
    else if (state.kind !== "conflict") this.set({ state: answer });
  }

  private failed(content: ArticleContent, before: SaveState): void {
    this.inDoubt.push(content);
    if (before.kind === "conflict") return;
    const pause = RETRIES[Math.min(this.failures, RETRIES.length - 1)] ?? LONGEST_WAIT;
    this.failures++;
    this.set({ state: { kind: "offline" } });
    this.timer = setTimeout(() => void this.start(), pause);
  }

  private keep(sent: ArticleContent, { version, savedAt }: { version: number; savedAt: Date }): void {
    this.saved = sent;
    this.inDoubt = [];
    const clean = sameContent(this.snapshot.content, sent);
    this.set({ version, savedAt, clean, state: { kind: clean ? "saved" : "waiting" } });
  }

  private clash(sent: ArticleContent, conflict: DraftConflict): void {
    // A save of our own whose answer got lost is no conflict: go on from it.
    if ([...this.inDoubt, sent].some((content) => sameContent(content, conflict.current))) {
      this.keep(conflict.current, conflict);
      return;
    }
    this.inDoubt = [];
    this.keptBeside = sent;
    this.set({ clean: false, state: { kind: "conflict", conflict } });
  }

  private set(change: Partial<SaverSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.listeners) listener();
  }
}

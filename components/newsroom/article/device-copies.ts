import { createStore, del, entries, set } from "idb-keyval";
import { z } from "zod";
import { ArticleContent } from "@/domain/articles/article";
import type { Saver, Unsaved } from "./saver";
import { openTabs, TAB } from "./tab";

/** A text that was kept on this device, since the server has not got it. */
export type DeviceCopy = Unsaved & { key: string; at: Date };

/** Whose text it is of which story. */
type Of = { articleId: string; staffId: string };

const Kept = z.object({
  articleId: z.string(),
  staffId: z.string(),
  tab: z.string(),
  content: ArticleContent,
  base: ArticleContent,
  version: z.number(),
  at: z.date(),
});

/** How long after a letter the copy is written, in milliseconds. */
const PAUSE = 150;

const store = typeof indexedDB === "undefined" ? null : createStore("masthead-unsaved", "texts");

/**
 * Keeps a copy on this device of what the server has not got, for when the network, the server or the tab dies; takes it
 * away once the server has it.
 */
export function keepOnDevice(saver: Saver, of: Of): void {
  if (!store) return;
  const key = `${of.staffId} ${of.articleId} ${TAB}`;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing = Promise.resolve();
  let written: unknown;
  const write = () => {
    timer = undefined;
    const unsaved = saver.unsaved();
    if (unsaved?.content === written) return;
    written = unsaved?.content;
    const wanted = unsaved ? set(key, { ...of, tab: TAB, at: new Date(), ...unsaved }, store) : del(key, store);
    // One after the other, so that the last word is the last.
    writing = writing.then(() =>
      wanted.then(
        () => saver.tellKeptOnDevice(unsaved !== null),
        () => saver.tellKeptOnDevice(false),
      ),
    );
  };
  saver.subscribe(() => {
    if (timer === undefined) timer = setTimeout(write, PAUSE);
  });
}

/** What tabs that are no more have left of somebody's text of a story, the newest first. */
export async function leftOnDevice({ articleId, staffId }: Of): Promise<DeviceCopy[]> {
  if (!store) return [];
  const all = await entries<string, unknown>(store).catch(() => []);
  const own = all.flatMap(([key, value]) => {
    const { data } = Kept.safeParse(value);
    return data?.articleId === articleId && data.staffId === staffId && data.tab !== TAB ? [{ ...data, key }] : [];
  });
  const open = await openTabs(own.map(({ tab }) => tab));
  return own.filter(({ tab }) => !open.has(tab)).sort((a, b) => b.at.getTime() - a.at.getTime());
}

export async function forgetOnDevice(key: string): Promise<void> {
  if (store) await del(key, store);
}

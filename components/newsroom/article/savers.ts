import type { ArticleContent } from "@/domain/articles/article";
import { Saver, type Send } from "./saver";

type Opened = { id: string; content: ArticleContent; version: number; savedAt: Date };

/**
 * The savers of one tab, by article. They outlive the screen: what could not be saved before somebody went elsewhere
 * goes on being tried, and stands there when they come back; and a screen that the browser shows again from memory
 * has the text that was saved last, not the one it began with.
 */
export class Savers {
  private savers = new Map<string, Saver>();

  /** @param onOpen is told of each saver as it begins. */
  constructor(
    private readonly send: Send,
    private readonly onOpen: (saver: Saver, articleId: string) => void = () => {},
  ) {}

  /** The saver for an article as the server gave it: the one there is, unless the server knows a newer text and nothing would be lost. */
  readonly of = (article: Opened): Saver => {
    const kept = this.savers.get(article.id);
    if (kept && (!kept.current().clean || kept.current().version >= article.version)) return kept;
    const { id, content, version, savedAt } = article;
    const saver = new Saver(id, { content, version, savedAt }, this.send);
    this.savers.set(id, saver);
    this.onOpen(saver, id);
    return saver;
  };

  /** Whether everything that was written in this tab is on the server. */
  readonly areClean = (): boolean => this.all().every((saver) => saver.current().clean);

  readonly retry = (): void => {
    for (const saver of this.all()) saver.retry();
  };

  readonly flush = (): void => {
    for (const saver of this.all()) void saver.flush();
  };

  private all(): Saver[] {
    return [...this.savers.values()];
  }
}

import type { ReactNode } from "react";
import { Badge } from "@/components/ui/notice";
import { type ArticleState, STATE_NAMES } from "@/domain/articles/article";
import { formatInstant } from "@/lib/time";
import type { ArticleOnScreen } from "./desk";

const TONES: Record<ArticleState, "plain" | "good" | "warn" | "bad"> = {
  draft: "plain",
  "in-review": "warn",
  published: "good",
  changed: "warn",
  unpublished: "plain",
  "taken-down": "bad",
};

/** Where an article stands, in one word. */
export function StateBadge({ state }: { state: ArticleState }) {
  return <Badge tone={TONES[state]}>{STATE_NAMES[state]}</Badge>;
}

/** What is said of a story that readers do not see, and saw. */
const STANDS: Partial<Record<ArticleState, string>> = {
  unpublished: "Readers no longer see it",
  "taken-down": "Readers may not have it, and nobody can publish it",
};

/** Takes the focus once a story is published or unpublished: the word that says so. */
export const STANDING_ID = "article-standing";

/** Where the story is now, and what may be done about that. */
export function Standing({
  article,
  state,
  timeZone,
  children,
}: {
  article: ArticleOnScreen;
  state: ArticleState;
  timeZone: string;
  children?: ReactNode;
}) {
  const { live, submittedAt, writer } = article;
  const at = (instant: Date) => formatInstant(instant, "short", { timeZone, language: "en" });
  return (
    <div data-beside-story="" className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <p
        role="status"
        aria-label="Where the story is"
        className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1"
      >
        <span id={STANDING_ID} tabIndex={-1} className="rounded-full">
          <StateBadge state={state} />
        </span>
        {live && (
          <span>
            {state === "changed" ? "Readers see the text of" : "Readers see it since"} {at(live.publishedAt)} ·{" "}
            <a href={live.path} target="_blank" rel="noreferrer" className="font-semibold text-link underline">
              View on site
            </a>
          </span>
        )}
        {live?.retraction && <Badge tone="bad">Retracted</Badge>}
        {submittedAt && <span>With an editor since {at(submittedAt)}</span>}
        {!live && !submittedAt && (
          <span className="text-muted">
            {STANDS[state] ?? "Only staff see it"} · begun by {writer}
          </span>
        )}
      </p>
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </div>
  );
}

import type { ReactNode } from "react";
import { OwnTime } from "@/components/newsroom/own-time";
import { StandingBadges } from "@/components/newsroom/workflow/badges";
import { Badge, Notice } from "@/components/ui/notice";
import type { Embargo, Schedule } from "@/domain/articles/schedule";
import type { ReadersState, Stage, StoryPlan } from "@/domain/articles/stage";
import { formatInstant } from "@/lib/time";
import type { ArticleOnScreen } from "./desk";

/** What is said of a story that readers do not see, and saw. */
const STANDS: Partial<Record<ReadersState, string>> = {
  unpublished: "Readers no longer see it",
  "taken-down": "Readers may not have it, and nobody can publish it",
};

/** Takes the focus once a story is published or unpublished: the word that says so. */
export const STANDING_ID = "article-standing";

/** Where the story is now, and what may be done about that. */
export function Standing({
  article,
  stage,
  readers,
  next,
  embargo,
  timeZone,
  children,
}: {
  article: ArticleOnScreen;
  /** As it will be once what is on the screen is saved. */
  stage: Stage | null;
  readers: ReadersState;
  /** What is planned first. */
  next: Schedule | undefined;
  embargo: Embargo | null;
  timeZone: string;
  children?: ReactNode;
}) {
  const { live, plan, writer } = article;
  const at = (instant: Date) => formatInstant(instant, "short", { timeZone, language: "en" });
  return (
    <div data-beside-story="" className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <p
        role="status"
        aria-label="Where the story is"
        className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1"
      >
        <span id={STANDING_ID} tabIndex={-1} className="flex flex-wrap gap-1.5 rounded-full">
          <StandingBadges stage={stage} readers={readers} />
        </span>
        {live && (
          <span>
            {readers === "changed" ? "Readers see the text of" : "Readers see it since"} {at(live.publishedAt)} ·{" "}
            <a href={live.path} target="_blank" rel="noreferrer" className="font-semibold text-link underline">
              View on site
            </a>
          </span>
        )}
        {!live && (
          <span className="text-muted">
            {STANDS[readers] ?? "Only staff see it"} · {writer}
          </span>
        )}
        {live?.retraction && <Badge tone="bad">Retracted</Badge>}
        {embargo && (
          <Badge tone="bad">
            <span>
              Embargo until {at(embargo.until)}
              <OwnTime at={embargo.until} timeZone={timeZone} />
            </span>
          </Badge>
        )}
        {next && (
          <span className="font-semibold">
            {next.act === "publish" ? "Will be published" : "Will be unpublished"} {at(next.at)}
            <OwnTime at={next.at} timeZone={timeZone} />
          </span>
        )}
        {stage === "review" && plan.stage === stage && <span>With an editor since {at(plan.since)}</span>}
      </p>
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </div>
  );
}

const SAID: Partial<Record<Stage, string>> = { drafting: "Returned", held: "Held", killed: "Killed" };

/** Why the story was returned, held or killed, for whoever works on it. */
export function StandingReason({ plan, timeZone }: { plan: StoryPlan; timeZone: string }) {
  const said = plan.stage && SAID[plan.stage];
  if (!plan.reason || !said) return null;
  return (
    <Notice tone="warn">
      <p className="font-semibold">
        {said} by {plan.by}, {formatInstant(plan.since, "short", { timeZone, language: "en" })}
      </p>
      <p className="whitespace-pre-line">{plan.reason}</p>
    </Notice>
  );
}

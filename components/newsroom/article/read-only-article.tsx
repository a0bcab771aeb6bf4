import { ArrowLeft } from "lucide-react";
import { StoryFigure } from "@/components/article/figure";
import { Notes } from "@/components/article/story-end";
import { Blocks } from "@/components/blocks/block";
import { blockSetting } from "@/components/blocks/setting";
import { Link } from "@/components/newsroom/link";
import { ConversationRead } from "@/components/newsroom/review/conversation-read";
import { StoryPlanPanel } from "@/components/newsroom/workflow/story-plan";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Conversation } from "@/domain/articles/comment";
import type { Timeline } from "@/domain/articles/schedule";
import type { Story } from "@/domain/articles/story";
import { routes } from "@/lib/routes";
import type { ArticleOnScreen } from "./desk";
import { Standing, StandingReason } from "./standing";
import { StoryFacts } from "./story-facts";
import { timeToday } from "./time-today";

/** A story of somebody else's, for those who may read it and not change it. */
export function ReadOnlyArticle({
  article,
  story,
  named,
  conversation,
  timeline,
  timeZone,
}: {
  article: ArticleOnScreen;
  story: Story;
  /** The names of what it refers to by id. */
  named: Record<string, string>;
  conversation: Conversation;
  timeline: Timeline;
  timeZone: string;
}) {
  const setting = blockSetting({ timeZone, language: "en" });
  return (
    <article className="mx-auto grid max-w-[42rem] gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Link href={routes.newsroom.articles()} className={buttonClass("quiet", "-ml-4")}>
          <ArrowLeft size={18} aria-hidden /> All articles
        </Link>
        <Link href={routes.newsroom.articleHistory(article.id)} className={buttonClass("quiet", "ml-auto")}>
          History
        </Link>
        <a href={routes.newsroom.preview(article.id)} target="_blank" rel="noreferrer" className={buttonClass()}>
          Preview
        </a>
      </div>
      <Standing
        article={article}
        stage={article.plan.stage}
        readers={article.readers}
        next={timeline.pending[0]}
        embargo={timeline.embargo}
        timeZone={timeZone}
      />
      <StandingReason plan={article.plan} timeZone={timeZone} />
      <StoryPlanPanel
        id={article.id}
        headline={article.content.headline}
        plan={article.plan}
        people={null}
        timeZone={timeZone}
      />
      <Notice>
        {article.writer} is writing this story. You can read it; to change it, ask them or an editor. Saved by{" "}
        {article.savedBy}, {timeToday(article.savedAt, timeZone)}.
      </Notice>
      <h1 className="mt-4 font-serif text-[clamp(2rem,5vw,2.875rem)] leading-[1.1] font-semibold text-balance">
        {story.headline || "No headline yet"}
      </h1>
      {story.standfirst && <p className="font-serif text-[1.3125rem] leading-snug text-muted">{story.standfirst}</p>}
      {story.bylines.length > 0 && (
        <p className="text-sm">
          By {story.bylines.map(({ name }) => name).join(", ")}
          {story.section && ` · ${story.section.name}`}
        </p>
      )}
      <StoryFacts content={article.content} named={(id) => named[id] ?? "Another one"} />
      {story.lead && <StoryFigure figure={story.lead} words={setting.words} sizes="(min-width: 48rem) 42rem, 100vw" />}
      <div className="story as-read">
        <div className="story-body">
          {story.blocks.length > 0 ? (
            <Blocks blocks={story.blocks} setting={setting} />
          ) : (
            <p className="text-muted">Nothing written yet.</p>
          )}
        </div>
        {story.notes.length > 0 && (
          <div className="story-end">
            <Notes notes={story.notes} setting={setting} house={{}} />
          </div>
        )}
      </div>
      <ConversationRead threads={conversation.threads} timeZone={timeZone} />
    </article>
  );
}

import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentPublication, findActor } from "@/app/_kit/session";
import { askPasskey } from "@/app/(account)/sign-in/actions";
import { ArticleScreen } from "@/components/newsroom/article/article-screen";
import { storyChoiceOf } from "@/components/newsroom/article/choices";
import { ReadOnlyArticle } from "@/components/newsroom/article/read-only-article";
import { type ArticleContent, assetIdsIn } from "@/domain/articles/article";
import { listAssignable } from "@/domain/articles/board-desk";
import { articlesIn } from "@/domain/articles/body";
import { readConversation } from "@/domain/articles/conversation";
import { listCorrections, readArticle, storiesById } from "@/domain/articles/desk";
import { previewStory } from "@/domain/articles/preview";
import { listPreviewLinks } from "@/domain/articles/preview-sharing";
import { readTimeline } from "@/domain/articles/timeline";
import { playedSources } from "@/domain/media/played";
import { sourcesOf } from "@/domain/media/sources";
import { type Actor, can } from "@/domain/people/staff";
import { listSnippets } from "@/domain/snippets/desk";
import { listStyleRules } from "@/domain/style/desk";
import { bylinesById, listSections, seriesById, topicsById } from "@/domain/taxonomy/desk";
import { getEnv } from "@/lib/env";
import {
  amend,
  cancelSchedule,
  liftEmbargo,
  liftTakedown,
  moveSchedule,
  plan,
  publish,
  renewSchedule,
  revokePreviewLink,
  schedulePublication,
  scheduleUnpublication,
  setEmbargo,
  sharePreviewLink,
  signInAgain,
  step,
  takeDown,
  unpublish,
} from "./actions";
import "./as-read.css";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [actor, { id }] = await Promise.all([findActor(), params]);
  // Whoever may not read it learns so from the page.
  const article = actor && (await readArticle(actor, id).catch(() => null));
  return { title: article?.content.headline.trim() || "Article" };
}

export default async function ArticlePage({ params }: Props) {
  const [actor, publication, { id }] = await Promise.all([currentActor(), currentPublication(), params]);
  const article = await read(readArticle(actor, id));
  const timeZone = publication?.timeZone ?? "UTC";
  if (!can(actor, "article.edit", article)) {
    const [story, conversation, timeline, bylines, series, stories] = await read(
      Promise.all([
        previewStory(actor, id),
        readConversation(actor, id),
        readTimeline(actor, id),
        ...namesIn(actor, article.content),
      ]),
    );
    const named = [...bylines, ...series, ...stories.map(storyChoiceOf)].map((each) => [each.id, each.name]);
    return (
      <ReadOnlyArticle
        article={article}
        story={story}
        named={Object.fromEntries(named)}
        conversation={conversation}
        timeline={timeline}
        timeZone={timeZone}
      />
    );
  }

  const { content } = article;
  const assetIds = assetIdsIn(content);
  const [
    bylines,
    series,
    stories,
    sections,
    topics,
    pictures,
    played,
    corrections,
    snippets,
    styleRules,
    conversation,
    people,
    previewLinks,
    timeline,
  ] = await read(
    Promise.all([
      ...namesIn(actor, content),
      listSections(actor),
      topicsById(actor, content.topicIds),
      sourcesOf(assetIds),
      playedSources(assetIds),
      listCorrections(actor, id),
      listSnippets(actor),
      listStyleRules(actor),
      readConversation(actor, id),
      listAssignable(actor),
      listPreviewLinks(actor, id),
      readTimeline(actor, id),
    ]),
  );
  return (
    <ArticleScreen
      // Another article is another text: nothing of the one before may stay on the screen.
      key={id}
      article={article}
      around={{
        actor,
        siteUrl: getEnv().SITE_URL,
        timeZone,
        sections,
        topics,
        bylines,
        series,
        stories: stories.map(storyChoiceOf),
        pictures: [...pictures.values()],
        played: Object.fromEntries(played),
        language: publication?.language ?? "en",
        snippets,
        styleRules,
        corrections,
        conversation,
        people,
        previewLinks,
        timeline,
      }}
      deeds={{
        plan,
        publish,
        unpublish,
        takeDown,
        liftTakedown,
        schedulePublication,
        scheduleUnpublication,
        moveSchedule,
        renewSchedule,
        cancelSchedule,
        setEmbargo,
        liftEmbargo,
        step,
        amend,
        sharePreview: sharePreviewLink,
        revokePreview: revokePreviewLink,
        signInAgain,
        askPasskey,
      }}
    />
  );
}

/** The people, series and stories that a content names by id. */
function namesIn(actor: Actor, { bylineIds, credits, seriesId, relatedIds, translationOf, body }: ArticleContent) {
  const people = [...new Set([...bylineIds, ...credits.map(({ bylineId }) => bylineId)])];
  const stories = [...relatedIds, ...articlesIn(body), ...(translationOf ? [translationOf] : [])];
  return [
    bylinesById(actor, people),
    seriesById(actor, seriesId ? [seriesId] : []),
    storiesById(actor, [...new Set(stories)]),
  ] as const;
}

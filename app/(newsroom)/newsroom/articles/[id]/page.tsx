import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentPublication, findActor } from "@/app/_kit/session";
import { ArticleScreen } from "@/components/newsroom/article/article-screen";
import { ReadOnlyArticle } from "@/components/newsroom/article/read-only-article";
import { assetIdsIn } from "@/domain/articles/article";
import { readArticle } from "@/domain/articles/desk";
import { previewStory } from "@/domain/articles/preview";
import { sourcesOf } from "@/domain/media/sources";
import { can } from "@/domain/people/staff";
import { bylinesById, listSections, topicsById } from "@/domain/taxonomy/desk";
import { getEnv } from "@/lib/env";
import { giveBack, publish, submit, unpublish } from "./actions";

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
    return <ReadOnlyArticle article={article} story={await read(previewStory(actor, id))} timeZone={timeZone} />;
  }

  const { content } = article;
  const [sections, topics, bylines, pictures] = await read(
    Promise.all([
      listSections(actor),
      topicsById(actor, content.topicIds),
      bylinesById(actor, content.bylineIds),
      sourcesOf(assetIdsIn(content)),
    ]),
  );
  return (
    <ArticleScreen
      // Another article is another text: nothing of the one before may stay on the screen.
      key={id}
      article={article}
      around={{
        actor: { id: actor.id, role: actor.role, name: actor.name },
        siteUrl: getEnv().SITE_URL,
        timeZone,
        sections,
        topics,
        bylines,
        pictures: [...pictures.values()],
      }}
      deeds={{ publish, unpublish, submit, giveBack }}
    />
  );
}

import type { Metadata } from "next";
import { cache } from "react";
import { currentPublication, NotFoundPage, nothingHere, ReaderFrame } from "@/app/_kit/reader";
import { currentActor } from "@/app/_kit/session";
import { ReadNext } from "@/components/article/read-next";
import { StoryPage } from "@/components/article/story-page";
import { PreviewBar } from "@/components/site/preview-bar";
import { previewStory } from "@/domain/articles/preview";
import { readNext } from "@/domain/articles/published";
import type { Story } from "@/domain/articles/story";
import { getEnv } from "@/lib/env";
import { Refusal } from "@/lib/refusal";

/** What stands for a headline that nobody has written yet. */
const UNTITLED = "Untitled article";

type Props = PageProps<"/newsroom/articles/[id]/preview">;

/** The draft's page; null for what the actor may not read, or what does not exist. */
const draftOf = cache(async (id: string): Promise<Story | null> => {
  const actor = await currentActor();
  try {
    return await previewStory(actor, id);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const draft = await draftOf((await params).id);
  return draft ? { title: `Preview: ${draft.headline || UNTITLED}` } : nothingHere();
}

/** The page that readers would see of the draft, by the components that they see it by. */
export default async function Preview({ params }: Props) {
  const draft = await draftOf((await params).id);
  if (!draft) return <NotFoundPage />;
  const [publication, next] = await Promise.all([currentPublication(), readNext(draft)]);
  return (
    <ReaderFrame
      current={draft.section?.slug}
      above={<PreviewBar articleId={draft.articleId} path={draft.publishedAt ? draft.path : null} />}
    >
      <StoryPage
        story={{ ...draft, headline: draft.headline || UNTITLED }}
        publication={publication}
        address={draft.path && `${getEnv().SITE_URL}${draft.path}`}
      />
      <ReadNext {...next} section={draft.section} seen={draft.lead?.sources.assetId} locale={publication} />
    </ReaderFrame>
  );
}

import type { Metadata } from "next";
import { cache } from "react";
import { PreviewedStory, UNTITLED } from "@/app/_kit/previewed-story";
import { NotFoundPage, nothingHere } from "@/app/_kit/reader";
import { currentActor } from "@/app/_kit/session";
import { PreviewBar } from "@/components/site/preview-bar";
import { previewStory } from "@/domain/articles/preview";
import type { Story } from "@/domain/articles/story";
import { getEnv } from "@/lib/env";
import { Refusal } from "@/lib/refusal";

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
  return (
    <PreviewedStory
      story={draft}
      bar={<PreviewBar articleId={draft.articleId} path={draft.publishedAt ? draft.path : null} />}
      address={draft.path && `${getEnv().SITE_URL}${draft.path}`}
    />
  );
}

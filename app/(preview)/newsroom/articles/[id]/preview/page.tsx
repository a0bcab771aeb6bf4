import type { Metadata } from "next";
import { cache } from "react";
import { read } from "@/app/_kit/read";
import { currentPublication, ReaderFrame } from "@/app/_kit/reader";
import { currentActor } from "@/app/_kit/session";
import { ReadNext } from "@/components/article/read-next";
import { StoryPage } from "@/components/article/story-page";
import { PreviewBar } from "@/components/site/preview-bar";
import { previewStory } from "@/domain/articles/preview";
import { readNext } from "@/domain/articles/published";
import { getEnv } from "@/lib/env";

type Props = PageProps<"/newsroom/articles/[id]/preview">;

const story = cache(async (id: string) => previewStory(await currentActor(), id));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { headline } = await read(story((await params).id));
  return { title: `Preview: ${headline || "Untitled article"}` };
}

/** The page that readers would see of the draft, by the components that they see it by. */
export default async function Preview({ params }: Props) {
  const draft = await read(story((await params).id));
  const [publication, next] = await Promise.all([currentPublication(), readNext(draft.articleId)]);
  return (
    <>
      <PreviewBar articleId={draft.articleId} path={draft.publishedAt ? draft.path : null} />
      <ReaderFrame current={draft.section?.slug}>
        <StoryPage
          story={{ ...draft, headline: draft.headline || "Untitled article" }}
          publication={publication}
          address={draft.path && `${getEnv().SITE_URL}${draft.path}`}
        />
        {draft.section && <ReadNext {...next} section={draft.section} locale={publication} />}
      </ReaderFrame>
    </>
  );
}

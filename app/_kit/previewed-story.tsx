import type { ReactNode } from "react";
import { ReadNext } from "@/components/article/read-next";
import { StoryPage } from "@/components/article/story-page";
import { readNext } from "@/domain/articles/published";
import type { Story } from "@/domain/articles/story";
import { currentPublication, ReaderFrame } from "./reader";

/** What stands for a headline that nobody has written yet. */
export const UNTITLED = "Untitled article";

/** The page that readers would see of a story, by the components that they see it by, below a bar that says what it is. */
export async function PreviewedStory({
  story,
  bar,
  address,
}: {
  story: Story;
  bar: ReactNode;
  /** Where it stands or will stand; null to say nothing of it. */
  address: string | null;
}) {
  const [publication, next] = await Promise.all([currentPublication(), readNext(story)]);
  return (
    <ReaderFrame current={story.section?.slug} above={bar}>
      <StoryPage
        story={{ ...story, headline: story.headline || UNTITLED }}
        publication={publication}
        address={address}
      />
      <ReadNext {...next} section={story.section} seen={story.lead?.sources.assetId} locale={publication} />
    </ReaderFrame>
  );
}

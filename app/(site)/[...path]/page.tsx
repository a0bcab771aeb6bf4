import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { dependsOn } from "@/app/_kit/depends";
import { currentPublication, GonePage, goneFromHere, NotFoundPage, nothingHere, ReaderFrame } from "@/app/_kit/reader";
import { storyMetadata } from "@/app/_kit/story-metadata";
import { StoryData } from "@/app/_kit/structured-data";
import { ReadNext } from "@/components/article/read-next";
import { StoryPage } from "@/components/article/story-page";
import { findByPath, readNext } from "@/domain/articles/published";
import { getEnv } from "@/lib/env";
import { keptSlug } from "@/lib/slug";

type Props = PageProps<"/[...path]">;

const atPath = cache(findByPath);

async function load({ params }: Props) {
  return atPath(`/${(await params).path.map(keptSlug).join("/")}`);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await load(props);
  if (found && "gone" in found) return goneFromHere();
  if (!found || "movedTo" in found) return nothingHere();
  return storyMetadata(found.story, await currentPublication());
}

/** A story at its address. Every address that no other page has leads here, and where there is no story, on from here. */
export default async function Article(props: Props) {
  const found = await load(props);
  if (!found) return <NotFoundPage />;
  dependsOn(found.tags);
  if ("movedTo" in found) permanentRedirect(found.movedTo);
  if ("gone" in found) return <GonePage gone={found.gone} />;
  const { story } = found;
  const [publication, next] = await Promise.all([currentPublication(), readNext(story)]);
  dependsOn(next.tags);
  return (
    <ReaderFrame current={story.section?.slug}>
      <StoryData story={story} />
      <StoryPage story={story} publication={publication} address={`${getEnv().SITE_URL}${story.path}`} />
      <ReadNext {...next} section={story.section} seen={story.lead?.sources.assetId} locale={publication} />
    </ReaderFrame>
  );
}

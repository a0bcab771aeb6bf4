import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import { Frame } from "@/components/site/frame";
import { GoneStory } from "@/components/site/gone-story";
import { NotFound } from "@/components/site/not-found";
import { latest } from "@/domain/articles/published";
import type { Gone } from "@/domain/articles/story";
import { tag } from "@/domain/events/tags";
import { findRedirect } from "@/domain/redirects/published";
import { aboutLinks, readAppearance, readPublication } from "@/domain/settings/published";
import type { Publication } from "@/domain/settings/settings";
import { sectionsInOrder } from "@/domain/taxonomy/published";
import { now } from "@/lib/clock";
import { nextMidnight } from "@/lib/time";
import { wordsOf } from "@/lib/words";
import { dependsOn, holdsUntil } from "./depends";
import { askedPath, replyGone, replyNotFound } from "./reply";

/** What pages say of a publication that has not been set up. */
const NOT_SET_UP: Publication = { name: "Masthead", tagline: "", timeZone: "UTC", language: "en" };

/** The publication, once a request; null until it has been set up. */
export const publicationOrNull = cache(readPublication);

/** How the publication looks, once a request. */
export const currentAppearance = cache(readAppearance);

/** All sections in the order of the site, once a request. */
export const currentSections = cache(sectionsInOrder);

/** The pages about the paper that readers can open, once a request. */
export const currentAbout = cache(aboutLinks);

/** The publication, or what stands for it before it has been set up. */
export async function currentPublication(): Promise<Publication> {
  return (await publicationOrNull()) ?? NOT_SET_UP;
}

/** The frame of a page for readers, around it. */
export async function ReaderFrame({
  current,
  front,
  above,
  children,
}: {
  current?: string;
  front?: boolean;
  above?: ReactNode;
  children: ReactNode;
}) {
  const [publication, { logo }, sections, about] = await Promise.all([
    currentPublication(),
    currentAppearance(),
    currentSections(),
    currentAbout(),
  ]);
  dependsOn(tag.frame);
  // Lists say "Today".
  holdsUntil(nextMidnight(now(), publication.timeZone));
  return (
    <Frame
      publication={publication}
      logo={logo}
      sections={sections}
      about={about}
      current={current}
      front={front}
      above={above}
    >
      {children}
    </Frame>
  );
}

/** What the head of an address says where nothing is. */
export async function nothingHere(): Promise<Metadata> {
  const { language } = await currentPublication();
  return { title: wordsOf(language)("notFoundTitle"), robots: { index: false } };
}

/** The page of an address where nothing is, with its status; or where the newsroom leads from there. A page returns it instead of calling `notFound()`. */
export async function NotFoundPage() {
  const path = askedPath();
  const led = path && (await findRedirect(path));
  dependsOn(tag.redirects, led ? led.tags : []);
  if (led && "movedTo" in led) permanentRedirect(led.movedTo);
  if (led) return <GonePage gone={{ ...led, takedown: null }} isStory={false} />;
  replyNotFound();
  const [publication, list] = await Promise.all([currentPublication(), latest(1, 6)]);
  dependsOn(tag.stories, list?.tags ?? []);
  return (
    <ReaderFrame>
      <NotFound stories={list?.cards ?? []} locale={publication} />
    </ReaderFrame>
  );
}

/** What the head of an address says from which a story was taken: nothing of the story. */
export async function goneFromHere(): Promise<Metadata> {
  const { language } = await currentPublication();
  return { title: wordsOf(language)("goneTitle"), robots: { index: false } };
}

/** The page of such an address, with its status and why. */
export async function GonePage({ gone, isStory = true }: { gone: Gone; isStory?: boolean }) {
  replyGone();
  const [publication, list] = await Promise.all([currentPublication(), latest(1, 6)]);
  dependsOn(tag.stories, list?.tags ?? []);
  return (
    <ReaderFrame>
      <GoneStory gone={gone} isStory={isStory} stories={list?.cards ?? []} locale={publication} />
    </ReaderFrame>
  );
}

import { cache } from "react";
import { JsonLd } from "@/components/structured-data/json-ld";
import { breadcrumbs, collectionPage } from "@/components/structured-data/lists";
import { newsMediaOrganization, type Paper, webSite } from "@/components/structured-data/paper";
import { profilePage } from "@/components/structured-data/people";
import { newsArticle, storyBreadcrumbs } from "@/components/structured-data/story";
import type { CardPage } from "@/domain/articles/card";
import type { Story } from "@/domain/articles/story";
import type { AboutLink } from "@/domain/settings/about";
import { readOrganisation } from "@/domain/settings/published";
import type { BylinePage } from "@/domain/taxonomy/byline";
import { particularsOf } from "@/domain/taxonomy/published";
import { getEnv } from "@/lib/env";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";
import { currentAbout, currentAppearance, currentPublication } from "./reader";

/** What is said of the paper, once a request. It belongs to `tag.frame`, as every page does. */
const currentPaper = cache(async (): Promise<Paper> => {
  const [publication, organisation, about, appearance] = await Promise.all([
    currentPublication(),
    readOrganisation(),
    currentAbout(),
    currentAppearance(),
  ]);
  return { publication, organisation, about, appearance, site: getEnv().SITE_URL };
});

/** What machines are told on the front. */
export async function FrontData() {
  const paper = await currentPaper();
  return (
    <>
      <JsonLd data={newsMediaOrganization(paper)} />
      <JsonLd data={webSite(paper)} />
    </>
  );
}

/** What machines are told of a story. What its people's profiles say goes by the tags that the story has. */
export async function StoryData({ story }: { story: Story }) {
  const people = [...story.bylines, ...story.credits.flatMap((credit) => credit.people)];
  const [paper, known] = await Promise.all([currentPaper(), particularsOf(people.map(({ id }) => id))]);
  return (
    <>
      <JsonLd data={newsArticle(story, paper, known)} />
      <JsonLd data={storyBreadcrumbs(story, paper)} />
    </>
  );
}

/** What machines are told on a page about the paper. */
export async function AboutData({ page: { slug, title } }: { page: AboutLink }) {
  const paper = await currentPaper();
  const { name, language } = paper.publication;
  const about = { name: wordsOf(language)("about", { name }), path: routes.about() };
  return (
    <>
      <JsonLd data={newsMediaOrganization(paper)} />
      <JsonLd data={breadcrumbs([about, { name: title, path: routes.about(slug) }], paper)} />
    </>
  );
}

/** What machines are told of a person. */
export async function ProfileData({ byline }: { byline: BylinePage }) {
  return <JsonLd data={profilePage(byline, await currentPaper())} />;
}

/** What machines are told of a page that lists stories. @param at gives the address of a page of the list by its number */
export async function ListData(of: {
  name: string;
  description?: string;
  list: CardPage;
  at: (page: number) => string;
}) {
  const paper = await currentPaper();
  return (
    <>
      <JsonLd data={collectionPage({ ...of, path: of.at(of.list.page) }, paper)} />
      <JsonLd data={breadcrumbs([{ name: of.name, path: of.at(1) }], paper)} />
    </>
  );
}

import type { Metadata } from "next";
import { cache } from "react";
import { dependsOn } from "@/app/_kit/depends";
import { listMetadata } from "@/app/_kit/list-metadata";
import { currentAbout, currentPublication, NotFoundPage, nothingHere, ReaderFrame } from "@/app/_kit/reader";
import { AboutData } from "@/app/_kit/structured-data";
import { AboutStory } from "@/components/site/about";
import { OrganisationFacts } from "@/components/site/organisation-facts";
import { StaffList } from "@/components/site/staff-list";
import type { AboutSlug } from "@/domain/settings/about";
import { findAbout, readOrganisation, staffNames } from "@/domain/settings/published";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";

type Props = PageProps<"/about/[slug]">;

const atSlug = cache(findAbout);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await atSlug((await params).slug);
  return page ? listMetadata(page, 1, () => routes.about(page.slug)) : nothingHere();
}

/** One of the pages on which the paper says who it is and how it works. */
export default async function AboutPage({ params }: Props) {
  const page = await atSlug((await params).slug);
  if (!page) return <NotFoundPage />;
  dependsOn(page.tags);
  const [publication, all] = await Promise.all([currentPublication(), currentAbout()]);
  return (
    <ReaderFrame>
      <AboutData page={page} />
      <AboutStory page={page} all={all} publication={publication}>
        <Kept of={page.slug} />
      </AboutStory>
    </ReaderFrame>
  );
}

/** What a page shows below its text of what is kept elsewhere: who is on the staff, how to reach the paper. */
async function Kept({ of }: { of: AboutSlug }) {
  const publication = await currentPublication();
  const words = wordsOf(publication.language);
  if (of === "masthead") {
    const { names, tags } = await staffNames();
    dependsOn(tags);
    return <StaffList names={names} words={words} />;
  }
  if (of === "contact") {
    return <OrganisationFacts of={await readOrganisation()} words={words} locale={publication} />;
  }
  return null;
}

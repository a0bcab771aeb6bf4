import type { Metadata } from "next";
import { cache } from "react";
import { dependsOn } from "@/app/_kit/depends";
import { listMetadata } from "@/app/_kit/list-metadata";
import { currentPublication, NotFoundPage, nothingHere, ReaderFrame } from "@/app/_kit/reader";
import { ArchiveParts, ArchiveTurns, ArchiveYears } from "@/components/site/archive";
import { ListHeading } from "@/components/site/list-heading";
import { NoStories, StoryList } from "@/components/site/story-list";
import { type ArchivePeriod, periodName, periodNamed } from "@/domain/archive/archive";
import { archiveOf, archiveYears } from "@/domain/archive/published";
import { pageNumber } from "@/lib/page-number";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";

type Props = PageProps<"/archive/[[...date]]">;

const years = cache(archiveYears);

const load = cache(async (path: string, page: number | null) => {
  const period = periodNamed(path.split("/"));
  const { timeZone } = await currentPublication();
  const archive = period && page && (await archiveOf(period, timeZone, page));
  return archive ? { period, archive } : null;
});

async function loadOf({ params, searchParams }: Props) {
  return load(((await params).date ?? []).join("/"), pageNumber((await searchParams).page));
}

const pagesOf =
  ({ year, month, day }: ArchivePeriod) =>
  (page: number) =>
    routes.archive(year, month, day, page);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const publication = await currentPublication();
  const words = wordsOf(publication.language);
  if (!(await props.params).date) {
    const head = { title: words("archive"), description: words("archiveDescription", { name: publication.name }) };
    return listMetadata(head, 1, () => routes.archive());
  }
  const loaded = await loadOf(props);
  if (!loaded) return nothingHere();
  const period = periodName(loaded.period, publication);
  const head = {
    title: words("archiveOf", { period }),
    description: words("archiveOfDescription", { period, name: publication.name }),
    feed: { name: words("archiveOf", { period }) },
  };
  return listMetadata(head, loaded.archive.list.page, pagesOf(loaded.period));
}

/** The stories by when they came out: all years, and the stories of a year, a month or a day. */
export default async function Archive(props: Props) {
  if (!(await props.params).date) return <AllYears />;
  const loaded = await loadOf(props);
  if (!loaded) return <NotFoundPage />;
  const { period, archive } = loaded;
  dependsOn(archive.tags);
  const publication = await currentPublication();
  const { language } = publication;
  return (
    <ReaderFrame>
      <ListHeading title={periodName(period, publication)} feed={{ page: pagesOf(period)(1), language }}>
        <ArchiveTurns period={period} earlier={archive.earlier} later={archive.later} locale={publication} />
      </ListHeading>
      <ArchiveParts parts={archive.parts} locale={publication} />
      <StoryList list={archive.list} at={pagesOf(period)} locale={publication} labelled />
    </ReaderFrame>
  );
}

async function AllYears() {
  const publication = await currentPublication();
  const { name, language } = publication;
  const { years: all, tags } = await years(publication.timeZone);
  dependsOn(tags);
  const words = wordsOf(language);
  return (
    <ReaderFrame>
      <ListHeading title={words("archive")} feed={{ page: routes.home(), name, language }} />
      {all.length > 0 ? (
        <ArchiveYears years={all} locale={publication} />
      ) : (
        <NoStories>{words("nothingPublished")}</NoStories>
      )}
    </ReaderFrame>
  );
}

import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { dependsOn } from "@/app/_kit/depends";
import { kindNamesIn } from "@/app/_kit/kind-names";
import { currentPublication, GonePage, goneFromHere, NotFoundPage, nothingHere, ReaderFrame } from "@/app/_kit/reader";
import { StoryHistory } from "@/components/site/history";
import { findHistory } from "@/domain/articles/history";
import { pageNumber } from "@/lib/page-number";
import { routes } from "@/lib/routes";
import { keptSlug } from "@/lib/slug";
import { wordsOf } from "@/lib/words";
import "@/components/article/comparison.css";
import "@/app/(site)/history.css";

type Props = PageProps<"/[section]/[slug]/history">;

const historyAt = cache(async (path: string, page: number | null) => {
  const { language } = await currentPublication();
  return page && findHistory(path, page, kindNamesIn(language));
});

async function load({ params, searchParams }: Props) {
  const { section, slug } = await params;
  return historyAt(`/${keptSlug(section)}/${keptSlug(slug)}`, pageNumber((await searchParams).page));
}

/** Search engines are led to the story itself, not to what it no longer says. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await load(props);
  if (found && "gone" in found) return goneFromHere();
  if (!found || "movedTo" in found) return nothingHere();
  const { name, language } = await currentPublication();
  const words = wordsOf(language);
  const { headline, path, page } = found.history;
  const title = words("historyOf", { headline });
  const description = words("historyDescription", { name });
  const url = routes.history(path, page);
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { title, description, type: "website", siteName: name, url },
    robots: { index: false, follow: true },
  };
}

/** What changed in a story since it first came out. */
export default async function HistoryPage(props: Props) {
  const found = await load(props);
  if (!found) return <NotFoundPage />;
  dependsOn(found.tags);
  if ("movedTo" in found) permanentRedirect(found.movedTo);
  if ("gone" in found) return <GonePage gone={found.gone} />;
  const { history } = found;
  return (
    <ReaderFrame current={history.section.slug}>
      <StoryHistory history={history} locale={await currentPublication()} />
    </ReaderFrame>
  );
}

import type { Metadata } from "next";
import { cache } from "react";
import { dependsOn } from "@/app/_kit/depends";
import { listMetadata } from "@/app/_kit/list-metadata";
import { currentAbout, currentPublication, NotFoundPage, nothingHere, ReaderFrame } from "@/app/_kit/reader";
import { CorrectionList } from "@/components/site/corrections";
import { ListHeading } from "@/components/site/list-heading";
import { Pager } from "@/components/site/pager";
import { NoStories } from "@/components/site/story-list";
import { correctionsOfPaper } from "@/domain/articles/corrections";
import { pageNumber } from "@/lib/page-number";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";
import "@/app/(site)/history.css";

type Props = PageProps<"/corrections">;

const onPage = cache(correctionsOfPaper);

async function load({ searchParams }: Props) {
  const page = pageNumber((await searchParams).page);
  return page ? onPage(page) : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await load(props);
  if (!found) return nothingHere();
  const { name, language } = await currentPublication();
  const words = wordsOf(language);
  const title = words("corrections");
  const head = { title, description: words("correctionsDescription", { name }), feed: { name: title } };
  return listMetadata(head, found.page, routes.corrections);
}

/** What was corrected in all the paper. */
export default async function CorrectionsPage(props: Props) {
  const found = await load(props);
  if (!found) return <NotFoundPage />;
  dependsOn(found.tags);
  const [publication, about] = await Promise.all([currentPublication(), currentAbout()]);
  const words = wordsOf(publication.language);
  const policy = about.find(({ slug }) => slug === "corrections");
  return (
    <ReaderFrame>
      <ListHeading title={words("corrections")} feed={{ page: routes.corrections(), language: publication.language }}>
        <p className="mt-3 max-w-prose text-lg text-muted">
          {words("correctionsDescription", { name: publication.name })}
        </p>
        {policy && (
          <p className="mt-2 font-sans text-sm">
            <a href={routes.about(policy.slug)} className="prose-link">
              {words("correctionsPolicy")}
            </a>
          </p>
        )}
      </ListHeading>
      {found.entries.length > 0 ? (
        <CorrectionList entries={found.entries} locale={publication} />
      ) : (
        <NoStories>{words("correctionsNone")}</NoStories>
      )}
      <Pager
        page={found.page}
        hasOlder={found.hasOlder}
        at={routes.corrections}
        language={publication.language}
        newestFirst={false}
      />
    </ReaderFrame>
  );
}

import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { FormDialog } from "@/components/newsroom/form-dialog";
import { Link } from "@/components/newsroom/link";
import { MediaTabs } from "@/components/newsroom/media/media-tabs";
import { listingOf } from "@/components/newsroom/pager";
import { Row, Rows } from "@/components/newsroom/panel";
import { SearchForm } from "@/components/newsroom/search-form";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { listKeywords } from "@/domain/media/keywords";
import { libraryAddress } from "@/domain/media/library";
import { reach } from "@/domain/people/staff";
import type { Asked } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { dropKeyword, saveKeyword } from "./actions";
import { RenameKeyword } from "./forms";

export const metadata: Metadata = { title: "Keywords" };

/** The keywords of the library, each with how many files carry it. */
export default async function KeywordsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const [actor, params] = await Promise.all([currentActor(), searchParams]);
  const { search } = listingOf(params);
  const keywords = await read(listKeywords(actor, { search }));
  const mayChange = reach(actor, "asset.edit") === "any";
  return (
    <>
      <PageHeader
        title="Keywords"
        intro="By what files are found besides what is said of them. Two that mean the same become one when they get the same name."
      />
      <MediaTabs />
      <SearchForm action={routes.newsroom.keywords()} label="Search keywords" asked={{ search }} />
      <ListViews actor={actor} list="keywords" address={routes.newsroom.keywords()} asked={params} />
      {keywords.length === 0 ? (
        <Empty title={search ? `No keyword fits “${search}”` : "No keywords yet"}>
          {search
            ? "Try fewer letters."
            : "They come with pictures that carry some, and by editing files in the library."}
        </Empty>
      ) : (
        <Rows label="Keywords">
          {keywords.map(({ keyword, count }) => (
            <Row
              key={keyword}
              actions={
                mayChange && (
                  <>
                    <RenameKeyword action={saveKeyword} keyword={keyword} />
                    <FormDialog
                      open="Remove"
                      openLook="quiet"
                      about={` ${keyword}`}
                      title={`Remove “${keyword}”?`}
                      intro={`It is taken off ${count === 1 ? "the file that carries" : `the ${count} files that carry`} it. This cannot be undone.`}
                      action={dropKeyword}
                      submit="Remove the keyword"
                      look="danger"
                      hidden={{ keyword }}
                    />
                  </>
                )
              }
            >
              <Link
                href={routes.newsroom.media(libraryAddress({ keyword }))}
                className="font-semibold text-ink underline"
              >
                {keyword}
              </Link>{" "}
              <span className="text-sm text-muted">
                {count === 1 ? "1 file" : `${count.toLocaleString("en")} files`}
              </span>
            </Row>
          ))}
        </Rows>
      )}
    </>
  );
}

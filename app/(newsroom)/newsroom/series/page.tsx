import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { listingOf, Pager, pagesOf } from "@/components/newsroom/pager";
import { Row, Rows } from "@/components/newsroom/panel";
import { SearchForm } from "@/components/newsroom/search-form";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { listSeries } from "@/domain/taxonomy/desk";
import type { Asked } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { addSeries, changeSeries } from "./actions";
import { EditSeriesDialog, NewSeriesDialog } from "./forms";

export const metadata: Metadata = { title: "Series" };

export default async function SeriesPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await currentActor();
  const all = await searchParams;
  const asked = listingOf(all);
  const { rows, next } = await read(listSeries(actor, asked));
  return (
    <>
      <PageHeader
        title="Series"
        intro="Stories that belong together. Readers go from one to the next, in the order in which they came out."
      >
        <NewSeriesDialog action={addSeries} />
      </PageHeader>
      <SearchForm action={routes.newsroom.series()} label="Search series" asked={asked} />
      <ListViews actor={actor} list="series" address={routes.newsroom.series()} asked={all} />
      {rows.length === 0 ? (
        <Empty title={asked.search ? `No series fits “${asked.search}”` : "No series yet"}>
          {asked.search ? "Try fewer letters, or make it a new series." : "Make one here, or while editing a story."}
        </Empty>
      ) : (
        <Rows label="Series">
          {rows.map((series) => (
            <Row key={series.id} actions={<EditSeriesDialog action={changeSeries} series={series} />}>
              <p>
                <span className="font-semibold">{series.name}</span>{" "}
                {series.live ? (
                  <a href={routes.series(series.slug)} className="text-sm break-all text-link underline">
                    {routes.series(series.slug)}
                  </a>
                ) : (
                  <span className="text-sm text-muted">with no published story yet</span>
                )}
              </p>
              {series.description && (
                <p className="text-sm text-muted [overflow-wrap:anywhere]">{series.description}</p>
              )}
            </Row>
          ))}
        </Rows>
      )}
      <Pager {...pagesOf(routes.newsroom.series(), asked, next)} />
    </>
  );
}

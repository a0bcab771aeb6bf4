import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { asideDeeds } from "@/components/newsroom/aside-deeds";
import { ManyRows } from "@/components/newsroom/many-rows";
import { listingOf, Pager, pagesOf } from "@/components/newsroom/pager";
import { SearchForm } from "@/components/newsroom/search-form";
import { Badge } from "@/components/ui/notice";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { listSeries } from "@/domain/taxonomy/desk";
import { GROUP_KINDS } from "@/domain/taxonomy/setting-aside";
import type { Asked } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { addSeries, aside, changeSeries } from "./actions";
import { EditSeriesDialog, NewSeriesDialog } from "./forms";

export const metadata: Metadata = { title: "Series" };

export default async function SeriesPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await currentActor();
  const all = await searchParams;
  const asked = listingOf(all, GROUP_KINDS);
  const { rows, next } = await read(listSeries(actor, asked));
  return (
    <>
      <PageHeader
        title="Series"
        intro="Stories that belong together. Readers go from one to the next, in the order in which they came out. One that is set aside is no longer offered to writers; readers keep its page."
      >
        <NewSeriesDialog action={addSeries} />
      </PageHeader>
      <SearchForm
        action={routes.newsroom.series()}
        label="Search series"
        asked={asked}
        show={{
          label: "Show",
          all: "All series",
          kinds: { live: "With published stories", unused: "With no published story", aside: "Set aside" },
        }}
      />
      <ListViews actor={actor} list="series" address={routes.newsroom.series()} asked={all} />
      <ManyRows
        label="Series"
        called={["series", "series"]}
        action={aside}
        deeds={asideDeeds(aside)}
        rows={rows.map((series) => ({
          id: series.id,
          name: series.name,
          told: (
            <>
              <p>
                <span className="font-semibold">{series.name}</span> {series.aside && <Badge>Set aside</Badge>}{" "}
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
            </>
          ),
          actions: <EditSeriesDialog action={changeSeries} series={series} />,
        }))}
        empty={
          <Empty title={asked.search || asked.show ? "No series fits" : "No series yet"}>
            {asked.search || asked.show
              ? "Try fewer letters, or make it a new series."
              : "Make one here, or while editing a story."}
          </Empty>
        }
      />
      <Pager {...pagesOf(routes.newsroom.series(), asked, next)} />
    </>
  );
}

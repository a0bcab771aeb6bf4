import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { asideDeeds } from "@/components/newsroom/aside-deeds";
import { Link } from "@/components/newsroom/link";
import { ManyRows } from "@/components/newsroom/many-rows";
import { listingOf, Pager, pagesOf } from "@/components/newsroom/pager";
import { SearchForm } from "@/components/newsroom/search-form";
import { Badge } from "@/components/ui/notice";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { BYLINE_KINDS } from "@/domain/taxonomy/byline";
import { listBylines } from "@/domain/taxonomy/desk";
import type { Asked } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { addByline, aside } from "./actions";
import { NewBylineDialog } from "./forms";

export const metadata: Metadata = { title: "Bylines" };

export default async function BylinesPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await currentActor();
  const params = await searchParams;
  const asked = listingOf(params, BYLINE_KINDS);
  const { rows, next } = await read(listBylines(actor, asked));
  return (
    <>
      <PageHeader
        title="Bylines"
        intro="The people credited to readers. Staff get theirs as they join; guests are added here. One that is set aside is no longer offered to writers; readers keep its page."
      >
        <NewBylineDialog action={addByline} />
      </PageHeader>
      <SearchForm
        action={routes.newsroom.bylines()}
        label="Search bylines"
        asked={asked}
        show={{ label: "Show", all: "Everybody", kinds: { staff: "Staff", guest: "Guests", aside: "Set aside" } }}
      />
      <ListViews actor={actor} list="bylines" address={routes.newsroom.bylines()} asked={params} />
      <ManyRows
        label="Bylines"
        called={["byline", "bylines"]}
        action={aside}
        deeds={asideDeeds(aside)}
        rows={rows.map((byline) => ({
          id: byline.id,
          name: byline.name,
          told: (
            <>
              <Link href={routes.newsroom.byline(byline.id)} className="font-semibold text-link underline">
                {byline.name}
              </Link>
              {byline.title && <p className="text-sm text-muted">{byline.title}</p>}
            </>
          ),
          actions: (
            <>
              {byline.aside && <Badge>Set aside</Badge>}
              <Badge>{byline.guest ? "Guest" : "Staff"}</Badge>
            </>
          ),
        }))}
        empty={
          <Empty title={asked.search || asked.show ? "No byline fits" : "No bylines yet"}>
            {asked.search || asked.show
              ? "Try fewer letters, or add a guest."
              : "Staff get one as they join. Add a guest for whoever writes without an account."}
          </Empty>
        }
      />
      <Pager {...pagesOf(routes.newsroom.bylines(), asked, next)} />
    </>
  );
}

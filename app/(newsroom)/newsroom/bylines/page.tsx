import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { Link } from "@/components/newsroom/link";
import { listingOf, Pager, pagesOf } from "@/components/newsroom/pager";
import { Row, Rows } from "@/components/newsroom/panel";
import { SearchForm } from "@/components/newsroom/search-form";
import { Badge } from "@/components/ui/notice";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { BYLINE_KINDS } from "@/domain/taxonomy/byline";
import { listBylines } from "@/domain/taxonomy/desk";
import type { Asked } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { addByline } from "./actions";
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
        intro="The people credited to readers. Staff get theirs as they join; guests are added here."
      >
        <NewBylineDialog action={addByline} />
      </PageHeader>
      <SearchForm
        action={routes.newsroom.bylines()}
        label="Search bylines"
        asked={asked}
        show={{ label: "Show", all: "Everybody", kinds: { staff: "Staff", guest: "Guests" } }}
      />
      <ListViews actor={actor} list="bylines" address={routes.newsroom.bylines()} asked={params} />
      {rows.length === 0 ? (
        <Empty title={asked.search || asked.show ? "No byline fits" : "No bylines yet"}>
          {asked.search || asked.show
            ? "Try fewer letters, or add a guest."
            : "Staff get one as they join. Add a guest for whoever writes without an account."}
        </Empty>
      ) : (
        <Rows label="Bylines">
          {rows.map((byline) => (
            <Row key={byline.id} actions={<Badge>{byline.guest ? "Guest" : "Staff"}</Badge>}>
              <Link href={routes.newsroom.byline(byline.id)} className="font-semibold text-link underline">
                {byline.name}
              </Link>
              {byline.title && <p className="text-sm text-muted">{byline.title}</p>}
            </Row>
          ))}
        </Rows>
      )}
      <Pager {...pagesOf(routes.newsroom.bylines(), asked, next)} />
    </>
  );
}

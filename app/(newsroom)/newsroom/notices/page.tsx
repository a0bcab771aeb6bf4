import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { NoticeList } from "@/components/newsroom/notices/notice-list";
import { listingOf, Pager, pagesOf } from "@/components/newsroom/pager";
import { SearchForm } from "@/components/newsroom/search-form";
import { ActionForm } from "@/components/ui/form";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { listNotices } from "@/domain/notices/desk";
import { NOTICE_SHOWS } from "@/domain/notices/notice";
import type { Asked } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { mark, openNotice } from "./actions";

export const metadata: Metadata = { title: "Notices" };

export default async function NoticesPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const [actor, timeZone, params] = await Promise.all([currentActor(), currentTimeZone(), searchParams]);
  const { cursor, show } = listingOf(params, NOTICE_SHOWS);
  const { rows, next } = await read(listNotices(actor, { cursor, show }));
  const unread = rows.filter((row) => !row.read).map(({ id }) => id);
  return (
    <>
      <PageHeader title="Notices" intro="What your colleagues did that concerns you, the latest first.">
        {unread.length > 0 && (
          <ActionForm
            action={mark}
            submit="Mark all as read"
            look="secondary"
            hidden={{ ids: unread, read: "yes" }}
            className=""
          />
        )}
      </PageHeader>
      <SearchForm
        action={routes.newsroom.notices()}
        asked={{ show }}
        show={{
          label: "Show",
          all: "All notices",
          kinds: {
            unread: "New",
            work: "Work given, returned, approved",
            comments: "Comments",
            warnings: "What failed or lapses",
          },
        }}
      />
      <ListViews actor={actor} list="notices" address={routes.newsroom.notices()} asked={params} />
      <NoticeList
        notices={rows}
        timeZone={timeZone}
        open={openNotice}
        mark={mark}
        empty={
          show ? (
            <Empty title="None of these">Show all notices to see the others.</Empty>
          ) : (
            <Empty title="No notices yet">
              You are told here when a story is assigned to you, sent to you for review, returned or approved, and when
              somebody names or answers you in a comment; and when the rights to something that readers see are about to
              lapse.
            </Empty>
          )
        }
      />
      <Pager
        {...pagesOf(routes.newsroom.notices(), { cursor, show }, next ?? undefined)}
        firstName="Newest"
        nextName="Older"
      />
    </>
  );
}

import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { NoticeList } from "@/components/newsroom/notices/notice-list";
import { listingOf, Pager, pagesOf } from "@/components/newsroom/pager";
import { ActionForm } from "@/components/ui/form";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { listNotices } from "@/domain/notices/desk";
import type { Asked } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { markRead, openNotice } from "./actions";

export const metadata: Metadata = { title: "Notices" };

export default async function NoticesPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const [actor, timeZone, asked] = await Promise.all([currentActor(), currentTimeZone(), searchParams]);
  const { cursor } = listingOf(asked);
  const { rows, next } = await read(listNotices(actor, { cursor }));
  const unread = rows.filter((row) => !row.read).map(({ id }) => id);
  return (
    <>
      <PageHeader title="Notices" intro="What your colleagues did that concerns you, the latest first.">
        {unread.length > 0 && (
          <ActionForm
            action={markRead}
            submit="Mark all as read"
            look="secondary"
            hidden={{ ids: unread.join(" ") }}
            className=""
          />
        )}
      </PageHeader>
      {rows.length > 0 ? (
        <NoticeList notices={rows} timeZone={timeZone} open={openNotice} markRead={markRead} />
      ) : (
        <Empty title="No notices yet">
          You are told here when a story is assigned to you, sent to you for review, returned or approved, and when
          somebody names or answers you in a comment; and when the rights to something that readers see are about to
          lapse.
        </Empty>
      )}
      <Pager
        {...pagesOf(routes.newsroom.notices(), { cursor }, next ?? undefined)}
        firstName="Newest"
        nextName="Older"
      />
    </>
  );
}

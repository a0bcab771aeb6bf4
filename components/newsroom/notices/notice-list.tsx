import { clsx } from "clsx";
import { timeToday } from "@/components/newsroom/article/time-today";
import { Row, Rows } from "@/components/newsroom/panel";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Badge } from "@/components/ui/notice";
import { headlineOf } from "@/domain/articles/board";
import { type Notice, noticeWords } from "@/domain/notices/notice";

/** What somebody was told, each leading to what it is about. */
export function NoticeList({
  notices,
  timeZone,
  open,
  markRead,
}: {
  notices: Notice[];
  timeZone: string;
  open: FormAction;
  markRead: FormAction;
}) {
  return (
    <Rows label="Notices">
      {notices.map((notice) => {
        const story = notice.headline === null ? null : headlineOf({ headline: notice.headline });
        const about = story === null ? " about a story" : ` about “${story}”`;
        return (
          <Row
            key={notice.id}
            actions={
              <>
                {story !== null && (
                  <ActionForm
                    action={open}
                    submit="Open"
                    about={about}
                    look="secondary"
                    hidden={{ id: notice.id }}
                    className=""
                  />
                )}
                {!notice.read && (
                  <ActionForm
                    action={markRead}
                    submit="Mark as read"
                    about={about}
                    look="quiet"
                    hidden={{ ids: notice.id }}
                    className=""
                  />
                )}
              </>
            }
          >
            <p className={clsx("[overflow-wrap:anywhere]", !notice.read && "font-semibold")}>
              {!notice.read && (
                <>
                  <Badge tone="warn">New</Badge>{" "}
                </>
              )}
              {noticeWords(notice)}
            </p>
            {notice.detail && (
              <p className="mt-0.5 line-clamp-4 text-sm whitespace-pre-line [overflow-wrap:anywhere]">
                {notice.detail}
              </p>
            )}
            <time dateTime={notice.at.toISOString()} className="text-sm text-muted">
              {timeToday(notice.at, timeZone)}
            </time>
          </Row>
        );
      })}
    </Rows>
  );
}

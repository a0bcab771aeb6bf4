import { clsx } from "clsx";
import type { ReactNode } from "react";
import { timeToday } from "@/components/newsroom/article/time-today";
import { ManyRows } from "@/components/newsroom/many-rows";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Badge } from "@/components/ui/notice";
import { headlineOf } from "@/domain/articles/board";
import { type Notice, noticeWords } from "@/domain/notices/notice";

const READ = { read: "yes" };
const NEW = { read: "no" };

/** What somebody was told, each leading to what it is about. */
export function NoticeList({
  notices,
  timeZone,
  open,
  mark,
  empty,
}: {
  notices: Notice[];
  timeZone: string;
  open: FormAction;
  mark: FormAction;
  /** What stands there where there is none. */
  empty: ReactNode;
}) {
  return (
    <ManyRows
      label="Notices"
      called={["notice", "notices"]}
      action={mark}
      deeds={[
        {
          submit: "Mark as read",
          words: "Read",
          fields: READ,
          back: { action: mark, words: "New again", fields: NEW },
        },
        { submit: "Mark as new", words: "New", fields: NEW, back: { action: mark, words: "Read again", fields: READ } },
      ]}
      empty={empty}
      rows={notices.map((notice) => {
        const story = notice.headline === null ? null : headlineOf({ headline: notice.headline });
        return {
          id: notice.id,
          name: `“${noticeWords(notice)}”`,
          told: <Told notice={notice} timeZone={timeZone} />,
          actions: story !== null && (
            <ActionForm
              action={open}
              submit="Open"
              about={` “${story}”`}
              look="secondary"
              hidden={{ id: notice.id }}
              className=""
            />
          ),
        };
      })}
    />
  );
}

function Told({ notice, timeZone }: { notice: Notice; timeZone: string }) {
  return (
    <>
      <p className={clsx("[overflow-wrap:anywhere]", !notice.read && "font-semibold")}>
        {!notice.read && (
          <>
            <Badge tone="warn">New</Badge>{" "}
          </>
        )}
        {noticeWords(notice)}
      </p>
      {notice.detail && (
        <p className="mt-0.5 line-clamp-4 text-sm whitespace-pre-line [overflow-wrap:anywhere]">{notice.detail}</p>
      )}
      <time dateTime={notice.at.toISOString()} className="text-sm text-muted">
        {timeToday(notice.at, timeZone)}
      </time>
    </>
  );
}

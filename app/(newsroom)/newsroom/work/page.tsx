import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { Link } from "@/components/newsroom/link";
import { Panel } from "@/components/newsroom/panel";
import { MentionsList } from "@/components/newsroom/review/mentions-list";
import { WorkList } from "@/components/newsroom/workflow/work-list";
import { buttonClass } from "@/components/ui/button";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { readOwnWork } from "@/domain/articles/board-desk";
import { listMentions } from "@/domain/articles/conversation";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "My work" };

export default async function WorkPage() {
  const [actor, timeZone] = await Promise.all([currentActor(), currentTimeZone()]);
  const [work, mentions] = await read(Promise.all([readOwnWork(actor), listMentions(actor)]));
  const parts = [
    { title: "Returned to you", intro: "An editor said what has to change.", cards: work.returned, named: false },
    { title: "Waits for your review", intro: "The longest first.", cards: work.toReview, named: true },
    { title: "Ready for you to publish", intro: "Approved, and not out yet.", cards: work.toPublish, named: true },
    { title: "To write", intro: "Assigned to you, or begun by you.", cards: work.toWrite, named: false },
    { title: "With somebody else", intro: "Yours, in review, ready or held.", cards: work.elsewhere, named: false },
  ].filter(({ cards }) => cards.length > 0);
  return (
    <>
      <PageHeader title="My work" intro="What waits for you, and what of yours waits for others.">
        <Link href={routes.newsroom.board()} className={buttonClass()}>
          Board
        </Link>
      </PageHeader>
      <MentionsList mentions={mentions} timeZone={timeZone} />
      {parts.map(({ title, intro, cards, named }) => (
        <Panel key={title} title={title} intro={intro}>
          <WorkList label={title} cards={cards} timeZone={timeZone} named={named} />
        </Panel>
      ))}
      {parts.length === 0 && mentions.length === 0 && (
        <Empty title="Nothing waits for you">
          What is assigned to you, returned to you or sent to you for review stands here. Ideas wait on the{" "}
          <Link href={routes.newsroom.board()} className="text-link underline">
            board
          </Link>
          .
        </Empty>
      )}
    </>
  );
}

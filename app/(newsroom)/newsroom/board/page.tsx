import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { plan, step } from "@/app/(newsroom)/newsroom/articles/[id]/actions";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { Board } from "@/components/newsroom/workflow/board";
import { ProposeDialog } from "@/components/newsroom/workflow/propose-dialog";
import { WorkFilterForm } from "@/components/newsroom/workflow/work-filter-form";
import { PageHeader } from "@/components/ui/page-header";
import { listAssignable, readBoard } from "@/domain/articles/board-desk";
import { listWriters } from "@/domain/articles/desk";
import { can } from "@/domain/people/staff";
import { listSections } from "@/domain/taxonomy/desk";
import { type Asked, askedText } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { propose } from "./actions";

export const metadata: Metadata = { title: "Board" };

export default async function BoardPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const [actor, timeZone, asked] = await Promise.all([currentActor(), currentTimeZone(), searchParams]);
  const { new: asksForNew, ...narrowed } = asked;
  const filters = { sectionId: askedText(asked.section, 40), staffId: askedText(asked.person, 40) };
  const [columns, people, sections, writers] = await read(
    Promise.all([readBoard(actor, filters), listAssignable(actor), listSections(actor), listWriters(actor)]),
  );
  return (
    <>
      <PageHeader title="Board" intro="Every story under way, by where it is in the newsroom’s work.">
        {can(actor, "article.create") && (
          <ProposeDialog
            action={propose}
            sections={sections}
            people={can(actor, "article.plan") ? people : null}
            timeZone={timeZone}
            asked={askedText(asksForNew, 10) === "idea"}
          />
        )}
      </PageHeader>
      <WorkFilterForm
        label="Board"
        address={routes.newsroom.board()}
        filters={filters}
        sections={sections}
        writers={writers}
      />
      <ListViews actor={actor} list="board" address={routes.newsroom.board()} asked={narrowed} />
      <Board
        actor={actor}
        columns={columns}
        narrowed={Boolean(filters.sectionId || filters.staffId)}
        people={people}
        timeZone={timeZone}
        deeds={{ step, plan }}
      />
    </>
  );
}

import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { Comparison, ComparisonKey } from "@/components/article/comparison";
import { KIND_NAMES } from "@/components/newsroom/article/kind-names";
import { RestoreDialog } from "@/components/newsroom/article/restore-dialog";
import { EXTRA_FIELDS, nameOfText, RevisionList } from "@/components/newsroom/article/revision-list";
import { ToldSentence } from "@/components/newsroom/audit/told";
import { Link } from "@/components/newsroom/link";
import { Moment } from "@/components/newsroom/moment";
import { Pager } from "@/components/newsroom/pager";
import { Panel } from "@/components/newsroom/panel";
import { Button, buttonClass } from "@/components/ui/button";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { readArticle } from "@/domain/articles/desk";
import { compareTexts, DRAFT, listRevisions, type RevisionRow, trailOfStory } from "@/domain/articles/revisions";
import { can } from "@/domain/people/staff";
import { type Asked, askedText } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";
import { restore } from "./actions";
import "@/components/article/comparison.css";

export const metadata: Metadata = { title: "History" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Asked> };

/** What became of a story: every kept text, any two of them compared, and what happened to it. */
export default async function StoryHistoryPage({ params, searchParams }: Props) {
  const [actor, timeZone, { id }, asked] = await Promise.all([currentActor(), currentTimeZone(), params, searchParams]);
  const [from, to] = [askedText(asked.from, 40), askedText(asked.to, 40)];
  const [cursor, trailCursor] = [askedText(asked.cursor, 100), askedText(asked.trail, 20)];
  const [article, { rows, next }, trail, compared] = await read(
    Promise.all([
      readArticle(actor, id),
      listRevisions(actor, id, cursor),
      trailOfStory(actor, id, trailCursor),
      from && to ? compareTexts(actor, id, { from, to }, KIND_NAMES) : null,
    ]),
  );
  const mayRestore = can(actor, "article.edit", article);
  const at = (more: Record<string, string | undefined>) =>
    routes.newsroom.articleHistory(id, { from, to, cursor, trail: trailCursor, ...more });
  return (
    <>
      <Link href={routes.newsroom.article(id)} className={buttonClass("quiet", "mb-2 -ml-4")}>
        <ArrowLeft size={18} aria-hidden /> The story
      </Link>
      <PageHeader title="History" intro={article.content.headline.trim() || "A story without a headline"}>
        {article.live && (
          <a href={routes.history(article.live.path)} className={buttonClass()}>
            What readers are told
          </a>
        )}
      </PageHeader>
      {compared && from && to && (
        <Panel
          title="Compared"
          intro={
            <>
              <Named id={from} rows={rows} timeZone={timeZone} /> → <Named id={to} rows={rows} timeZone={timeZone} />
            </>
          }
          actions={
            <Link href={at({ from: undefined, to: undefined })} className={buttonClass("quiet")}>
              Close
            </Link>
          }
        >
          {compared.changes.length === 0 ? (
            <Empty title="No word differs">
              Both say the same to readers; what is suggested, how it is set and where links lead may differ.
            </Empty>
          ) : (
            <div className="grid max-w-[48rem] gap-5">
              <ComparisonKey words={wordsOf("en")} />
              <Comparison
                changes={compared.changes}
                words={wordsOf("en")}
                language={article.content.language}
                pictures={compared.pictures}
                level={3}
                names={EXTRA_FIELDS}
              />
            </div>
          )}
          {mayRestore && from !== DRAFT && (
            <div className="mt-5">
              <RestoreDialog
                action={restore}
                id={id}
                revisionId={from}
                version={article.version}
                name={nameOfId(from, rows)}
              />
            </div>
          )}
        </Panel>
      )}
      <Panel
        title="Versions"
        intro="Every text that was kept: what readers saw, where a sitting ended, and what lost against another’s. Choose two to compare them."
      >
        <form id="compare" method="get" action={routes.newsroom.articleHistory(id)}>
          {cursor && <input type="hidden" name="cursor" value={cursor} />}
        </form>
        <RevisionList
          article={article}
          rows={rows}
          isFirstPage={!cursor}
          chosen={{ from: from ?? rows[0]?.id, to: to ?? DRAFT }}
          addressOf={(texts) => at(texts)}
          timeZone={timeZone}
          restore={mayRestore ? restore : null}
        />
        {rows.length > 0 && (
          <Button type="submit" form="compare" look="primary" className="mt-4">
            Compare the chosen two
          </Button>
        )}
        <Pager
          first={cursor ? at({ cursor: undefined }) : undefined}
          next={next ? at({ cursor: next }) : undefined}
          firstName="Newest versions"
          nextName="Older versions"
        />
      </Panel>
      <Panel title="What happened" intro="Everything that was done to this story, the newest first.">
        <ol aria-label="Events" className="divide-y divide-line border-line border-y">
          {trail.rows.map((event) => (
            <li key={event.number} className="grid gap-x-4 py-2.5 sm:grid-cols-[10.5rem_minmax(0,1fr)]">
              <span className="text-sm text-muted">
                <Moment at={event.at} timeZone={timeZone} />
              </span>
              <span className="[overflow-wrap:anywhere]">
                <ToldSentence event={event} it="this story" timeZone={timeZone} />
              </span>
            </li>
          ))}
        </ol>
        <Pager
          first={trailCursor ? at({ trail: undefined }) : undefined}
          next={trail.next ? at({ trail: trail.next }) : undefined}
          firstName="Newest events"
          nextName="Older events"
        />
      </Panel>
    </>
  );
}

function nameOfId(id: string, rows: readonly RevisionRow[]): string {
  const row = rows.find((each) => each.id === id);
  return id === DRAFT ? "The draft as it stands" : row ? nameOfText(row) : "An older version";
}

function Named({ id, rows, timeZone }: { id: string; rows: readonly RevisionRow[]; timeZone: string }) {
  const row = rows.find((each) => each.id === id);
  return (
    <span>
      {nameOfId(id, rows)}
      {row && (
        <>
          {", "}
          <Moment at={row.at} timeZone={timeZone} />
        </>
      )}
    </span>
  );
}

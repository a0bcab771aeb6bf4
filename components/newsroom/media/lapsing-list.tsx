import Link from "next/link";
import { Moment } from "@/components/newsroom/moment";
import { buttonClass } from "@/components/ui/button";
import { Badge } from "@/components/ui/notice";
import { headlineOf } from "@/domain/articles/board";
import type { Lapsing } from "@/domain/media/lapse";
import { routes } from "@/lib/routes";
import { AssetImage } from "./asset-tile";

/** What readers see whose rights end: since when or until when, in which stories, and what can be done. */
export function LapsingList({ label, rows, timeZone }: { label: string; rows: Lapsing[]; timeZone: string }) {
  return (
    <ul aria-label={label} className="divide-y divide-line rounded-lg border border-line bg-raised">
      {rows.map((row) => (
        <OneLapsing key={row.asset.id} row={row} timeZone={timeZone} />
      ))}
    </ul>
  );
}

function OneLapsing({ row, timeZone }: { row: Lapsing; timeZone: string }) {
  const { asset, until, hasLapsed, stories, hasOthers, portraits, mayEdit } = row;
  return (
    <li className="grid gap-x-4 gap-y-3 p-4 sm:grid-cols-[7rem_1fr]">
      <div className="aspect-4/3 w-28 overflow-hidden rounded-sm bg-wash">
        <AssetImage asset={asset} sizes="112px" />
      </div>
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <Link
            href={routes.newsroom.asset(asset.id)}
            className="font-semibold text-ink underline underline-offset-2 [overflow-wrap:anywhere]"
          >
            {asset.filename}
          </Link>
          <Badge tone={hasLapsed ? "bad" : "warn"}>{hasLapsed ? "Lapsed" : "Lapses"}</Badge>
          <span className="text-sm">
            <Moment at={until} timeZone={timeZone} />
          </span>
        </p>
        {asset.caption && <p className="mt-1 line-clamp-2 text-sm text-muted">{asset.caption}</p>}
        <p className="mt-2 text-sm font-semibold">Readers see it in</p>
        <ul className="grid gap-0.5">
          {stories.map((story) => (
            <li key={story.id}>
              <Link href={routes.newsroom.article(story.id)} className="text-link underline [overflow-wrap:anywhere]">
                {headlineOf(story)}
              </Link>
            </li>
          ))}
          {hasOthers && <li className="text-muted">Stories that are not yours</li>}
          {portraits.map(({ id, name }) => (
            <li key={id}>
              The profile of{" "}
              <Link href={routes.newsroom.byline(id)} className="text-link underline">
                {name}
              </Link>
            </li>
          ))}
        </ul>
        {mayEdit ? (
          <Link href={`${routes.newsroom.asset(asset.id)}#about`} className={buttonClass("secondary", "mt-3")}>
            Extend its rights<span className="sr-only"> of {asset.filename}</span>
          </Link>
        ) : (
          <p className="mt-2 text-sm text-muted">{asset.uploadedBy.name} and editors may extend its rights.</p>
        )}
      </div>
    </li>
  );
}

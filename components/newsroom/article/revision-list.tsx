import { Link } from "@/components/newsroom/link";
import { Moment } from "@/components/newsroom/moment";
import { Row, Rows } from "@/components/newsroom/panel";
import { buttonClass } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form";
import { Badge } from "@/components/ui/notice";
import type { PublicationKind } from "@/domain/articles/article";
import type { Compared } from "@/domain/articles/legible";
import { CHANGE_NAMES } from "./kinds";
import { RestoreDialog } from "./restore-dialog";

type Reason = "publication" | "schedule" | "conflict" | "sitting" | "takeover" | "preview";

/** A kept text, as the list gets it. */
type Kept = {
  id: string;
  version: number;
  reason: Reason;
  at: Date;
  by: string;
  headline: string;
  published: { kind: PublicationKind; from: Date; until: Date | null }[];
};

const REASONS: Record<Reason, string> = {
  publication: "Published",
  schedule: "Planned to be published",
  conflict: "Lost against another’s text",
  sitting: "End of a sitting",
  takeover: "When a field was taken over",
  preview: "Shown to somebody outside",
};

/** What is compared here and is not told to readers. */
export const EXTRA_FIELDS: Partial<Record<Compared, string>> = {
  address: "Permalink",
  standfirst: "Standfirst",
  body: "Body",
  bylines: "Bylines",
  lead: "Lead image",
  label: "Label",
  kicker: "Kicker",
  review: "Review",
  credits: "Credits",
  related: "Related stories",
  searchTitle: "Search title",
  searchDescription: "Search description",
  shareTitle: "Share title",
  shareDescription: "Share description",
};

const DRAFT = "draft";

/** What a kept text is, in a few words. */
export function nameOfText({ reason, published }: Pick<Kept, "reason" | "published">): string {
  const first = published.at(-1);
  return first ? `Published: ${CHANGE_NAMES[first.kind].toLowerCase()}` : REASONS[reason];
}

/** The kept texts of a story, to be compared two by two, and the draft as it stands. */
export function RevisionList({
  article,
  rows,
  isFirstPage,
  chosen,
  addressOf,
  timeZone,
  restore,
}: {
  article: { id: string; version: number; savedAt: Date; savedBy: string };
  rows: readonly Kept[];
  isFirstPage: boolean;
  chosen: { from: string | undefined; to: string };
  addressOf: (texts: { from: string; to: string }) => string;
  timeZone: string;
  /** Null for who may not. */
  restore: FormAction | null;
}) {
  return (
    <Rows label="Versions">
      {isFirstPage && (
        <Row>
          <p className="font-semibold">The draft as it stands</p>
          <p className="text-sm text-muted">
            Saved by {article.savedBy}, <Moment at={article.savedAt} timeZone={timeZone} />
          </p>
          <Choices id={DRAFT} name="the draft as it stands" chosen={chosen} />
        </Row>
      )}
      {rows.length === 0 && (
        <Row>
          <p className="text-muted">No other text has been kept yet.</p>
        </Row>
      )}
      {rows.map((row, index) => {
        const older = rows[index + 1];
        const name = nameOfText(row);
        return (
          <Row
            key={row.id}
            actions={
              <>
                {older && (
                  <Link href={addressOf({ from: older.id, to: row.id })} className={buttonClass("quiet")}>
                    Changes<span className="sr-only"> of version {row.version} to the one before</span>
                  </Link>
                )}
                <Link href={addressOf({ from: row.id, to: DRAFT })} className={buttonClass("quiet")}>
                  Against the draft<span className="sr-only">, version {row.version}</span>
                </Link>
                {restore && (
                  <RestoreDialog
                    action={restore}
                    id={article.id}
                    revisionId={row.id}
                    version={article.version}
                    name={`${name}, version ${row.version}`}
                  />
                )}
              </>
            }
          >
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {name}
              {row.published.some(({ until }) => until === null) && <Badge tone="good">Readers see it</Badge>}
            </p>
            <p className="text-sm [overflow-wrap:anywhere]">{row.headline || "No headline"}</p>
            <p className="text-sm text-muted">
              {row.by}, <Moment at={row.at} timeZone={timeZone} /> · version {row.version}
            </p>
            <Choices id={row.id} name={`${name}, version ${row.version}`} chosen={chosen} />
          </Row>
        );
      })}
    </Rows>
  );
}

/** Which of the two that are compared a text is to be. */
function Choices({ id, name, chosen }: { id: string; name: string; chosen: { from: string | undefined; to: string } }) {
  return (
    <div className="mt-1 flex gap-5 text-sm">
      {(["from", "to"] as const).map((side) => (
        <label key={side} className="flex min-h-8 cursor-pointer items-center gap-2">
          <input
            type="radio"
            name={side}
            value={id}
            form="compare"
            defaultChecked={chosen[side] === id}
            className="size-5 accent-ink"
          />
          {side === "from" ? "From" : "To"}
          <span className="sr-only"> {name}</span>
        </label>
      ))}
    </div>
  );
}

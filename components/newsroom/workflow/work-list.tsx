import { timeToday } from "@/components/newsroom/article/time-today";
import { Link } from "@/components/newsroom/link";
import { Row, Rows } from "@/components/newsroom/panel";
import { type BoardCard, headlineOf } from "@/domain/articles/board";
import { routes } from "@/lib/routes";
import { StandingBadges } from "./badges";
import { PlannedTimes } from "./planned-times";

/** Stories that wait for somebody, each with what they need to know of it. */
export function WorkList({
  label,
  cards,
  timeZone,
  named = false,
}: {
  label: string;
  cards: BoardCard[];
  timeZone: string;
  /** Whether it says whose each is. */
  named?: boolean;
}) {
  return (
    <Rows label={label}>
      {cards.map((card) => (
        <Row key={card.id} actions={<StandingBadges stage={card.plan.stage} readers={card.readers} />}>
          <Link
            href={routes.newsroom.article(card.id)}
            className="font-serif text-lg leading-snug font-semibold text-ink no-underline [overflow-wrap:anywhere] hover:underline"
          >
            {headlineOf(card)}
          </Link>
          <p className="flex flex-wrap gap-x-3 text-sm text-muted">
            {named && <span>{card.writer}</span>}
            <span>{card.sectionName ?? "No section"}</span>
            <span>since {timeToday(card.plan.since, timeZone)}</span>
            <PlannedTimes plan={card.plan} timeZone={timeZone} />
          </p>
          {card.plan.reason && (
            <p className="mt-1 text-sm whitespace-pre-line [overflow-wrap:anywhere]">
              <span className="font-semibold">{card.plan.by}:</span> {card.plan.reason}
            </p>
          )}
          {card.plan.stage === "assigned" && card.plan.brief && (
            <p className="mt-1 line-clamp-3 text-sm whitespace-pre-line [overflow-wrap:anywhere]">{card.plan.brief}</p>
          )}
        </Row>
      ))}
    </Rows>
  );
}

"use client";

import { clsx } from "clsx";
import { MoveRight } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Link } from "@/components/newsroom/link";
import { type BoardCard, headlineOf } from "@/domain/articles/board";
import { routes } from "@/lib/routes";
import { ReadersBadge } from "./badges";
import { PlannedTimes } from "./planned-times";
import { useDraggable } from "./use-drag";

/** What a card is dragged as. */
export const CARD = "card";

/** The button of a card that moves it, which keeps the focus wherever the card goes. */
export function moveButtonId(id: string): string {
  return `move-${id}`;
}

/** A story on the board. */
export function BoardCardView({
  card,
  timeZone,
  moving,
  draggable,
  children,
}: {
  card: BoardCard;
  timeZone: string;
  /** Whether it is on its way to where it is shown. */
  moving: boolean;
  draggable: boolean;
  /** The way to move it. */
  children?: ReactNode;
}) {
  const ref = useRef<HTMLLIElement>(null);
  const dragging = useDraggable(ref, CARD, card.id, draggable);
  const { plan } = card;
  return (
    <li
      ref={ref}
      aria-busy={moving || undefined}
      className={clsx(
        "grid gap-1.5 rounded-md border border-line bg-raised px-3 py-2.5 text-sm shadow-sm",
        draggable && "cursor-grab",
        (dragging || moving) && "opacity-50",
      )}
    >
      <div className="flex items-start justify-between gap-1">
        <Link
          href={routes.newsroom.article(card.id)}
          draggable={false}
          className="min-w-0 font-serif text-base leading-snug font-semibold text-ink no-underline [overflow-wrap:anywhere] hover:underline"
        >
          {headlineOf(card)}
        </Link>
        {children}
      </div>
      <p className="flex flex-wrap gap-x-2 text-muted">
        <span>{card.sectionName ?? "No section"}</span>
        <span>{plan.assignee ? `→ ${plan.assignee.name}` : card.writer}</span>
      </p>
      {(plan.deadlineAt || plan.plannedFor) && (
        <p className="flex flex-wrap gap-x-2">
          <PlannedTimes plan={plan} timeZone={timeZone} />
        </p>
      )}
      {plan.reason && <p className="line-clamp-3 italic [overflow-wrap:anywhere]">“{plan.reason}”</p>}
      <p className="empty:hidden">
        <ReadersBadge readers={card.readers} />
      </p>
    </li>
  );
}

/** The icon of what moves something. */
export function MoveIcon() {
  return <MoveRight size={16} aria-hidden />;
}

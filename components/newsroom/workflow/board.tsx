"use client";

import { clsx } from "clsx";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Deed } from "@/components/newsroom/article/desk";
import { useDeed } from "@/components/newsroom/article/use-deed";
import { Link } from "@/components/newsroom/link";
import { Menu, MenuGroup, MenuItem } from "@/components/ui/menu";
import { Notice } from "@/components/ui/notice";
import { type Assignable, type BoardCard, headlineOf } from "@/domain/articles/board";
import { STAGE_NAMES, STAGES, STEP_RULES, type Stage, type Step, stepTo } from "@/domain/articles/stage";
import { type Actor, can } from "@/domain/people/staff";
import { routes } from "@/lib/routes";
import { BoardCardView, CARD, MoveIcon, moveButtonId } from "./board-card";
import { BoardEmpty } from "./board-empty";
import { PlanDialog } from "./plan-dialog";
import { ReasonDialog } from "./reason-dialog";
import { useDropTarget } from "./use-drag";

type Column = { stage: Stage; cards: BoardCard[]; more: boolean };

/** What is asked before a card moves: why, or to whom. */
type Asking = { card: BoardCard; step: Step } | { card: BoardCard; plan: true };

/** The stories under way, by stage. A card is moved by dragging it, or by its menu; what is refused says why. */
export function Board({
  actor,
  columns,
  narrowed,
  people,
  timeZone,
  deeds,
}: {
  actor: Actor;
  columns: Column[];
  /** Whether it shows some sections' or people's alone. */
  narrowed: boolean;
  people: Assignable[];
  timeZone: string;
  deeds: { step: Deed; plan: Deed };
}) {
  const [asking, setAsking] = useState<Asking | null>(null);
  // What its dialog says stays in place while it closes.
  const [planned, setPlanned] = useState<BoardCard | null>(null);
  if (asking && "plan" in asking && planned !== asking.card) setPlanned(asking.card);
  const [moving, setMoving] = useState<{ id: string; to: Stage } | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const cards = columns.flatMap((column) => column.cards);
  const step = useDeed(deeds.step, () => arrived());
  const plan = useDeed(deeds.plan, () => arrived());
  useFreshness(asking === null && moving === null);

  const arrived = () => {
    setAsking(null);
    setMoving(null);
    const card = moving && cards.find(({ id }) => id === moving.id);
    if (!card || !moving) return;
    setSaid(`“${headlineOf(card)}” is now in “${STAGE_NAMES[moving.to]}”.`);
    document.getElementById(moveButtonId(card.id))?.focus();
  };
  const refused = step.refused ?? plan.refused;
  const putBack = useEffectEvent(() => setMoving(null));
  useEffect(() => {
    if (refused) putBack();
  }, [refused]);

  const take = (card: BoardCard, each: Step, to: Stage, reason = "") => {
    setMoving({ id: card.id, to });
    step.run({ id: card.id, step: each, reason });
  };
  const move = (card: BoardCard, to: Stage) => {
    setRefusal(null);
    step.clear();
    plan.clear();
    if (to === card.plan.stage || moving) return;
    if (to === "assigned" || (to === "idea" && card.plan.stage === "assigned")) {
      if (!can(actor, "article.plan", card)) setRefusal("You may not assign this story to anybody.");
      else if (to === "assigned" && card.plan.stage === "idea") setAsking({ card, plan: true });
      else if (to === "idea") {
        setMoving({ id: card.id, to });
        plan.run({ id: card.id, assigneeId: "", brief: card.plan.brief });
      } else if (card.plan.before !== "assigned") {
        setRefusal("This story was begun already. Change whose it is by “Plan” in its menu.");
      } else settle(card, to);
      return;
    }
    settle(card, to);
  };
  const settle = (card: BoardCard, to: Stage) => {
    const found = stepTo(actor, card.plan, to, card);
    if ("refusal" in found) return setRefusal(`“${headlineOf(card)}” stays where it is. ${found.refusal}`);
    if (STEP_RULES[found.step].reason) return setAsking({ card, step: found.step });
    take(card, found.step, to);
  };
  const drop = (to: Stage) => (id: string) => {
    const card = cards.find((each) => each.id === id);
    if (card) move(card, to);
  };

  const shown = (stage: Stage) =>
    cards.filter((card) => (moving?.id === card.id ? moving.to === stage : card.plan.stage === stage));
  const targets = (card: BoardCard) =>
    STAGES.filter((stage) => {
      if (stage === card.plan.stage) return false;
      if (card.plan.stage === "idea" && stage === "assigned") return can(actor, "article.plan", card);
      if (card.plan.stage === "assigned" && stage === "idea") return can(actor, "article.plan", card);
      return "step" in stepTo(actor, card.plan, stage, card);
    });
  const back = (card: BoardCard | null) => () => (card && document.getElementById(moveButtonId(card.id))) ?? true;
  const [reasoned, setReasoned] = useState<BoardCard | null>(null);
  if (asking && "step" in asking && reasoned !== asking.card) setReasoned(asking.card);
  const complaint = refusal ?? (asking ? null : refused?.message);

  return (
    <div className="grid gap-4">
      <p role="status" className="sr-only">
        {said}
      </p>
      {complaint && (
        <Notice tone="bad" role="alert" className="sticky top-2 z-20">
          {complaint}
        </Notice>
      )}
      {cards.length === 0 ? (
        <BoardEmpty narrowed={narrowed} mayPropose={can(actor, "article.create")} />
      ) : (
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-[repeat(auto-fit,minmax(10.75rem,1fr))]">
          {columns.map(({ stage, more }) => {
            const here = shown(stage);
            return (
              <ColumnView key={stage} stage={stage} count={here.length} more={more} onDrop={drop(stage)}>
                {here.map((card) => {
                  const to = targets(card);
                  const mayPlan = can(actor, "article.plan", card);
                  const isMoving = moving?.id === card.id;
                  return (
                    <BoardCardView
                      key={card.id}
                      card={card}
                      timeZone={timeZone}
                      moving={isMoving}
                      draggable={!isMoving && (to.length > 0 || mayPlan)}
                    >
                      {(to.length > 0 || mayPlan) && (
                        <Menu
                          trigger={
                            <button
                              type="button"
                              id={moveButtonId(card.id)}
                              aria-disabled={isMoving || undefined}
                              aria-label={`Move “${headlineOf(card)}”`}
                              title="Move"
                              className="-mt-1 -mr-2 grid size-8 shrink-0 cursor-pointer place-items-center rounded-md text-muted hover:bg-wash hover:text-ink max-sm:size-10"
                            >
                              <MoveIcon />
                            </button>
                          }
                        >
                          {to.length > 0 && (
                            <MenuGroup name="Move to">
                              {to.map((each) => (
                                <MenuItem key={each} name={STAGE_NAMES[each]} onPress={() => move(card, each)} />
                              ))}
                            </MenuGroup>
                          )}
                          {mayPlan && (
                            <MenuGroup name="Change">
                              <MenuItem name="Plan…" onPress={() => setAsking({ card, plan: true })} />
                            </MenuGroup>
                          )}
                        </Menu>
                      )}
                    </BoardCardView>
                  );
                })}
              </ColumnView>
            );
          })}
        </div>
      )}
      <ReasonDialog
        step={asking && "step" in asking ? asking.step : null}
        headline={reasoned ? headlineOf(reasoned) : undefined}
        pending={step.pending}
        refused={step.refused}
        onTake={(each, reason) => {
          if (!asking) return;
          const to = STEP_RULES[each].to ?? "drafting";
          take(asking.card, each, to, reason);
        }}
        onClose={() => {
          step.clear();
          setAsking(null);
        }}
        finalFocus={back(reasoned)}
      />
      {planned && (
        <PlanDialog
          key={planned.id}
          story={planned}
          people={people}
          timeZone={timeZone}
          deed={deeds.plan}
          open={asking !== null && "plan" in asking}
          onClose={() => setAsking(null)}
          finalFocus={back(planned)}
        />
      )}
    </div>
  );
}

function ColumnView({
  stage,
  count,
  more,
  onDrop,
  children,
}: {
  stage: Stage;
  count: number;
  more: boolean;
  onDrop: (id: string) => void;
  children: ReactNode;
}) {
  const ref = useRef<HTMLElement>(null);
  const over = useDropTarget(ref, CARD, onDrop);
  return (
    <section
      ref={ref}
      aria-labelledby={`column-${stage}`}
      className={clsx(
        "grid content-start gap-2 rounded-lg border p-2.5 lg:min-h-40",
        over ? "border-link bg-raised outline-2 outline-link" : "border-line bg-wash",
      )}
    >
      <h2 id={`column-${stage}`} className="flex items-baseline justify-between px-1 text-sm font-semibold">
        {STAGE_NAMES[stage]} <span className="font-normal text-muted tabular-nums">{count}</span>
      </h2>
      {count > 0 ? (
        <ul aria-labelledby={`column-${stage}`} className="grid gap-2">
          {children}
        </ul>
      ) : (
        <p className="px-1 pb-1 text-sm text-muted">Nothing here.</p>
      )}
      {more && (
        <Link href={`${routes.newsroom.articles()}?stage=${stage}`} className="px-1 text-sm text-link underline">
          All in “{STAGE_NAMES[stage]}”
        </Link>
      )}
    </section>
  );
}

/** Others move cards too: the board is read anew whenever one comes back to it, while nothing is under way. */
function useFreshness(enabled: boolean): void {
  const router = useRouter();
  const refresh = useEffectEvent(() => {
    if (enabled && document.visibilityState === "visible") router.refresh();
  });
  useEffect(() => {
    const look = () => refresh();
    window.addEventListener("focus", look);
    const timer = setInterval(look, 60_000);
    return () => {
      window.removeEventListener("focus", look);
      clearInterval(timer);
    };
  }, []);
}

"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import type { Deed } from "@/components/newsroom/article/desk";
import { useDeed } from "@/components/newsroom/article/use-deed";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Notice } from "@/components/ui/notice";
import { STEP_RULES, type Step } from "@/domain/articles/stage";
import { ReasonDialog } from "./reason-dialog";

/** Those that stand as buttons of their own where they may be taken: what an editor is there for. */
const SHOWN: Step[] = ["return", "approve", "resume", "revive"];

/** The steps that somebody may take with the story on the screen. */
export function useSteps({
  id,
  deed,
  keep,
  onDone,
}: {
  id: string;
  deed: Deed;
  /** Keeps what was written, before the story goes on. @returns whether it is kept */
  keep: () => Promise<boolean>;
  onDone: () => void;
}) {
  const [asking, setAsking] = useState<Step | null>(null);
  const { run, pending, refused, clear } = useDeed(deed, () => {
    setAsking(null);
    onDone();
  });
  const send = async (step: Step, reason = "") => {
    if (await keep()) run({ id, step, reason });
  };
  const take = (step: Step) => {
    clear();
    if (STEP_RULES[step].reason) setAsking(step);
    else void send(step);
  };
  return { asking, setAsking, pending, refused, clear, take, send };
}

export type Steps = ReturnType<typeof useSteps>;

/** What may be done with the story next: buttons for what an editor decides, a menu for the rest. */
export function StepButtons({ steps, open }: { steps: Steps; open: Step[] }) {
  const { take, pending } = steps;
  const rest = open.filter((step) => !SHOWN.includes(step));
  return (
    <>
      {open
        .filter((step) => SHOWN.includes(step))
        .map((step) => (
          <Button key={step} held={pending} onClick={() => take(step)}>
            {STEP_RULES[step].name}
          </Button>
        ))}
      {rest.length > 0 && (
        <Menu
          trigger={
            <Button held={pending}>
              Workflow <ChevronDown size={16} aria-hidden />
            </Button>
          }
        >
          {rest.map((step) => (
            <MenuItem
              key={step}
              name={STEP_RULES[step].reason ? `${STEP_RULES[step].name}…` : STEP_RULES[step].name}
              onPress={() => take(step)}
            />
          ))}
        </Menu>
      )}
    </>
  );
}

/** What a step asks, and why it was refused. */
export function StepTroubles({ steps, focusAfter }: { steps: Steps; focusAfter: () => HTMLElement | null }) {
  const { asking, setAsking, pending, refused, clear, send } = steps;
  return (
    <>
      {refused && !asking && (
        <Notice tone="bad" role="alert">
          {refused.message}
        </Notice>
      )}
      <ReasonDialog
        step={asking}
        pending={pending}
        refused={refused}
        onTake={(step, reason) => void send(step, reason)}
        onClose={() => {
          clear();
          setAsking(null);
        }}
        finalFocus={() => focusAfter() ?? true}
      />
    </>
  );
}

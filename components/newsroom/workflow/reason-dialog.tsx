"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { STEP_RULES, type Step } from "@/domain/articles/stage";

/** Asks why, before a step that says so to whoever works on the story. */
export function ReasonDialog({
  step,
  headline,
  pending,
  refused,
  onTake,
  onClose,
  finalFocus,
}: {
  /** The step that is asked about; null while none is. */
  step: Step | null;
  headline?: string;
  pending: boolean;
  refused: { message: string; fields: Record<string, string> } | null;
  onTake: (step: Step, reason: string) => void;
  onClose: () => void;
  finalFocus?: () => HTMLElement | boolean;
}) {
  const [reason, setReason] = useState("");
  // What it says stays in place while it closes.
  const [shown, setShown] = useState<Step>("return");
  if (step && step !== shown) setShown(step);
  useEffect(() => {
    if (step === null) setReason("");
  }, [step]);
  const { name } = STEP_RULES[shown];
  return (
    <Dialog
      title={`${name}?`}
      intro={headline}
      open={step !== null}
      onOpenChange={(open) => open || onClose()}
      finalFocus={finalFocus}
    >
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) onTake(shown, reason);
        }}
      >
        <TextArea
          label="Why?"
          rows={3}
          maxLength={1000}
          hint={HINTS[shown]}
          error={refused?.fields.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {refused && !refused.fields.reason && (
          <Notice tone="bad" role="alert">
            {refused.message}
          </Notice>
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look={shown === "kill" ? "danger" : "primary"} held={pending}>
            {name}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

const HINTS: Partial<Record<Step, string>> = {
  return: "What has to change. Its writer is told.",
  hold: "What it waits for. It cannot be published until it is resumed.",
  kill: "Why it will not be published. Its text is kept, and it can be revived.",
};

"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";

/** A button that opens a form in a dialog, which closes once the form is done. */
export function FormDialog({
  open: label,
  about,
  openLook = "secondary",
  title,
  intro,
  asked = false,
  onClosed,
  onFinished,
  ...form
}: {
  /** What the button that opens it says. */
  open: string;
  openLook?: ComponentProps<typeof Button>["look"];
  title: string;
  intro?: ReactNode;
  /** Whether something else than its button asks for it: it opens as that begins. */
  asked?: boolean;
  /** Called as it closes, done or not. */
  onClosed?: () => void;
  /** Called once it is done and closes, with what the action returned. */
  onFinished?: (result: Record<string, string> | undefined) => void;
} & Omit<ComponentProps<typeof ActionForm>, "onDone">) {
  const [open, setOpen] = useState(asked);
  const [wasAsked, setWasAsked] = useState(asked);
  if (asked !== wasAsked) {
    setWasAsked(asked);
    if (asked) setOpen(true);
  }
  const show = (next: boolean) => {
    setOpen(next);
    if (!next) onClosed?.();
  };
  return (
    <Dialog
      title={title}
      intro={intro}
      open={open}
      onOpenChange={show}
      trigger={
        <Button look={openLook} aria-label={about && label + about}>
          {label}
        </Button>
      }
    >
      <ActionForm
        {...form}
        onDone={(result) => {
          show(false);
          onFinished?.(result);
        }}
      />
    </Dialog>
  );
}

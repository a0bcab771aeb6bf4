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
  onFinished,
  ...form
}: {
  /** What the button that opens it says. */
  open: string;
  openLook?: ComponentProps<typeof Button>["look"];
  title: string;
  intro?: ReactNode;
  /** Called once it is done and closes, with what the action returned. */
  onFinished?: (result: Record<string, string> | undefined) => void;
} & Omit<ComponentProps<typeof ActionForm>, "onDone">) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={title}
      intro={intro}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look={openLook}>
          {label}
          {about && <span className="sr-only">{about}</span>}
        </Button>
      }
    >
      <ActionForm
        {...form}
        onDone={(result) => {
          setOpen(false);
          onFinished?.(result);
        }}
      />
    </Dialog>
  );
}

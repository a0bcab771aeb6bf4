"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Deeds } from "./desk";
import { STANDING_ID } from "./standing";
import { useDeed } from "./use-deed";

/** Asks before a story is taken away from readers. */
export function UnpublishDialog({
  open,
  onOpenChange,
  id,
  address,
  planned,
  deed,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  id: string;
  address: string;
  /** How much is planned for it, which is given up. */
  planned: number;
  deed: Deeds["unpublish"];
}) {
  const done = useRef(false);
  const [note, setNote] = useState("");
  const { run, pending, refused } = useDeed(deed, () => {
    done.current = true;
    onOpenChange(false);
  });
  return (
    <Dialog
      title="Unpublish this story?"
      open={open}
      onOpenChange={onOpenChange}
      finalFocus={() => {
        const standing = done.current && document.getElementById(STANDING_ID);
        done.current = false;
        return standing || true;
      }}
    >
      <div className="grid gap-4">
        <p>
          Readers will no longer find it at <span className="font-semibold break-all">{address}</span>, nor on any page
          or feed. The text and its address are kept, and it can be published again.
          {planned > 0 &&
            ` ${planned === 1 ? "What is planned for it is" : `The ${planned} plans for it are`} given up.`}
        </p>
        <TextArea
          label="Tell readers why (optional)"
          rows={2}
          maxLength={500}
          hint="Shown to whoever comes to its address. Left empty, they are told only that it was taken down."
          error={refused?.fields.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {refused && (
          <Notice tone="bad" role="alert">
            {refused.message}
          </Notice>
        )}
        <div className="flex flex-wrap gap-2">
          <Button look="danger" held={pending} onClick={() => run({ id, note })}>
            Unpublish
          </Button>
          <Button onClick={() => onOpenChange(false)}>Keep it</Button>
        </div>
      </div>
    </Dialog>
  );
}

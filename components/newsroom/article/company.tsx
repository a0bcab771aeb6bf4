"use client";

import { clsx } from "clsx";
import { PenLine, Users } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ContentField, Present } from "@/domain/articles/article";
import { nameOfField } from "./fields";
import { timeToday } from "./time-today";
import type { InCompany } from "./use-company";

/** Who else has the story open, and what they write in; and who took over what one was writing. */
export function CompanyNotes({
  company,
  actorId,
  timeZone,
}: {
  company: InCompany;
  actorId: string;
  timeZone: string;
}) {
  const { others, takenOver } = company;
  const told = others.map(
    (other) => `${nameOf(other, actorId)}${other.field ? `, in ${nameOfField(other.field)}` : ""}`,
  );
  return (
    <>
      <p
        role="status"
        aria-label="Who else is here"
        className={clsx("flex items-center gap-2 text-sm text-muted", told.length === 0 && "sr-only")}
      >
        {told.length > 0 && (
          <>
            <Users size={16} aria-hidden className="shrink-0" />
            <span>Also here: {told.join("; ")}</span>
          </>
        )}
      </p>
      {takenOver && (
        <Notice tone="warn" role="alert">
          {takenOver.by} took over {nameOfField(takenOver.field)} at {timeToday(takenOver.at, timeZone)}. What you wrote
          there is kept in the story’s history.
        </Notice>
      )}
    </>
  );
}

function nameOf({ staffId, name }: Present, actorId: string): string {
  return staffId === actorId ? "you, in another window" : name;
}

/** A field of the story that is not to be written in while somebody else does; it can be taken over. */
export function HeldField<F extends ContentField>({
  field,
  company,
  actorId,
  onTaken,
  children,
}: {
  field: F;
  company: InCompany;
  actorId: string;
  /** The field is this one's now. */
  onTaken: (field: F) => void;
  children: (held: boolean) => ReactNode;
}) {
  const holder = company.holderOf(field);
  const isHeld = holder !== undefined;
  const wrapper = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Out of a field that is another's now: what they write may come into it.
    const { activeElement } = document;
    if (isHeld && activeElement instanceof HTMLElement && wrapper.current?.contains(activeElement))
      activeElement.blur();
  }, [isHeld]);
  const take = async () => {
    if (await company.takeOver(field)) onTaken(field);
  };
  return (
    <div ref={wrapper} className={clsx("grid grid-cols-1 gap-2", isHeld && "[&_textarea]:text-muted")}>
      {holder && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-warn-wash px-3 py-1.5 text-sm text-warn">
          <PenLine size={16} aria-hidden className="shrink-0" />
          <span className="flex-1 basis-48">
            {holder.staffId === actorId
              ? `You are writing in ${nameOfField(field)} in another window.`
              : `${holder.name} is writing in ${nameOfField(field)}.`}
          </span>
          <Button onClick={() => void take()}>
            Take over<span className="sr-only"> {nameOfField(field)}</span>
          </Button>
        </div>
      )}
      {children(isHeld)}
    </div>
  );
}

"use client";

import { useCallback, useEffect, useEffectEvent, useState } from "react";
import { z } from "zod";
import { CONTENT_FIELDS, type Company, type ContentField, type Present } from "@/domain/articles/article";
import { routes } from "@/lib/routes";
import { controlIdOf } from "./fields";
import { TAB } from "./tab";

const Answer = z.object({
  version: z.number(),
  others: z.array(
    z.object({
      tab: z.string(),
      staffId: z.string(),
      name: z.string(),
      field: z.enum(CONTENT_FIELDS).nullable(),
      holds: z.boolean(),
    }),
  ),
  takenOver: z
    .object({ by: z.string(), field: z.enum(CONTENT_FIELDS), at: z.iso.datetime().transform((at) => new Date(at)) })
    .nullable(),
});

/** How often the server is told and asked, in milliseconds. */
const EVERY = 3000;
/** Whoever does nothing for so long is not writing, wherever their caret stands, in milliseconds. */
const IDLE = 30_000;

export type InCompany = {
  others: Present[];
  /** Who took over the field that one was in. */
  takenOver: Company["takenOver"];
  /** Whoever else writes in a field just now, so that nobody else may. */
  holderOf: (field: ContentField) => Present | undefined;
  takeOver: (field: ContentField) => Promise<boolean>;
};

/**
 * Tells the server every few seconds that the story is open here and which field is written in, and who else has it open.
 * @param onNewer is called when the server has a newer version than this one.
 */
export function useCompany(id: string, version: () => number, onNewer: () => void): InCompany {
  const [company, setCompany] = useState<Pick<Company, "others" | "takenOver">>({ others: [], takenOver: null });
  const newer = useEffectEvent((theirs: number) => {
    if (theirs > version()) onNewer();
  });

  useEffect(() => {
    let field: ContentField | null = null;
    let lastActive = Date.now();
    let over = false;
    let asking = false;

    const say = async (leaves = false) => {
      const isWriting = document.visibilityState === "visible" && Date.now() - lastActive < IDLE;
      const body = JSON.stringify({ id, tab: TAB, field: isWriting ? field : null, leaves });
      const headers = { "content-type": "application/json" };
      // Nobody hears an answer where one is going.
      const answer = await fetch(routes.newsroom.company(id), {
        method: "PUT",
        headers,
        body,
        keepalive: leaves,
      }).catch(() => null);
      if (over || !answer?.ok) return;
      const { version, others, takenOver } = Answer.parse(await answer.json());
      setCompany((before) => ({ others, takenOver: takenOver ?? (field ? null : before.takenOver) }));
      newer(version);
    };
    const ask = () => {
      if (asking) return;
      asking = true;
      void say().finally(() => {
        asking = false;
      });
    };
    const enter = (event: FocusEvent) => {
      const entered = fieldOf(event.target);
      if (entered === field) return;
      field = entered;
      lastActive = Date.now();
      ask();
    };
    const act = () => {
      const wasIdle = Date.now() - lastActive >= IDLE;
      lastActive = Date.now();
      if (wasIdle) ask();
    };
    const leave = () => void say(true);

    ask();
    const timer = setInterval(ask, EVERY);
    document.addEventListener("focusin", enter);
    document.addEventListener("keydown", act);
    document.addEventListener("pointerdown", act);
    document.addEventListener("visibilitychange", ask);
    window.addEventListener("pagehide", leave);
    return () => {
      over = true;
      clearInterval(timer);
      document.removeEventListener("focusin", enter);
      document.removeEventListener("keydown", act);
      document.removeEventListener("pointerdown", act);
      document.removeEventListener("visibilitychange", ask);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [id]);

  const takeOver = useCallback(
    async (field: ContentField) => {
      const answer = await fetch(routes.newsroom.company(id), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ id, tab: TAB, field }),
      }).catch(() => null);
      if (!answer?.ok) return false;
      const freed = (other: Present) => (other.field === field ? { ...other, field: null, holds: false } : other);
      setCompany(({ others }) => ({ others: others.map(freed), takenOver: null }));
      return true;
    },
    [id],
  );

  const { others, takenOver } = company;
  return {
    others,
    takenOver,
    takeOver,
    holderOf: (field) => others.find((each) => each.field === field && each.holds),
  };
}

/** The field of the story that a control belongs to. */
function fieldOf(target: EventTarget | null): ContentField | null {
  if (!(target instanceof Element)) return null;
  return CONTENT_FIELDS.find((field) => target.closest(`#${controlIdOf(field)}`)) ?? null;
}

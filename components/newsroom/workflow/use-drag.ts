"use client";

import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";

/**
 * Lets an element be dragged by mouse or finger. Whatever is dragged can be moved otherwise too: see each place's menu.
 * @param id what a place is given when it is dropped there. @param kind places take their own kind alone.
 */
export function useDraggable(ref: RefObject<HTMLElement | null>, kind: string, id: string, enabled: boolean): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || !enabled) return;
    return combine(
      draggable({
        element,
        getInitialData: () => ({ kind, id }),
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      }),
    );
  }, [ref, kind, id, enabled]);
  return dragging;
}

/** Lets things be dropped on an element. @returns whether something is over it */
export function useDropTarget(ref: RefObject<HTMLElement | null>, kind: string, onDrop: (id: string) => void): boolean {
  const [over, setOver] = useState(false);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data.kind === kind,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        drop(`${source.data.id}`);
      },
    });
  }, [ref, kind]);
  return over;
}

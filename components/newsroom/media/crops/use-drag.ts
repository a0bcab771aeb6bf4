"use client";

import { type PointerEvent, type RefObject, useRef } from "react";
import type { Focus } from "@/domain/media/crop";

/**
 * Follows a pointer, mouse or finger, from where it goes down until it is let go.
 * @param stage what positions are fractions of.
 * @param begin told where it went down; answers what is told where it goes. Nothing, where it is not to be followed.
 */
export function useDrag(stage: RefObject<HTMLElement | null>, begin: (at: Focus) => ((to: Focus) => void) | undefined) {
  const follow = useRef<(to: Focus) => void>(undefined);
  const at = ({ clientX, clientY }: PointerEvent): Focus => {
    const box = stage.current?.getBoundingClientRect();
    if (!box || box.width === 0 || box.height === 0) return { x: 0, y: 0 };
    return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height };
  };
  const end = () => {
    follow.current = undefined;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (!event.isPrimary || event.button !== 0) return;
      event.stopPropagation();
      follow.current = begin(at(event));
      if (follow.current) event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.isPrimary) follow.current?.(at(event));
    },
    onPointerUp: end,
    onPointerCancel: end,
    onLostPointerCapture: end,
  };
}

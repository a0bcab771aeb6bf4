"use client";

import type { Editor } from "@tiptap/react";
import { GripVertical } from "lucide-react";
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { moveBlockTo } from "./blocks";

/** A block of the body, where it stands in the document and on the screen (from the top of the body). */
type Place = { position: number; top: number; height: number };

/** How near the edge of the window a block that is dragged scrolls it. */
const EDGE = 90;

/**
 * The body with a grip beside the block under the mouse, by which that is dragged to another place. Keys, fingers and
 * screen readers move blocks by the toolbar and by Alt+Shift and an arrow.
 */
export function WithBlockHandle({ editor, children }: { editor: Editor; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<Place | null>(null);
  const [gap, setGap] = useState<{ position: number; top: number } | null>(null);
  const [dragging, setDragging] = useState(false);

  const places = (): Place[] => {
    const from = frame.current?.getBoundingClientRect().top ?? 0;
    const found: Place[] = [];
    editor.state.doc.forEach((_node, position) => {
      const dom = editor.view.nodeDOM(position);
      if (!(dom instanceof HTMLElement)) return;
      const { top, height } = dom.getBoundingClientRect();
      found.push({ position, top: top - from, height });
    });
    return found;
  };
  const look = (event: PointerEvent) => {
    if (event.pointerType !== "mouse" || event.buttons > 0 || dragging) return;
    const y = event.clientY - (frame.current?.getBoundingClientRect().top ?? 0);
    if (over && y >= over.top && y <= over.top + over.height) return;
    setOver(places().find(({ top, height }) => y >= top && y <= top + height) ?? null);
  };
  const aim = (clientY: number) => {
    const all = places();
    const y = clientY - (frame.current?.getBoundingClientRect().top ?? 0);
    const next = all.find(({ top, height }) => y < top + height / 2);
    const last = all.at(-1);
    if (next) setGap({ position: next.position, top: next.top });
    else if (last) setGap({ position: editor.state.doc.content.size, top: last.top + last.height });
  };
  const stop = () => {
    setDragging(false);
    setGap(null);
    setOver(null);
  };

  // A text that changes has its blocks elsewhere.
  useEffect(() => {
    const forget = () => setOver(null);
    editor.on("update", forget);
    return () => {
      editor.off("update", forget);
    };
  }, [editor]);

  useEffect(() => {
    if (!dragging) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      setDragging(false);
      setGap(null);
      setOver(null);
    };
    window.addEventListener("keydown", cancel, { capture: true });
    return () => window.removeEventListener("keydown", cancel, { capture: true });
  }, [dragging]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the grip is for the mouse alone
    <div
      ref={frame}
      className="relative"
      onPointerMove={look}
      onPointerLeave={() => dragging || setOver(null)}
      onKeyDown={() => dragging || setOver(null)}
    >
      {children}
      {over && (
        <div
          aria-hidden
          data-block-handle=""
          title="Drag to move"
          style={{ top: over.top }}
          className="absolute right-full hidden h-8 w-6 cursor-grab touch-none place-items-center rounded-md text-muted hover:bg-wash hover:text-ink active:cursor-grabbing sm:grid"
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.preventDefault();
            event.currentTarget.setPointerCapture(event.pointerId);
            setDragging(true);
          }}
          onPointerMove={(event) => {
            if (!dragging) return;
            if (event.clientY < EDGE + 40) window.scrollBy(0, -16);
            else if (event.clientY > window.innerHeight - EDGE) window.scrollBy(0, 16);
            aim(event.clientY);
          }}
          onPointerUp={() => {
            if (dragging && gap) moveBlockTo(editor, over.position, gap.position);
            stop();
            editor.commands.focus(undefined, { scrollIntoView: false });
          }}
          onPointerCancel={stop}
        >
          <GripVertical size={18} />
        </div>
      )}
      {dragging && over && (
        <div
          aria-hidden
          style={{ top: over.top, height: over.height }}
          className="pointer-events-none absolute inset-x-0 rounded-md bg-link/10"
        />
      )}
      {gap && (
        <div
          aria-hidden
          style={{ top: gap.top - 2 }}
          className="pointer-events-none absolute inset-x-0 h-[3px] rounded-full bg-link"
        />
      )}
    </div>
  );
}

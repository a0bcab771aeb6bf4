"use client";

import type { NodeViewProps } from "@tiptap/react";
import { Plus } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { KeyPoints } from "@/domain/articles/body";
import { BlockFrame } from "./block-frame";
import { RowButtons } from "./row-buttons";
import { useTyped } from "./use-typed";

const MOST = 12;

/** What a reader in a hurry must know, a line a point. Enter begins the next one, Backspace takes an empty one away. */
export function KeyPointsView(view: NodeViewProps) {
  const { node, updateAttributes } = view;
  const { points } = KeyPoints.shape.attrs.parse(node.attrs);
  const list = useRef<HTMLUListElement>(null);
  const change = (next: string[]) => updateAttributes({ points: next });
  const focus = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-row="${index}"] textarea`)?.focus());
  const addAfter = (index: number) => {
    if (points.length >= MOST) return;
    change([...points.slice(0, index + 1), "", ...points.slice(index + 1)]);
    focus(index + 1);
  };
  const remove = (index: number) => {
    change(points.filter((_, at) => at !== index));
    focus(Math.max(0, index - 1));
  };
  return (
    <BlockFrame name="Key points" view={view}>
      <ul ref={list} aria-label="Points" className="grid gap-2 empty:hidden">
        {points.map((point, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the list
          <li key={index} data-row={index} className="grid grid-cols-[1fr_auto] items-start gap-1">
            <Point
              text={point}
              number={index + 1}
              onChange={(text) => change(points.map((each, at) => (at === index ? text : each)))}
              onEnter={() => addAfter(index)}
              onEmptied={() => points.length > 1 && remove(index)}
            />
            <RowButtons name={`point ${index + 1}`} rows={points} index={index} onChange={change} list={list} />
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={() => addAfter(points.length - 1)} disabled={points.length >= MOST}>
          <Plus size={16} aria-hidden /> Add a point
        </Button>
      </div>
    </BlockFrame>
  );
}

function Point({
  text,
  number,
  onChange,
  onEnter,
  onEmptied,
}: {
  text: string;
  number: number;
  onChange: (text: string) => void;
  onEnter: () => void;
  /** Backspace in an empty line. */
  onEmptied: () => void;
}) {
  const typed = useTyped(text, (words) => onChange(words.replace(/\s*\n\s*/g, " ")));
  return (
    <textarea
      aria-label={`Point ${number}`}
      rows={1}
      maxLength={500}
      className={controlClass("field-sizing-content resize-none")}
      {...typed}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") onEnter();
        else if (event.key === "Backspace" && typed.value === "") onEmptied();
        else return;
        event.preventDefault();
      }}
    />
  );
}

"use client";

import type { NodeViewProps } from "@tiptap/react";
import { Plus } from "lucide-react";
import { useId, useRef, useState } from "react";
import { ChoiceField } from "@/components/newsroom/article/choice-field";
import { storyChoices } from "@/components/newsroom/article/choices";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { RelatedStories } from "@/domain/articles/body";
import { BlockFrame } from "./block-frame";
import { RowButtons } from "./row-buttons";
import { useStories } from "./stories";

const MOST = 6;

/**
 * Other stories of ours, shown where they stand. They are chosen in a dialog: what a list of suggestions does to the page
 * around it (it marks all else as out of reach) would make the editor draw its text anew, and take the focus.
 */
export function RelatedStoriesView(view: NodeViewProps) {
  const { articleIds } = RelatedStories.shape.attrs.parse(view.node.attrs);
  const stories = useStories();
  const [choosing, setChoosing] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const change = (next: string[]) => view.updateAttributes({ articleIds: next });
  const chosen = articleIds.map(stories.named);
  return (
    <BlockFrame name="Related stories" view={view}>
      {chosen.length > 0 && (
        <ol ref={list} aria-label="Chosen stories" className="grid gap-1">
          {chosen.map(({ id, name, note }, index) => (
            <li key={id} data-row={index} className="grid grid-cols-[1fr_auto] items-center gap-2">
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <span className="block font-semibold">{name}</span>
                {note && <span className="block text-sm text-muted">{note}</span>}
              </span>
              <RowButtons name={`story ${index + 1}`} rows={articleIds} index={index} onChange={change} list={list} />
            </li>
          ))}
        </ol>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button ref={button} data-begin="" onClick={() => setChoosing(true)}>
          <Plus size={16} aria-hidden /> Choose stories
        </Button>
        <p className="text-sm text-muted">Readers see those that are published.</p>
      </div>
      <Dialog
        title="Related stories"
        intro={`Up to ${MOST}, by the words of their headlines.`}
        open={choosing}
        onOpenChange={setChoosing}
        finalFocus={button}
      >
        <div className="grid gap-4">
          <ChoiceField
            id={id}
            label="Stories"
            hint={chosen.length >= MOST ? `At most ${MOST}: take one out to add another.` : undefined}
            chosen={chosen}
            choices={storyChoices(stories.articleId)}
            onChange={(next) => next.length <= MOST && change(stories.remember(next))}
          />
          <div>
            <Button look="primary" onClick={() => setChoosing(false)}>
              Done
            </Button>
          </div>
        </div>
      </Dialog>
    </BlockFrame>
  );
}

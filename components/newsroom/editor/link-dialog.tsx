"use client";

import type { Editor } from "@tiptap/react";
import { type FormEvent, useState } from "react";
import { ChoiceField } from "@/components/newsroom/article/choice-field";
import { type Choice, storyChoices } from "@/components/newsroom/article/choices";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { storyHref, storyIn } from "@/domain/articles/body";
import { addressOf } from "./blocks";
import { useStories } from "./stories";

/** Where the selected words lead. Without a selection, the words too are asked for. */
export function LinkDialog({
  editor,
  open,
  onOpenChange,
}: {
  editor: Editor;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  return (
    <Dialog title="Link" open={open} onOpenChange={onOpenChange} finalFocus={() => editor.view.dom}>
      <LinkForm editor={editor} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const stories = useStories();
  const given: unknown = editor.getAttributes("link").href;
  const present = typeof given === "string" ? given : "";
  const presentStory = storyIn(present);
  const bare = editor.state.selection.empty && !editor.isActive("link");
  const [story, setStory] = useState<Choice | null>(presentStory === null ? null : stories.named(presentStory));
  const [wrong, setWrong] = useState<string>();
  // Stories are named by the screen of one: elsewhere there is nothing to choose from.
  const mayChoose = stories.articleId !== "";

  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A dialog stands inside the article's form as far as React is concerned.
    event.stopPropagation();
    const form = new FormData(event.currentTarget);
    const href = story ? storyHref(story.id) : addressOf(String(form.get("address") ?? ""));
    if (!href) {
      setWrong("Use an address such as https://example.com, desk@example.com or /section/story.");
      return;
    }
    const words = String(form.get("words") ?? "").trim();
    const marks = [{ type: "link", attrs: { href } }];
    if (bare)
      editor
        .chain()
        .insertContent({ type: "text", text: words || story?.name || href, marks })
        .unsetMark("link")
        .run();
    else editor.chain().extendMarkRange("link").setLink({ href }).run();
    onDone();
  };

  return (
    <form onSubmit={apply} noValidate className="grid gap-4">
      {!story && (
        <TextField
          label="Address"
          name="address"
          inputMode="url"
          autoComplete="off"
          maxLength={1900}
          defaultValue={presentStory === null ? present : ""}
          error={wrong}
          hint="A web page, an e-mail address, or a page of this site beginning with “/”."
        />
      )}
      {bare && (
        <TextField
          label="Words"
          name="words"
          hint={`What the reader presses. Empty to show the ${story ? "headline" : "address"}.`}
        />
      )}
      {mayChoose && (
        <ChoiceField
          single
          id="link-story"
          label={story ? "Story of ours" : "Or a story of ours"}
          hint="The link stays right when its address changes. Readers see it once the story is published."
          chosen={story ? [story] : []}
          choices={storyChoices(stories.articleId)}
          onChange={(chosen) => {
            stories.remember(chosen);
            setStory(chosen[0] ?? null);
            setWrong(undefined);
          }}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary">
          {present ? "Change link" : "Add link"}
        </Button>
        {present && (
          <Button
            look="danger"
            onClick={() => {
              editor.chain().extendMarkRange("link").unsetLink().run();
              onDone();
            }}
          >
            Remove link
          </Button>
        )}
      </div>
    </form>
  );
}

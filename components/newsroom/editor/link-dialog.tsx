"use client";

import type { Editor } from "@tiptap/react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { addressOf } from "./blocks";

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
  const present: unknown = editor.getAttributes("link").href;
  const bare = editor.state.selection.empty && !editor.isActive("link");
  const [wrong, setWrong] = useState<string>();

  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A dialog stands inside the article's form as far as React is concerned.
    event.stopPropagation();
    const form = new FormData(event.currentTarget);
    const href = addressOf(String(form.get("address") ?? ""));
    if (!href) {
      setWrong("Use an address such as https://example.com, desk@example.com or /section/story.");
      return;
    }
    const words = String(form.get("words") ?? "").trim();
    const marks = [{ type: "link", attrs: { href } }];
    if (bare)
      editor
        .chain()
        .insertContent({ type: "text", text: words || href, marks })
        .unsetMark("link")
        .run();
    else editor.chain().extendMarkRange("link").setLink({ href }).run();
    onDone();
  };

  return (
    <form onSubmit={apply} noValidate className="grid gap-4">
      <TextField
        label="Address"
        name="address"
        inputMode="url"
        autoComplete="off"
        maxLength={1900}
        defaultValue={typeof present === "string" ? present : ""}
        error={wrong}
        hint="A web page, an e-mail address, or a page of this site beginning with “/”."
      />
      {bare && <TextField label="Words" name="words" hint="What the reader presses. Empty to show the address." />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary">
          {present ? "Change link" : "Add link"}
        </Button>
        {typeof present === "string" && (
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

"use client";

import { Toolbar as Base } from "@base-ui/react/toolbar";
import { type Editor, useEditorState } from "@tiptap/react";
import {
  Bold,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Redo2,
  TextQuote,
  Undo2,
} from "lucide-react";

type Tool = {
  name: string;
  icon: LucideIcon;
  /** Whether it holds where the caret is; left out for what is done once. */
  active?: (editor: Editor) => boolean;
  can?: (editor: Editor) => boolean;
  run: (editor: Editor, onLink: () => void) => void;
};

const TOOLS: Tool[] = [
  {
    name: "Bold",
    icon: Bold,
    active: (editor) => editor.isActive("bold"),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: "Italic",
    icon: Italic,
    active: (editor) => editor.isActive("italic"),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  { name: "Link", icon: Link, active: (editor) => editor.isActive("link"), run: (_editor, onLink) => onLink() },
  {
    name: "Heading",
    icon: Heading2,
    active: (editor) => editor.isActive("heading", { level: 2 }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    name: "Subheading",
    icon: Heading3,
    active: (editor) => editor.isActive("heading", { level: 3 }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    name: "Bulleted list",
    icon: List,
    active: (editor) => editor.isActive("bulletList"),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: "Numbered list",
    icon: ListOrdered,
    active: (editor) => editor.isActive("orderedList"),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "Quote",
    icon: TextQuote,
    active: (editor) => editor.isActive("quote"),
    run: (editor) => editor.chain().focus().toggleQuote().run(),
  },
  {
    name: "Undo",
    icon: Undo2,
    can: (editor) => editor.can().undo(),
    run: (editor) => editor.chain().focus().undo().run(),
  },
  {
    name: "Redo",
    icon: Redo2,
    can: (editor) => editor.can().redo(),
    run: (editor) => editor.chain().focus().redo().run(),
  },
];

/** What can be done to the text. One stop of the Tab key; arrows go along it. */
export function AboutToolbar({ editor, controls, onLink }: { editor: Editor; controls: string; onLink: () => void }) {
  const state = useEditorState({
    editor,
    selector: ({ editor }) =>
      TOOLS.map(({ active, can }) => ({ active: active?.(editor), can: can?.(editor) ?? true })),
  });
  return (
    <Base.Root
      aria-label="Formatting"
      aria-controls={controls}
      className="sticky top-0 z-20 flex flex-wrap items-center gap-0.5 rounded-t-md border-b border-line bg-wash px-1.5 py-1"
    >
      {TOOLS.map(({ name, icon: Icon, run }, index) => (
        <Base.Button
          key={name}
          aria-label={name}
          title={name}
          aria-pressed={state[index]?.active}
          disabled={!state[index]?.can}
          // The caret stays in the text.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(editor, onLink)}
          className="grid size-10 shrink-0 cursor-pointer place-items-center rounded-md text-ink hover:bg-line/60 aria-pressed:bg-ink aria-pressed:text-paper data-disabled:cursor-not-allowed data-disabled:opacity-40 sm:size-9"
        >
          <Icon size={19} aria-hidden />
        </Base.Button>
      ))}
    </Base.Root>
  );
}

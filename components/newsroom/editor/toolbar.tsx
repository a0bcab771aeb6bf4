"use client";

import { Toolbar as Base } from "@base-ui/react/toolbar";
import { type Editor, useEditorState } from "@tiptap/react";
import { clsx } from "clsx";
import {
  Bold,
  Heading2,
  Heading3,
  Image,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  MessageSquareQuote,
  Minus,
  Redo2,
  TableOfContents,
  TextQuote,
  Undo2,
} from "lucide-react";
import { Fragment } from "react";
import { focusBlock, insertBlock } from "./blocks";

type Tool = {
  name: string;
  icon: LucideIcon;
  /** As aria-keyshortcuts writes it, where Mod is Control or Command. */
  keys?: string;
  /** Whether it holds where the caret is; left out for what is done once. */
  active?: (editor: Editor) => boolean;
  can?: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
};

function tools(onLink: () => void, onPicture: () => void): Tool[][] {
  return [
    [
      {
        name: "Bold",
        icon: Bold,
        keys: "Mod+B",
        active: (editor) => editor.isActive("bold"),
        run: (editor) => editor.chain().focus().toggleBold().run(),
      },
      {
        name: "Italic",
        icon: Italic,
        keys: "Mod+I",
        active: (editor) => editor.isActive("italic"),
        run: (editor) => editor.chain().focus().toggleItalic().run(),
      },
      { name: "Link", icon: Link, keys: "Mod+K", active: (editor) => editor.isActive("link"), run: onLink },
    ],
    [
      {
        name: "Heading",
        icon: Heading2,
        keys: "Mod+Alt+2",
        active: (editor) => editor.isActive("heading", { level: 2 }),
        run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
      },
      {
        name: "Subheading",
        icon: Heading3,
        keys: "Mod+Alt+3",
        active: (editor) => editor.isActive("heading", { level: 3 }),
        run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
      },
      {
        name: "Bulleted list",
        icon: List,
        keys: "Mod+Shift+8",
        active: (editor) => editor.isActive("bulletList"),
        run: (editor) => editor.chain().focus().toggleBulletList().run(),
      },
      {
        name: "Numbered list",
        icon: ListOrdered,
        keys: "Mod+Shift+7",
        active: (editor) => editor.isActive("orderedList"),
        run: (editor) => editor.chain().focus().toggleOrderedList().run(),
      },
      {
        name: "Quote",
        icon: TextQuote,
        keys: "Mod+Shift+B",
        active: (editor) => editor.isActive("quote"),
        run: (editor) => editor.chain().focus().toggleQuote().run(),
      },
    ],
    [
      {
        name: "Pull quote",
        icon: MessageSquareQuote,
        run: (editor) => {
          const { from, to } = editor.state.selection;
          // The words stay in the story too: a pull quote repeats them.
          const text = editor.state.doc.textBetween(from, to, " ").slice(0, 1000);
          focusBlock(editor, insertBlock(editor, { type: "pullQuote", attrs: { text } }), "textarea");
        },
      },
      { name: "Picture", icon: Image, run: onPicture },
      {
        name: "Quick links",
        icon: TableOfContents,
        run: (editor) => focusBlock(editor, insertBlock(editor, { type: "quickLinks" }), "input"),
      },
      {
        name: "Divider",
        icon: Minus,
        run: (editor) => {
          insertBlock(editor, { type: "horizontalRule" });
          editor.commands.focus();
        },
      },
    ],
    [
      {
        name: "Undo",
        icon: Undo2,
        keys: "Mod+Z",
        can: (editor) => editor.can().undo(),
        run: (editor) => editor.chain().focus().undo().run(),
      },
      {
        name: "Redo",
        icon: Redo2,
        keys: "Mod+Shift+Z",
        can: (editor) => editor.can().redo(),
        run: (editor) => editor.chain().focus().redo().run(),
      },
    ],
  ];
}

/** What can be done to the body. One stop of the Tab key; arrows go along it; Alt+F10 comes here from the text. */
export function Toolbar({ editor, onLink, onPicture }: { editor: Editor; onLink: () => void; onPicture: () => void }) {
  const groups = tools(onLink, onPicture);
  const state = useEditorState({
    editor,
    selector: ({ editor }) =>
      Object.fromEntries(
        groups.flat().map((tool) => [tool.name, { active: tool.active?.(editor), can: tool.can?.(editor) ?? true }]),
      ),
  });
  return (
    <Base.Root
      aria-label="Formatting"
      aria-controls="article-body"
      data-story-toolbar=""
      className="sticky top-[var(--bar-height)] z-20 -mx-4 flex items-center gap-0.5 overflow-x-auto border-line border-y bg-paper px-3 py-1 [scrollbar-width:thin] sm:mx-0 sm:flex-wrap sm:px-0"
    >
      {groups.map((group, index) => (
        <Fragment key={group[0]?.name}>
          {index > 0 && <Base.Separator className="mx-0.5 h-6 w-px shrink-0 bg-line" />}
          {group.map((tool) => (
            <ToolButton
              key={tool.name}
              tool={tool}
              active={state[tool.name]?.active}
              disabled={!state[tool.name]?.can}
              onPress={() => tool.run(editor)}
            />
          ))}
        </Fragment>
      ))}
    </Base.Root>
  );
}

function ToolButton({
  tool: { name, icon: Icon, keys },
  active,
  disabled,
  onPress,
}: {
  tool: Tool;
  active: boolean | undefined;
  disabled: boolean;
  onPress: () => void;
}) {
  return (
    <Base.Button
      aria-label={name}
      title={keys ? `${name} (${keys.replace("Mod", "Ctrl")})` : name}
      aria-keyshortcuts={keys?.replace("Mod", "Control")}
      aria-pressed={active}
      disabled={disabled}
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={clsx(
        "grid size-10 shrink-0 cursor-pointer sm:size-9 place-items-center rounded-md text-ink hover:bg-wash",
        "aria-pressed:bg-ink aria-pressed:text-paper data-disabled:cursor-not-allowed data-disabled:opacity-40",
      )}
    >
      <Icon size={19} aria-hidden />
    </Base.Button>
  );
}

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
  Plus,
  Redo2,
  TextQuote,
  Undo2,
} from "lucide-react";
import { Fragment } from "react";
import { ReviewTools } from "@/components/newsroom/review/review-tools";
import { InsertMenu } from "./insert-menu";
import { atCaret, TableMenu } from "./table-menu";
import { tableAtCaret } from "./tables";

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
    [{ name: "Picture", icon: Image, run: onPicture }],
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
export function Toolbar({
  editor,
  onLink,
  onPicture,
  onTable,
}: {
  editor: Editor;
  onLink: () => void;
  onPicture: () => void;
  onTable: () => void;
}) {
  const groups = tools(onLink, onPicture);
  const state = useEditorState({
    editor,
    selector: ({ editor }) =>
      Object.fromEntries(
        groups.flat().map((tool) => [tool.name, { active: tool.active?.(editor), can: tool.can?.(editor) ?? true }]),
      ),
  });
  const inTable = useEditorState({ editor, selector: ({ editor }) => tableAtCaret(editor) !== null });
  return (
    <Base.Root
      aria-label="Formatting"
      aria-controls="article-body"
      data-story-toolbar=""
      className="sticky top-[var(--bar-height)] z-20 -mx-4 flex items-center gap-0.5 overflow-x-auto border-line border-y bg-paper px-3 py-1 [scrollbar-width:thin] sm:mx-0 sm:flex-wrap sm:px-0"
    >
      <InsertMenu
        editor={editor}
        onTable={onTable}
        trigger={
          <Base.Button
            onMouseDown={(event) => event.preventDefault()}
            className="flex min-h-10 shrink-0 cursor-pointer items-center gap-1.5 rounded-md px-2.5 text-sm font-semibold text-ink hover:bg-wash data-popup-open:bg-wash sm:min-h-9"
          >
            <Plus size={18} aria-hidden /> Insert
          </Base.Button>
        }
      />
      {inTable && <TableMenu editor={editor} at={atCaret(editor)} inToolbar />}
      {groups.map((group) => (
        <Fragment key={group[0]?.name}>
          <Base.Separator className="mx-0.5 h-6 w-px shrink-0 bg-line" />
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
      <ReviewTools editor={editor} />
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

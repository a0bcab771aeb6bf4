import type { ChainedCommands, Editor } from "@tiptap/react";
import {
  ArrowDown,
  ArrowUp,
  Bold,
  ClipboardType,
  Heading2,
  Heading3,
  Image,
  Italic,
  Keyboard,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Maximize,
  Quote,
  Redo2,
  Search,
  TextQuote,
  Undo2,
} from "lucide-react";

/** A command upon the text, which has the focus at once: Tiptap's own waits for a frame, and what is typed until then is lost. */
function writingIn(editor: Editor): ChainedCommands {
  editor.view.focus();
  return editor.chain();
}

export type Tool = {
  name: string;
  icon: LucideIcon;
  /** As aria-keyshortcuts writes it, where Mod is Control or Command. */
  keys?: string;
  /** Whether it holds where the caret is; left out for what is done once. */
  active?: (editor: Editor) => boolean;
  can?: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
};

/** What the tools open or do beyond the text itself. */
export type Asks = {
  link: () => void;
  picture: () => void;
  pastePlain: () => void;
  find: () => void;
  fullScreen: () => void;
  shortcuts: () => void;
  smartTyping: () => void;
  move: (direction: "up" | "down") => void;
};

/** What is done to words and paragraphs, wherever it is offered. */
export const FORMATS = {
  bold: {
    name: "Bold",
    icon: Bold,
    keys: "Mod+B",
    active: (editor) => editor.isActive("bold"),
    run: (editor) => writingIn(editor).toggleBold().run(),
  },
  italic: {
    name: "Italic",
    icon: Italic,
    keys: "Mod+I",
    active: (editor) => editor.isActive("italic"),
    run: (editor) => writingIn(editor).toggleItalic().run(),
  },
  heading: {
    name: "Heading",
    icon: Heading2,
    keys: "Mod+Alt+2",
    active: (editor) => editor.isActive("heading", { level: 2 }),
    run: (editor) => writingIn(editor).toggleHeading({ level: 2 }).run(),
  },
  subheading: {
    name: "Subheading",
    icon: Heading3,
    keys: "Mod+Alt+3",
    active: (editor) => editor.isActive("heading", { level: 3 }),
    run: (editor) => writingIn(editor).toggleHeading({ level: 3 }).run(),
  },
  bulletList: {
    name: "Bulleted list",
    icon: List,
    keys: "Mod+Shift+8",
    active: (editor) => editor.isActive("bulletList"),
    run: (editor) => writingIn(editor).toggleBulletList().run(),
  },
  orderedList: {
    name: "Numbered list",
    icon: ListOrdered,
    keys: "Mod+Shift+7",
    active: (editor) => editor.isActive("orderedList"),
    run: (editor) => writingIn(editor).toggleOrderedList().run(),
  },
  quote: {
    name: "Quote",
    icon: TextQuote,
    keys: "Mod+Shift+B",
    active: (editor) => editor.isActive("quote"),
    run: (editor) => writingIn(editor).toggleQuote().run(),
  },
} satisfies Record<string, Tool>;

/** The tools of the toolbar by their groups, those behind its last button, and those beside a selection. */
export function toolsOf(
  asks: Asks,
  isOn: { full: boolean; smart: boolean },
): { groups: Tool[][]; more: Tool[]; beside: Tool[] } {
  const { bold, italic, heading, subheading, bulletList, orderedList, quote } = FORMATS;
  const link: Tool = {
    name: "Link",
    icon: Link,
    keys: "Mod+K",
    active: (editor) => editor.isActive("link"),
    run: asks.link,
  };
  return {
    groups: [
      [bold, italic, link],
      [heading, subheading, bulletList, orderedList, quote],
      [
        { name: "Picture", icon: Image, run: asks.picture },
        { name: "Paste as plain text", icon: ClipboardType, keys: "Mod+Shift+V", run: asks.pastePlain },
      ],
      [
        {
          name: "Undo",
          icon: Undo2,
          keys: "Mod+Z",
          can: (editor) => editor.can().undo(),
          run: (editor) => writingIn(editor).undo().run(),
        },
      ],
    ],
    more: [
      {
        name: "Redo",
        icon: Redo2,
        keys: "Mod+Shift+Z",
        can: (editor) => editor.can().redo(),
        run: (editor) => writingIn(editor).redo().run(),
      },
      { name: "Move up", icon: ArrowUp, keys: "Alt+Shift+ArrowUp", run: () => asks.move("up") },
      { name: "Move down", icon: ArrowDown, keys: "Alt+Shift+ArrowDown", run: () => asks.move("down") },
      { name: "Find and replace", icon: Search, keys: "Mod+F", run: asks.find },
      { name: "Full screen", icon: Maximize, keys: "Mod+Shift+F", active: () => isOn.full, run: asks.fullScreen },
      { name: "Smart quotes and dashes", icon: Quote, active: () => isOn.smart, run: asks.smartTyping },
      { name: "Keyboard shortcuts", icon: Keyboard, keys: "?", run: asks.shortcuts },
    ],
    beside: [bold, italic, link, heading, quote],
  };
}

/** Keys as aria-keyshortcuts wants them. */
export function ariaKeys(keys: string | undefined): string | undefined {
  return keys?.replace("Mod", isApple() ? "Meta" : "Control");
}

/** Keys as they are told to people. */
export function keysShown(keys: string): string {
  const arrows = keys
    .replace("ArrowUp", "↑")
    .replace("ArrowDown", "↓")
    .replace("ArrowLeft", "←")
    .replace("ArrowRight", "→");
  return isApple() ? arrows.replace("Mod", "⌘").replace("Alt", "⌥") : arrows.replace("Mod", "Ctrl");
}

function isApple(): boolean {
  return /Mac|iP(hone|ad|od)/.test(navigator.platform);
}

"use client";

import { Toolbar as Base } from "@base-ui/react/toolbar";
import { type Editor, useEditorState } from "@tiptap/react";
import { clsx } from "clsx";
import { Ellipsis, Plus } from "lucide-react";
import { Fragment } from "react";
import { ReviewTools } from "@/components/newsroom/review/review-tools";
import { Menu, MenuItem } from "@/components/ui/menu";
import { InsertMenu } from "./insert-menu";
import type { InsertGroup } from "./inserts";
import { atCaret, TableMenu } from "./table-menu";
import { tableAtCaret } from "./tables";
import { ariaKeys, keysShown, type Tool } from "./tools";
import { useToolStates } from "./use-tool-states";

/** What can be done to the body. One stop of the Tab key; arrows go along it; Alt+F10 comes here from the text. */
export function Toolbar({
  editor,
  inserts,
  groups,
  more,
}: {
  editor: Editor;
  inserts: InsertGroup[];
  groups: Tool[][];
  /** Those under the last button. */
  more: Tool[];
}) {
  const states = useToolStates(editor, groups.flat());
  const inTable = useEditorState({ editor, selector: ({ editor }) => tableAtCaret(editor) !== null });
  return (
    <Base.Root
      aria-label="Formatting"
      aria-controls="article-body"
      data-story-toolbar=""
      className="flex items-center overflow-x-auto pointer-coarse:gap-0.5 bg-paper px-3 py-1 [scrollbar-width:thin] sm:px-0 sm:not-pointer-coarse:flex-wrap"
    >
      <InsertMenu
        groups={inserts}
        trigger={
          <Base.Button onMouseDown={(event) => event.preventDefault()} className={clsx(BUTTON, "flex gap-1.5 px-2.5")}>
            <Plus size={18} aria-hidden /> Insert
          </Base.Button>
        }
      />
      {inTable && <TableMenu editor={editor} at={atCaret(editor)} inToolbar />}
      {groups.map((group) => (
        <Fragment key={group[0]?.name}>
          <Separator />
          {group.map((tool) => (
            <ToolButton key={tool.name} tool={tool} {...states[tool.name]} onPress={() => tool.run(editor)} />
          ))}
        </Fragment>
      ))}
      <ReviewTools editor={editor} />
      <Separator />
      <Menu
        trigger={
          <Base.Button
            aria-label="More tools"
            title="More tools"
            onMouseDown={(event) => event.preventDefault()}
            className={clsx(BUTTON, SQUARE)}
          >
            <Ellipsis size={19} aria-hidden />
          </Base.Button>
        }
      >
        {() =>
          more.map(({ name, icon: Icon, keys, active, run }) => (
            <MenuItem
              key={name}
              name={name}
              icon={<Icon size={18} aria-hidden />}
              keys={keys && keysShown(keys)}
              checked={active?.(editor)}
              onPress={() => run(editor)}
            />
          ))
        }
      </Menu>
    </Base.Root>
  );
}

function ToolButton({
  tool: { name, icon: Icon, keys },
  active,
  can,
  onPress,
}: {
  tool: Tool;
  active?: boolean;
  can?: boolean;
  onPress: () => void;
}) {
  return (
    <Base.Button
      aria-label={name}
      title={keys ? `${name} (${keysShown(keys)})` : name}
      aria-keyshortcuts={ariaKeys(keys)}
      aria-pressed={active}
      disabled={!can}
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={clsx(BUTTON, SQUARE)}
    >
      <Icon size={19} aria-hidden />
    </Base.Button>
  );
}

function Separator() {
  return <Base.Separator className="mx-0.5 h-6 w-px shrink-0 bg-line" />;
}

const BUTTON =
  "min-h-10 shrink-0 cursor-pointer items-center rounded-md text-sm font-semibold text-ink hover:bg-wash aria-pressed:bg-ink aria-pressed:text-paper data-disabled:cursor-not-allowed data-disabled:opacity-40 data-popup-open:bg-wash sm:min-h-9 pointer-coarse:min-h-11";
const SQUARE = "grid w-10 place-items-center sm:w-8.5 pointer-coarse:w-11";

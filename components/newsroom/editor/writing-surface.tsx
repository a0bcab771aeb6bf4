"use client";

import { type Editor, EditorContent } from "@tiptap/react";
import { type ReactNode, useCallback, useState } from "react";
import { SuggestingNote } from "@/components/newsroom/review/review-tools";
import { WithBlockHandle } from "./block-handle";
import { insertBlock, moveSelected } from "./blocks";
import { turn, useSwitch } from "./device-switch";
import { FindPanel } from "./find-panel";
import { FullScreen } from "./full-screen";
import { useInserts } from "./inserts";
import { LinkDialog } from "./link-dialog";
import { usePicking } from "./picking";
import { SelectionToolbar } from "./selection-toolbar";
import { ShortcutSheet } from "./shortcut-sheet";
import { SlashMenu } from "./slash-menu";
import { TableDialog } from "./table-dialog";
import { ToolDock } from "./tool-dock";
import { Toolbar } from "./toolbar";
import { type Asks, toolsOf } from "./tools";
import { useScreenKeys } from "./use-screen-keys";

/** The dialog that is open. */
export type Asking = "link" | "table" | "shortcuts" | null;

/** The text of a body with all by which it is written: the tools, the menus, the dialogs. */
export function WritingSurface({
  editor,
  readOnly,
  asking,
  onAsk,
  onPastePlain,
  say,
  children,
}: {
  editor: Editor;
  readOnly: boolean;
  asking: Asking;
  onAsk: (asking: Asking) => void;
  onPastePlain: () => void;
  /** Tells those who do not see what was done. */
  say: (text: string) => void;
  children: ReactNode;
}) {
  // How often finding was asked for since its panel was closed.
  const [finding, setFinding] = useState(0);
  const [full, setFull] = useState(false);
  const smart = useSwitch("smart-typing");
  const pick = usePicking();
  const leaveFull = useCallback(() => setFull(false), []);
  const asks: Asks = {
    link: () => onAsk("link"),
    picture: () => pick((attrs) => insertBlock(editor, { type: "picture", attrs })),
    pastePlain: onPastePlain,
    find: () => setFinding((times) => times + 1),
    fullScreen: () => setFull(!full),
    shortcuts: () => onAsk("shortcuts"),
    smartTyping: () => turn("smart-typing", !smart),
    move: (direction) => {
      say(moveSelected(editor, direction));
      editor.commands.focus();
    },
  };
  useScreenKeys(asks);
  const inserts = useInserts(editor, () => onAsk("table"));
  const { groups, more, beside } = toolsOf(asks, { full, smart });
  const opened = (name: Asking) => ({
    open: asking === name,
    onOpenChange: (open: boolean) => onAsk(open ? name : null),
  });
  return (
    <>
      {!readOnly && (
        <ToolDock editor={editor}>
          <Toolbar editor={editor} inserts={inserts} groups={groups} more={more} />
          {finding > 0 && <FindPanel editor={editor} asked={finding} onClose={() => setFinding(0)} />}
        </ToolDock>
      )}
      <SuggestingNote editor={editor} />
      <WithBlockHandle editor={editor}>
        <EditorContent editor={editor} />
      </WithBlockHandle>
      <SlashMenu editor={editor} inserts={inserts} />
      <SelectionToolbar editor={editor} tools={beside} />
      {full && <FullScreen onLeave={leaveFull} />}
      {children}
      <LinkDialog editor={editor} {...opened("link")} />
      <TableDialog editor={editor} {...opened("table")} />
      <ShortcutSheet tools={[...groups.flat(), ...more]} {...opened("shortcuts")} />
    </>
  );
}

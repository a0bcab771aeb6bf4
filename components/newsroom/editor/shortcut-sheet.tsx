"use client";

import { Dialog } from "@/components/ui/dialog";
import { Checkbox } from "@/components/ui/field";
import { turn, useSwitch } from "./device-switch";
import { keysShown, type Tool } from "./tools";

type Row = { name: string; keys: string };

const OTHERS: Row[] = [
  { name: "Insert at the caret", keys: "/" },
  { name: "To the toolbar", keys: "Alt+F10" },
  { name: "Back to the text from a block", keys: "Escape" },
  { name: "Into a chosen block", keys: "Enter" },
  { name: "New line in a paragraph", keys: "Shift+Enter" },
  { name: "Save now", keys: "Mod+S" },
];

const TYPED: Row[] = [
  { name: "Heading, subheading", keys: "## or ### and a space" },
  { name: "Bulleted list", keys: "- and a space" },
  { name: "Numbered list", keys: "1. and a space" },
  { name: "Quote", keys: "> and a space" },
  { name: "Divider", keys: "---" },
  { name: "Bold, italic", keys: "**words**, *words*" },
];

/** All keys of the screen on which a story is written. */
export function ShortcutSheet({
  tools,
  open,
  onOpenChange,
}: {
  tools: Tool[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const opensByKey = useSwitch("shortcut-key");
  const ofTools = tools.flatMap(({ name, keys }) => (keys ? [{ name, keys }] : []));
  return (
    <Dialog title="Keyboard shortcuts" open={open} onOpenChange={onOpenChange} wide>
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        <Rows name="Tools" rows={ofTools} />
        <div className="grid content-start gap-6">
          <Rows name="Getting about" rows={OTHERS} />
          <Rows name="Typed at the start of a paragraph, or around words" rows={TYPED} />
        </div>
      </div>
      <Checkbox
        className="mt-6"
        label="Open this by “?” when not typing"
        checked={opensByKey}
        onChange={(event) => turn("shortcut-key", event.currentTarget.checked)}
      />
    </Dialog>
  );
}

function Rows({ name, rows }: { name: string; rows: Row[] }) {
  return (
    <section className="grid content-start gap-1">
      <h3 className="font-semibold">{name}</h3>
      <dl className="grid gap-1">
        {rows.map(({ name, keys }) => (
          <div key={name} className="flex justify-between gap-4 border-line border-b py-1">
            <dt>{name}</dt>
            <dd className="text-right text-muted">
              <kbd className="font-sans">{keysShown(keys)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

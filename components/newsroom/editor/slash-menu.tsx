"use client";

import { shift, size } from "@floating-ui/dom";
import { PluginKey } from "@tiptap/pm/state";
import type { Editor } from "@tiptap/react";
import { exitSuggestion, Suggestion, type SuggestionProps } from "@tiptap/suggestion";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import type { Insert, InsertGroup } from "./inserts";
import { FORMATS } from "./tools";

const KEY = new PluginKey("slashMenu");
const { heading, subheading, bulletList, orderedList } = FORMATS;

/**
 * What a "/" at the beginning of a paragraph or after a space opens: all that may be inserted, found by its letters. The
 * caret stays in the text, which names the option that Enter takes.
 */
export function SlashMenu({ editor, inserts }: { editor: Editor; inserts: InsertGroup[] }) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Pick<SuggestionProps, "query" | "range" | "mount"> | null>(null);
  const [chosen, setChosen] = useState(0);
  const formats: Insert[] = [heading, subheading, bulletList, orderedList].map(({ name, icon, run }) => ({
    name,
    icon,
    run: () => run(editor),
  }));
  const groups = matching([{ name: "Paragraphs", inserts: formats }, ...inserts], open?.query ?? "");
  const found = groups.flatMap((group) => group.inserts);
  const shown = open !== null && found.length > 0;
  const optionId = (insert: Insert) => `${id}-${insert.name.replaceAll(" ", "-")}`;
  const current = shown ? found[Math.min(chosen, found.length - 1)] : undefined;
  const currentId = current && optionId(current);

  const take = (insert: Insert | undefined) => {
    if (!open || !insert) return;
    editor.chain().focus().deleteRange(open.range).run();
    insert.run();
  };
  const press = useEffectEvent((event: KeyboardEvent): boolean => {
    if (!shown || event.isComposing) return false;
    const index = found.indexOf(current as Insert);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "Enter") take(current);
    else if (event.key === "Tab") exitSuggestion(editor.view, KEY);
    else if (event.key in steps) setChosen((index + (steps[event.key] ?? 0) + found.length) % found.length);
    else return false;
    // Tab goes on its way.
    return event.key !== "Tab";
  });

  useEffect(() => {
    const plugin = Suggestion({
      editor,
      pluginKey: KEY,
      char: "/",
      // A suggested paragraph begins with a character that nobody sees.
      allowedPrefixes: [" ", "\u200B"],
      decorationClass: "slash",
      allow: ({ state, range }) => state.doc.resolve(range.from).parent.type.name === "paragraph",
      // Undoing or pasting a slash asks for nothing.
      shouldShow: ({ transaction }) => !transaction.getMeta("history$") && !transaction.getMeta("paste"),
      floatingUi: {
        strategy: "fixed",
        middleware: [
          shift({ padding: 8 }),
          size({
            // Clear of the tools that stand at the bottom under fingers.
            padding: { top: 8, bottom: matchMedia("(pointer: coarse)").matches ? 64 : 8 },
            apply: ({ availableHeight, elements }) => {
              elements.floating.style.maxHeight = `${Math.max(140, Math.min(360, availableHeight))}px`;
            },
          }),
        ],
      },
      render: () => ({
        onStart: ({ query, range, mount }) => {
          setChosen(0);
          setOpen({ query, range, mount });
        },
        // It stays where it is placed already.
        onUpdate: ({ query, range }) => {
          setChosen(0);
          setOpen((before) => before && { ...before, query, range });
        },
        onKeyDown: ({ event }) => press(event),
        onExit: () => setOpen(null),
      }),
    });
    // Before the keys of the text itself: Enter would break the paragraph.
    editor.registerPlugin(plugin, (added, others) => [added, ...others]);
    const leave = () => {
      if (KEY.getState(editor.state)?.active) exitSuggestion(editor.view, KEY);
    };
    editor.on("blur", leave);
    return () => {
      editor.off("blur", leave);
      editor.unregisterPlugin(KEY);
    };
  }, [editor]);

  const mount = open?.mount;
  useEffect(() => (shown && mount && list.current ? mount(list.current) : undefined), [shown, mount]);

  // The text is the textbox to which the list belongs.
  useEffect(() => {
    const text = editor.view.dom;
    if (!currentId) return;
    text.setAttribute("aria-autocomplete", "list");
    text.setAttribute("aria-controls", id);
    text.setAttribute("aria-activedescendant", currentId);
    document.getElementById(currentId)?.scrollIntoView({ block: "nearest" });
    return () => {
      for (const name of ["aria-autocomplete", "aria-controls", "aria-activedescendant"]) text.removeAttribute(name);
    };
  }, [editor, id, currentId]);

  return (
    <>
      <p role="status" className="sr-only">
        {shown && `${found.length === 1 ? "1 thing" : `${found.length} things`} to insert`}
      </p>
      {shown && (
        <div
          ref={list}
          id={id}
          role="listbox"
          aria-label="Insert"
          // It scrolls. It is no stop of Tab, upon which it closes.
          tabIndex={0}
          className="fixed top-0 left-0 z-50 w-64 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-md border border-line bg-raised py-1.5 font-sans text-[0.9375rem] text-ink shadow-lg"
        >
          {groups.map(({ name, inserts }) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options
            <div
              key={name}
              role="group"
              aria-label={name}
              className="not-first:mt-1.5 not-first:border-line not-first:border-t not-first:pt-1.5"
            >
              {inserts.map((insert) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text
                // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text
                <div
                  key={insert.name}
                  id={optionId(insert)}
                  role="option"
                  aria-selected={insert === current}
                  // The caret stays in the text.
                  onMouseDown={(event) => event.preventDefault()}
                  onMouseMove={() => setChosen(found.indexOf(insert))}
                  onClick={() => take(insert)}
                  className="flex min-h-9 cursor-pointer items-center gap-3 px-3 py-1.5 pointer-coarse:min-h-11 aria-selected:bg-ink aria-selected:text-paper"
                >
                  <insert.icon size={18} aria-hidden />
                  {insert.name}
                </div>
              ))}
            </div>
          ))}
        </div>
      )}
    </>
  );
}

/** Those of which a word begins with what was typed. */
function matching(groups: InsertGroup[], typed: string): InsertGroup[] {
  const begin = typed.toLowerCase();
  const fits = ({ name }: Insert) =>
    name
      .toLowerCase()
      .split(" ")
      .some((word) => word.startsWith(begin));
  return groups
    .map(({ name, inserts }) => ({ name, inserts: inserts.filter(fits) }))
    .filter(({ inserts }) => inserts.length > 0);
}

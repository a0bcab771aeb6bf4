import { Extension, InputRule } from "@tiptap/core";
import { type RefObject, useEffect, useRef } from "react";
import { isOn } from "./device-switch";
import { type Smart, smartened } from "./smart-text";

/**
 * Quotes, dashes and ellipses of the language of the story, as they are typed. Backspace or undoing right after gives
 * what was typed.
 */
export function smartTyping(language: () => string) {
  return Extension.create({
    name: "smartTyping",
    // What was typed comes back before the rest is undone.
    priority: 1000,
    addKeyboardShortcuts() {
      return { "Mod-z": () => this.editor.commands.undoInputRule() };
    },
    addInputRules() {
      return [
        new InputRule({
          find: (text) => {
            const smart = isOn("smart-typing") ? smartened(text, language()) : null;
            return smart && { index: text.length - smart.replaced.length, text: smart.replaced, data: smart };
          },
          handler: ({ state, range, match }) => {
            const { by } = match.data as Smart;
            const { $from, $to } = state.selection;
            // Over several blocks it could not be undone into what was typed: that stays then.
            if (!$from.parent.isTextblock || !$from.sameParent($to)) return null;
            state.tr.insertText(by, range.from, range.to);
          },
        }),
      ];
    },
  });
}

/** The same in a text field. */
export function useSmartTyping(field: RefObject<HTMLTextAreaElement | null>, language: string): void {
  const current = useRef(language);
  useEffect(() => {
    current.current = language;
  }, [language]);
  useEffect(() => {
    const control = field.current;
    if (!control) return;
    let made: { value: string; caret: number } | null = null;
    const caret = () => control.selectionEnd;
    const onInput = (event: Event) => {
      made = null;
      const { inputType, data, isComposing } = event as InputEvent;
      if (inputType !== "insertText" || isComposing || data?.length !== 1 || !isOn("smart-typing")) return;
      const smart = smartened(control.value.slice(0, caret()), current.current);
      if (!smart) return;
      control.setSelectionRange(caret() - smart.replaced.length, caret());
      // The one way to change a field that its undoing knows of.
      document.execCommand("insertText", false, smart.by);
      made = { value: control.value, caret: caret() };
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (event.key !== "Backspace" || !isPlain || made?.value !== control.value || made.caret !== caret()) return;
      event.preventDefault();
      document.execCommand("undo");
    };
    control.addEventListener("input", onInput);
    control.addEventListener("keydown", onKeyDown);
    return () => {
      control.removeEventListener("input", onInput);
      control.removeEventListener("keydown", onKeyDown);
    };
  }, [field]);
}

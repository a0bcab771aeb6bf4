"use client";

import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { controlClass, Field } from "@/components/ui/field";

const WORDS = { idle: "Copy", copied: "Copied", refused: "Copy it by hand" };

/** An address to hand on. */
export function CopyLink({ label, link, hint }: { label: string; link: string; hint?: string }) {
  const [state, setState] = useState<keyof typeof WORDS>("idle");
  const input = useRef<HTMLInputElement>(null);

  const copy = async () => {
    const done = (await toClipboard(link)) || copySelected(input.current);
    setState(done ? "copied" : "refused");
  };

  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <span className="flex gap-2">
          <input
            ref={input}
            readOnly
            value={link}
            onFocus={(event) => event.target.select()}
            className={controlClass("font-mono text-sm")}
            {...control}
          />
          <Button onClick={() => void copy()}>
            {state === "copied" ? <Check aria-hidden size={16} /> : <Copy aria-hidden size={16} />}
            <span aria-live="polite">{WORDS[state]}</span>
          </Button>
        </span>
      )}
    </Field>
  );
}

/** Browsers give the clipboard to pages under https (and localhost) alone, and may refuse it there too. */
async function toClipboard(text: string): Promise<boolean> {
  const clipboard: Clipboard | undefined = navigator.clipboard;
  return clipboard
    ? clipboard
        .writeText(text)
        .then(() => true)
        .catch(() => false)
    : false;
}

/** The older way, for a newsroom in a house network; the text stays selected, to be copied by hand if this fails too. */
function copySelected(input: HTMLInputElement | null): boolean {
  input?.select();
  return document.execCommand("copy");
}

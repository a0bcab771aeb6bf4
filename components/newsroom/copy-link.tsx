"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { controlClass, Field } from "@/components/ui/field";

/** An address to hand on. */
export function CopyLink({ label, link, hint }: { label: string; link: string; hint?: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <span className="flex gap-2">
          <input
            readOnly
            value={link}
            onFocus={(event) => event.target.select()}
            className={controlClass("font-mono text-sm")}
            {...control}
          />
          <Button onClick={() => navigator.clipboard.writeText(link).then(() => setCopied(true))}>
            {copied ? <Check aria-hidden size={16} /> : <Copy aria-hidden size={16} />}
            <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
          </Button>
        </span>
      )}
    </Field>
  );
}

"use client";

import { useRef } from "react";
import { Checkbox, TextArea, TextField } from "@/components/ui/field";
import type { PictureUse } from "@/domain/articles/body";
import { MAX_ALT, MAX_CAPTION, MAX_CREDIT } from "@/domain/media/asset";
import { useTyped } from "./use-typed";

/** What a story says of a picture: what it shows for those who cannot see it, its caption, whose it is. */
export function PictureFields({ use, onChange }: { use: PictureUse; onChange: (change: Partial<PictureUse>) => void }) {
  const decorative = use.alt === "";
  const described = useRef<string | null>(null);
  const alt = useTyped(use.alt ?? "", (text) => onChange({ alt: text.trim() ? text : null }));
  const caption = useTyped(use.caption ?? "", (text) => onChange({ caption: text }));
  const credit = useTyped(use.credit ?? "", (text) => onChange({ credit: text }));
  return (
    <div className="grid gap-3 font-sans sm:grid-cols-2">
      <div className="grid content-start gap-2">
        <TextArea
          label="Alt text"
          rows={2}
          maxLength={MAX_ALT}
          disabled={decorative}
          hint={
            decorative
              ? "Screen readers pass over this picture."
              : "What the picture shows, for those who cannot see it."
          }
          className="field-sizing-content"
          {...alt}
        />
        <Checkbox
          label="Decorative"
          checked={decorative}
          onChange={(event) => {
            // Taking the tick away again gives the words back.
            if (event.currentTarget.checked) described.current = use.alt;
            onChange({ alt: event.currentTarget.checked ? "" : described.current });
          }}
        />
      </div>
      <div className="grid content-start gap-3">
        <TextArea label="Caption" rows={2} maxLength={MAX_CAPTION} className="field-sizing-content" {...caption} />
        <TextField label="Credit" maxLength={MAX_CREDIT} placeholder="Jane Roe/Agency" {...credit} />
      </div>
    </div>
  );
}

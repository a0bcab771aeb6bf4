"use client";

import { type ReactNode, useRef, useState } from "react";
import { Checkbox, TextArea, TextField } from "@/components/ui/field";
import type { PictureUse } from "@/domain/articles/body";
import { MAX_ALT, MAX_CAPTION, MAX_CREDIT, type Said } from "@/domain/media/asset";
import { usePictures } from "./pictures";
import { useTyped } from "./use-typed";

type Change = (change: Partial<PictureUse>) => void;

const NOTHING: Said = { alt: null, caption: "", credit: "" };

/**
 * What a story says of a picture: what it shows for those who cannot see it, its caption, whose it is. Each field shows what
 * the library says until something is written in it; what the library says anew is then told by the story too.
 */
export function PictureFields({ use, onChange }: { use: PictureUse; onChange: Change }) {
  const library = usePictures().find(use.assetId) ?? NOTHING;
  return (
    <div className="grid gap-3 font-sans sm:grid-cols-2">
      <AltField use={use} library={library.alt} onChange={onChange} />
      <div className="grid content-start gap-3">
        <CaptionField use={use} library={library.caption} onChange={onChange} />
        <CreditField use={use} library={library.credit} onChange={onChange} />
      </div>
    </div>
  );
}

function AltField({ use, library, onChange }: { use: PictureUse; library: string | null; onChange: Change }) {
  const described = useRef<string | null>(null);
  /** The library calls it decorative, and somebody is about to describe it here. */
  const [describing, setDescribing] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  // A field that is emptied is given back: that a picture is decorative has a tick of its own.
  const alt = useTyped(use.alt ?? "", (text) => onChange({ alt: text.trim() ? text : null }));
  const decorative = use.alt === "" || (use.alt === null && library === "" && !describing);
  const hint = decorative
    ? "Screen readers pass over this picture."
    : library
      ? undefined
      : "What the picture shows, for those who cannot see it.";
  return (
    <div ref={field} className="grid content-start gap-2">
      <TextArea
        label="Alt text"
        rows={2}
        maxLength={MAX_ALT}
        disabled={decorative}
        placeholder={decorative ? undefined : (library ?? undefined)}
        hint={<Origin own={use.alt} library={library === "" ? "Decorative" : library} hint={hint} />}
        className="field-sizing-content"
        {...alt}
      />
      <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
        <Checkbox
          label="Decorative"
          checked={decorative}
          onChange={(event) => {
            const isTicked = event.currentTarget.checked;
            // Taking the tick away again gives the words back.
            if (isTicked) described.current = use.alt;
            setDescribing(!isTicked && library === "");
            onChange({ alt: isTicked ? (library === "" ? null : "") : described.current });
          }}
        />
        <Ways
          field={field}
          name="alt text"
          own={use.alt}
          library={library}
          onChange={(text) => {
            setDescribing(false);
            onChange({ alt: text });
          }}
        />
      </div>
    </div>
  );
}

function CaptionField({ use, library, onChange }: { use: PictureUse; library: string; onChange: Change }) {
  const field = useRef<HTMLDivElement>(null);
  const caption = useTyped(use.caption ?? "", (text) => onChange({ caption: text.trim() ? text : null }));
  const none = use.caption === "" && library !== "";
  return (
    <div ref={field} className="grid content-start gap-2">
      <TextArea
        label="Caption"
        rows={2}
        maxLength={MAX_CAPTION}
        disabled={none}
        placeholder={none ? undefined : library}
        hint={
          <Origin own={use.caption} library={library} hint={none ? "It stands here without a caption." : undefined} />
        }
        className="field-sizing-content"
        {...caption}
      />
      <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
        {library && (
          <Checkbox
            label="No caption here"
            checked={none}
            onChange={(event) => onChange({ caption: event.currentTarget.checked ? "" : null })}
          />
        )}
        <Ways
          field={field}
          name="caption"
          own={use.caption}
          library={library}
          onChange={(text) => onChange({ caption: text })}
        />
      </div>
    </div>
  );
}

function CreditField({ use, library, onChange }: { use: PictureUse; library: string; onChange: Change }) {
  const field = useRef<HTMLDivElement>(null);
  const credit = useTyped(use.credit ?? "", (text) => onChange({ credit: text.trim() ? text : null }));
  return (
    <div ref={field} className="grid content-start justify-items-stretch gap-1">
      <TextField
        label="Credit"
        maxLength={MAX_CREDIT}
        placeholder={library || "Jane Roe/Agency"}
        hint={<Origin own={use.credit} library={library} />}
        {...credit}
      />
      <Ways
        field={field}
        name="credit"
        own={use.credit}
        library={library}
        onChange={(text) => onChange({ credit: text })}
      />
    </div>
  );
}

/** Where what stands in a field comes from. */
function Origin({ own, library, hint }: { own: string | null; library: string | null; hint?: ReactNode }) {
  const origin =
    own !== null ? library !== null && library !== "" && "This story’s own" : library ? "From the library" : null;
  if (!origin && !hint) return null;
  return (
    <>
      {origin && <span className={own === null ? "font-semibold" : "font-semibold text-link"}>{origin}</span>}
      {origin && hint && " · "}
      {hint}
    </>
  );
}

/** From the library's words to the story's own, which begin as they are there, and back. */
function Ways({
  field,
  name,
  own,
  library,
  onChange,
}: {
  /** What holds the text control. */
  field: { current: HTMLDivElement | null };
  name: string;
  own: string | null;
  library: string | null;
  onChange: (text: string | null) => void;
}) {
  if (!library) return null;
  const toText = () =>
    requestAnimationFrame(() =>
      field.current?.querySelector<HTMLElement>("textarea, input:not([type=checkbox])")?.focus(),
    );
  const isOwn = own !== null;
  return (
    <button
      type="button"
      className="ml-auto min-h-6 cursor-pointer text-sm font-semibold text-link underline"
      onClick={() => {
        onChange(isOwn ? null : library);
        toText();
      }}
    >
      {isOwn ? "Use the library’s" : "Change it here"}
      <span className="sr-only"> ({name})</span>
    </button>
  );
}

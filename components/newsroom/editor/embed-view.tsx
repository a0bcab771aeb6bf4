"use client";

import type { NodeViewProps } from "@tiptap/react";
import { useState } from "react";
import { TextArea, TextField } from "@/components/ui/field";
import { MAX_CAPTION } from "@/domain/media/asset";
import { embedOf } from "@/lib/embeds";
import { BlockFrame } from "./block-frame";
import { addressOf } from "./blocks";
import { useTyped } from "./use-typed";

/** Something of another site. Nothing of it is loaded here either: its maker is told from the address alone. */
export function EmbedView(view: NodeViewProps) {
  const { node, updateAttributes } = view;
  const url = String(node.attrs.url);
  const [wrong, setWrong] = useState(false);
  const isOfTheWeb = (address: string | null) => address !== null && /^https?:/i.test(address);
  // An address that may not be stored stays in the field with its reason; the story goes on without it.
  const address = useTyped(url, (typed) => {
    setWrong(false);
    const found = addressOf(typed);
    updateAttributes({ url: found !== null && isOfTheWeb(found) ? found : "" });
  });
  const title = useTyped(String(node.attrs.title), (text) => updateAttributes({ title: text }));
  const caption = useTyped(String(node.attrs.caption), (text) => updateAttributes({ caption: text }));
  const embed = url ? embedOf(url) : null;
  return (
    <BlockFrame name="Embed" view={view}>
      <TextField
        label="Address"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={1900}
        placeholder="https://"
        error={wrong ? "Paste the web address of the film, episode or post." : undefined}
        hint={
          url
            ? embed
              ? `From ${embed.provider}. Readers load it by pressing a button.`
              : "We know no frame for this address: readers see a link to it."
            : "Of a film, an episode or a post, as its own page shows it."
        }
        {...address}
        onBlur={(event) => {
          const given = event.currentTarget.value.trim();
          const refused = given !== "" && !isOfTheWeb(addressOf(given));
          setWrong(refused);
          if (!refused) address.onBlur();
        }}
      />
      <TextField
        label="What it is"
        maxLength={300}
        hint="In words, for everyone who does not load it. Left empty, they are told only from where it comes."
        {...title}
      />
      <TextArea label="Caption" rows={1} maxLength={MAX_CAPTION} className="field-sizing-content" {...caption} />
    </BlockFrame>
  );
}

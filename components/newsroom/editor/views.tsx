"use client";

import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from "@tiptap/react";
import { Plus, Replace, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox, controlClass, TextField } from "@/components/ui/field";
import { PictureUse } from "@/domain/articles/body";
import { BlockFrame, FrameButton } from "./block-frame";
import { addressOf } from "./blocks";
import { CropButton } from "./cropping";
import type { QuickLink } from "./nodes";
import { usePicking } from "./picking";
import { PictureFields } from "./picture-fields";
import { UsedPicture } from "./pictures";
import { useTyped } from "./use-typed";

const ATTRIBUTION = 300;

export function QuoteView({ node, updateAttributes }: NodeViewProps) {
  const attribution = useTyped(String(node.attrs.attribution), (text) => updateAttributes({ attribution: text }));
  return (
    <NodeViewWrapper as="blockquote" className="story-quote">
      <NodeViewContent />
      <div contentEditable={false} data-controls="" className="font-sans">
        <input
          aria-label="Attribution"
          placeholder="Who said it"
          maxLength={ATTRIBUTION}
          className="w-full rounded-sm border-transparent border-b bg-transparent py-1 text-base text-muted placeholder:text-muted hover:border-edge focus:border-edge"
          {...attribution}
        />
      </div>
    </NodeViewWrapper>
  );
}

export function PullQuoteView(view: NodeViewProps) {
  const { node, updateAttributes } = view;
  const words = useTyped(String(node.attrs.text), (text) => updateAttributes({ text }));
  const attribution = useTyped(String(node.attrs.attribution), (text) => updateAttributes({ attribution: text }));
  return (
    <BlockFrame name="Pull quote" view={view}>
      <textarea
        aria-label="Pull quote text"
        placeholder="The words to lift out of the story"
        maxLength={1000}
        rows={1}
        className="field-sizing-content w-full resize-none bg-transparent text-center font-serif text-2xl leading-snug text-ink placeholder:text-muted"
        {...words}
      />
      <input
        aria-label="Attribution"
        placeholder="Who said it"
        maxLength={ATTRIBUTION}
        className="w-full bg-transparent text-center text-base text-muted placeholder:text-muted"
        {...attribution}
      />
    </BlockFrame>
  );
}

export function PictureView(view: NodeViewProps) {
  const { node, updateAttributes } = view;
  const use = PictureUse.parse(node.attrs);
  const pick = usePicking();
  return (
    <BlockFrame
      name="Picture"
      view={view}
      actions={
        <FrameButton label="Replace picture" onClick={() => pick((picture) => updateAttributes(picture))}>
          <Replace size={18} aria-hidden />
        </FrameButton>
      }
    >
      <UsedPicture use={use} sizes="(min-width: 48rem) 42rem, 100vw" className="rounded-sm" />
      <CropButton use={use} onChange={updateAttributes} />
      <PictureFields use={use} onChange={updateAttributes} />
    </BlockFrame>
  );
}

export function QuickLinksView(view: NodeViewProps) {
  const { node, updateAttributes } = view;
  const links = node.attrs.links as QuickLink[];
  const change = (index: number, link: QuickLink | null) =>
    updateAttributes({ links: links.flatMap((each, at) => (at === index ? (link ?? []) : each)) });
  return (
    <BlockFrame name="Quick links" view={view}>
      <Checkbox
        label="List the story’s own subheads"
        checked={Boolean(node.attrs.subheads)}
        onChange={(event) => updateAttributes({ subheads: event.currentTarget.checked })}
      />
      {links.length > 0 && (
        <ul className="grid gap-3">
          {links.map((link, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place in the list
            <li key={index} className="grid grid-cols-[1fr_auto] items-start gap-2 sm:grid-cols-[1fr_1fr_auto]">
              <LinkFields link={link} number={index + 1} onChange={(changed) => change(index, changed)} />
              <FrameButton className="mt-7" label={`Remove link ${index + 1}`} onClick={() => change(index, null)}>
                <X size={18} aria-hidden />
              </FrameButton>
            </li>
          ))}
        </ul>
      )}
      {links.length < 50 && (
        <div>
          <Button look="secondary" onClick={() => updateAttributes({ links: [...links, { label: "", href: "" }] })}>
            <Plus size={16} aria-hidden /> Add a link
          </Button>
        </div>
      )}
    </BlockFrame>
  );
}

function LinkFields({
  link,
  number,
  onChange,
}: {
  link: QuickLink;
  number: number;
  onChange: (link: QuickLink) => void;
}) {
  const [wrong, setWrong] = useState(false);
  const words = useTyped(link.label, (label) => onChange({ ...link, label }));
  // An address that may not be stored stays in the field with its reason; the story goes on without it.
  const address = useTyped(link.href, (typed) => {
    setWrong(false);
    onChange({ ...link, href: addressOf(typed) ?? "" });
  });
  return (
    <>
      <label className="grid gap-1.5 text-sm font-semibold max-sm:col-span-2">
        {`Words of link ${number}`}
        <input className={controlClass("font-normal")} maxLength={300} {...words} />
      </label>
      <TextField
        label={`Address of link ${number}`}
        inputMode="url"
        maxLength={1900}
        placeholder="https:// or /section/story"
        error={wrong ? "Use a web address, or one of this site." : undefined}
        {...address}
        onBlur={(event) => {
          const refused = event.currentTarget.value.trim() !== "" && addressOf(event.currentTarget.value) === null;
          setWrong(refused);
          if (!refused) address.onBlur();
        }}
      />
    </>
  );
}

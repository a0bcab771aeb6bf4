"use client";

import type { NodeViewProps } from "@tiptap/react";
import { ImagePlus } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { firstUseOf, Gallery, type PictureUse } from "@/domain/articles/body";
import { BlockFrame } from "./block-frame";
import { CropButton } from "./cropping";
import { useLibraryPicking } from "./picking";
import { PictureFields } from "./picture-fields";
import { UsedPicture } from "./pictures";
import { RowButtons } from "./row-buttons";
import { useTyped } from "./use-typed";

const MOST = 60;

/** Several pictures under one title, in the order in which readers go through them. */
export function GalleryView(view: NodeViewProps) {
  const { node, updateAttributes } = view;
  const { title, pictures } = Gallery.shape.attrs.parse(node.attrs);
  const pick = useLibraryPicking();
  const list = useRef<HTMLOListElement>(null);
  const typed = useTyped(title, (text) => updateAttributes({ title: text }));
  const change = (next: typeof pictures) => updateAttributes({ pictures: next });
  const changeOne = (index: number, changed: Partial<PictureUse>) =>
    change(pictures.map((each, at) => (at === index ? { ...each, ...changed } : each)));
  const add = () =>
    pick({ kind: "picture", several: true }, (assets) =>
      change([...pictures, ...assets.map(firstUseOf)].slice(0, MOST)),
    );
  return (
    <BlockFrame name="Gallery" view={view}>
      <TextField label="Gallery title" hint="It may be left empty." maxLength={200} {...typed} />
      {pictures.length > 0 && (
        <ol ref={list} aria-label="Pictures of the gallery" className="grid gap-4">
          {pictures.map((use, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a picture is its place in the gallery
              key={index}
              data-row={index}
              className="grid gap-3 border-line border-t pt-4"
            >
              {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would break the row */}
              <div role="group" aria-label={`Gallery picture ${index + 1}`} data-picture="" className="grid gap-3">
                <div className="flex items-start justify-between gap-3">
                  <UsedPicture use={use} sizes="12rem" className="max-w-48 rounded-sm" />
                  <RowButtons
                    name={`picture ${index + 1}`}
                    rows={pictures}
                    index={index}
                    onChange={change}
                    list={list}
                  />
                </div>
                <CropButton use={use} onChange={(chosen) => changeOne(index, chosen)} />
                <PictureFields use={use} onChange={(said) => changeOne(index, said)} />
              </div>
            </li>
          ))}
        </ol>
      )}
      <div>
        <Button onClick={add} disabled={pictures.length >= MOST}>
          <ImagePlus size={16} aria-hidden /> Add pictures
        </Button>
      </div>
    </BlockFrame>
  );
}

"use client";

import type { NodeViewProps } from "@tiptap/react";
import { Captions, FileText, Image, Replace } from "lucide-react";
import type { ReactNode } from "react";
import { Player } from "@/components/newsroom/media/player";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import { Audio, Document, Video } from "@/domain/articles/body";
import { type AssetSummary, MAX_CAPTION, MAX_CREDIT, widestJpeg } from "@/domain/media/asset";
import { formatBytes } from "@/lib/bytes";
import { BlockFrame, FrameButton } from "./block-frame";
import { LanguageField } from "./language-field";
import { useLibraryPicking } from "./picking";
import { usePictures } from "./pictures";
import { useTyped } from "./use-typed";

type Said = { title: string; caption: string; credit: string };

/** How a story begins to use a sound or film: with what the library says of it, and its file's name for a title. */
export function firstPlayOf({ id, filename, caption, credit }: AssetSummary) {
  const title = filename
    .replace(/\.[^.]+$/, "")
    .replace(/[-_]+/g, " ")
    .trim();
  return { assetId: id, title: title.slice(0, 300), caption, credit };
}

export function AudioView(view: NodeViewProps) {
  const { node, updateAttributes } = view;
  const use = Audio.shape.attrs.parse(node.attrs);
  const pick = useLibraryPicking();
  const played = usePictures().findPlayed(use.assetId);
  return (
    <BlockFrame
      name="Recording"
      view={view}
      actions={
        <FrameButton
          label="Replace recording"
          onClick={() =>
            pick({ kind: "audio" }, ([asset]) => asset && updateAttributes({ ...firstPlayOf(asset), ...kept(use) }))
          }
        >
          <Replace size={18} aria-hidden />
        </FrameButton>
      }
    >
      {played ? <Player played={played} label={use.title || "The recording"} /> : <Missing what="recording" />}
      <SaidFields use={use} onChange={updateAttributes} />
    </BlockFrame>
  );
}

export function VideoView(view: NodeViewProps) {
  const { node, updateAttributes } = view;
  const use = Video.shape.attrs.parse(node.attrs);
  const pick = useLibraryPicking();
  const { find, findPlayed } = usePictures();
  const played = findPlayed(use.assetId);
  const poster = use.posterAssetId ? find(use.posterAssetId) : undefined;
  const captions = use.captionsAssetId ? findPlayed(use.captionsAssetId) : undefined;
  return (
    <BlockFrame
      name="Film"
      view={view}
      actions={
        <FrameButton
          label="Replace film"
          onClick={() =>
            pick({ kind: "video" }, ([asset]) => asset && updateAttributes({ ...firstPlayOf(asset), ...kept(use) }))
          }
        >
          <Replace size={18} aria-hidden />
        </FrameButton>
      }
    >
      {played ? (
        <Player
          played={played}
          label={use.title || "The film"}
          poster={poster && widestJpeg(poster)?.src}
          captions={captions && { src: captions.src, language: use.captionsLanguage }}
        />
      ) : (
        <Missing what="film" />
      )}
      <SaidFields use={use} onChange={updateAttributes} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Chosen
          name="Picture before it plays"
          chosen={use.posterAssetId !== null}
          onRemove={() => updateAttributes({ posterAssetId: null })}
        >
          <Button
            onClick={() => pick({ kind: "picture" }, ([asset]) => updateAttributes({ posterAssetId: asset?.id }))}
          >
            <Image size={16} aria-hidden /> {use.posterAssetId ? "Change its picture" : "Choose a picture"}
          </Button>
        </Chosen>
        <Chosen
          name="Captions"
          chosen={use.captionsAssetId !== null}
          onRemove={() => updateAttributes({ captionsAssetId: null })}
        >
          <Button
            onClick={() => pick({ kind: "captions" }, ([asset]) => updateAttributes({ captionsAssetId: asset?.id }))}
          >
            <Captions size={16} aria-hidden /> {use.captionsAssetId ? "Change captions" : "Choose captions"}
          </Button>
        </Chosen>
      </div>
      {use.captionsAssetId && (
        <LanguageField
          label="Language of the captions"
          hint="Empty for the story’s own."
          tag={use.captionsLanguage}
          onChange={(captionsLanguage) => updateAttributes({ captionsLanguage })}
        />
      )}
    </BlockFrame>
  );
}

export function DocumentView(view: NodeViewProps) {
  const { node, updateAttributes } = view;
  const use = Document.shape.attrs.parse(node.attrs);
  const pick = useLibraryPicking();
  const played = usePictures().findPlayed(use.assetId);
  return (
    <BlockFrame
      name="Document"
      view={view}
      actions={
        <FrameButton
          label="Replace document"
          onClick={() =>
            pick({ kind: "document" }, ([asset]) => asset && updateAttributes({ ...firstPlayOf(asset), ...kept(use) }))
          }
        >
          <Replace size={18} aria-hidden />
        </FrameButton>
      }
    >
      {played ? (
        <p className="flex flex-wrap items-center gap-2 bg-wash p-4">
          <FileText aria-hidden size={20} className="text-muted" />
          <a href={played.src} download="" className="inline-block py-1 text-link underline">
            Download {use.title || "the document"}
          </a>
          <span className="text-muted">PDF, {formatBytes(played.bytes)}</span>
        </p>
      ) : (
        <Missing what="document" />
      )}
      <SaidFields use={use} onChange={updateAttributes} />
    </BlockFrame>
  );
}

/** What was written of it stays when the file is replaced. */
function kept({ title, caption, credit }: Said): Partial<Said> {
  return { ...(title && { title }), ...(caption && { caption }), ...(credit && { credit }) };
}

function SaidFields({ use, onChange }: { use: Said; onChange: (change: Partial<Said>) => void }) {
  const title = useTyped(use.title, (text) => onChange({ title: text }));
  const caption = useTyped(use.caption, (text) => onChange({ caption: text }));
  const credit = useTyped(use.credit, (text) => onChange({ credit: text }));
  return (
    <>
      <TextField label="Title" maxLength={300} {...title} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextArea label="Caption" rows={2} maxLength={MAX_CAPTION} className="field-sizing-content" {...caption} />
        <TextField label="Credit" maxLength={MAX_CREDIT} placeholder="Jane Roe/Agency" {...credit} />
      </div>
    </>
  );
}

function Chosen({
  name,
  chosen,
  onRemove,
  children,
}: {
  name: string;
  chosen: boolean;
  onRemove: () => void;
  children: ReactNode;
}) {
  return (
    <fieldset className="grid content-start gap-1.5">
      <legend className="mb-1.5 text-sm font-semibold">{name}</legend>
      <div className="flex flex-wrap gap-1">
        {children}
        {chosen && (
          <Button look="quiet" onClick={onRemove}>
            Remove<span className="sr-only"> {name.toLowerCase()}</span>
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function Missing({ what }: { what: string }) {
  return <p className="grid min-h-24 place-items-center bg-wash text-muted">The {what} is no longer in the library.</p>;
}

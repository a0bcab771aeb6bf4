"use client";

import { clsx } from "clsx";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { Picture } from "@/components/article/picture";
import { Part } from "@/components/newsroom/media/crops/part";
import { fileToFrame } from "@/components/newsroom/media/crops/picture";
import { type PictureUse, saidOf } from "@/domain/articles/body";
import { type AssetSummary, type PictureSources, type PlayedSource, widestJpeg } from "@/domain/media/asset";
import type { Crop, Framing } from "@/domain/media/crop";
import { framed } from "@/domain/media/framing";

type Pictures = {
  find: (assetId: string) => PictureSources | undefined;
  findPlayed: (assetId: string) => PlayedSource | undefined;
  add: (assets: AssetSummary[]) => void;
  /** How the library crops a picture, of those that were looked up since the page was loaded. */
  framingOf: (assetId: string) => Framing | undefined;
  learn: (assetId: string, framing: Framing) => void;
};

const Context = createContext<Pictures>({
  find: () => undefined,
  findPlayed: () => undefined,
  add: () => undefined,
  framingOf: () => undefined,
  learn: () => undefined,
});

/** Knows how to show the pictures, sounds and films of the story: those that came with the page, and those chosen since. */
export function PicturesProvider({
  known,
  played,
  children,
}: {
  known: PictureSources[];
  /** By asset id. */
  played: Record<string, PlayedSource>;
  children: ReactNode;
}) {
  const [chosen, setChosen] = useState<AssetSummary[]>([]);
  const [framings, setFramings] = useState<ReadonlyMap<string, Framing>>(new Map());
  const pictures = useMemo(() => {
    const all = new Map([...chosen.map(({ sources }) => sources), ...known].map((each) => [each.assetId, each]));
    return {
      find: (assetId: string) => all.get(assetId),
      findPlayed: (assetId: string) => played[assetId] ?? chosen.find(({ id }) => id === assetId)?.played ?? undefined,
      add: (assets: AssetSummary[]) => setChosen((before) => [...before, ...assets]),
      framingOf: (assetId: string) => framings.get(assetId),
      learn: (assetId: string, framing: Framing) => setFramings((before) => new Map(before).set(assetId, framing)),
    };
  }, [known, played, chosen, framings]);
  return <Context value={pictures}>{children}</Context>;
}

export function usePictures(): Pictures {
  return useContext(Context);
}

/** A picture as a story uses it: in its shape there, and with the words that readers get below it. */
export function UsedPicture({ use, sizes, className }: { use: PictureUse; sizes: string; className?: string }) {
  const picture = usePictures().find(use.assetId);
  const { caption, credit } = saidOf(use, picture);
  return (
    <figure className="grid gap-1.5">
      <Shaped use={use} picture={picture} sizes={sizes} className={className} />
      {(caption || credit) && (
        <figcaption className="text-sm text-muted">
          {caption} {credit && <span className="text-xs">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}

function Shaped({
  use: { assetId, shape, crops },
  picture,
  sizes,
  className,
}: {
  use: PictureUse;
  picture: PictureSources | undefined;
  sizes: string;
  className?: string;
}) {
  const framing = usePictures().framingOf(assetId);
  const region = shape !== "whole" && (crops?.[shape] ?? (framing && framed(framing, shape).region));
  const src = fileToFrame(picture);
  // From the whole: its own copies are not known here until the page is loaded anew.
  if (picture && src && region) {
    return <Part of={{ src, size: picture.crops.whole }} region={region} className={className} />;
  }
  return (
    <Thumbnail
      assetId={assetId}
      crop={picture && widestJpeg(picture, shape) ? shape : "whole"}
      sizes={sizes}
      className={className}
    />
  );
}

/** The picture itself, as wide as its place. What it shows is told by the fields beside it. */
export function Thumbnail({
  assetId,
  crop,
  sizes,
  className,
}: {
  assetId: string;
  crop?: Crop;
  sizes: string;
  className?: string;
}) {
  const picture = usePictures().find(assetId);
  if (!picture || !widestJpeg(picture)) {
    return (
      <div className={clsx("grid min-h-40 place-items-center bg-wash text-sm text-muted", className)}>Picture</div>
    );
  }
  return <Picture sources={picture} crop={crop} sizes={sizes} alt="" className={clsx("h-auto w-full", className)} />;
}

"use client";

import { clsx } from "clsx";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { Picture } from "@/components/article/picture";
import { type AssetSummary, type PictureSources, type PlayedSource, widestJpeg } from "@/domain/media/asset";

type Pictures = {
  find: (assetId: string) => PictureSources | undefined;
  findPlayed: (assetId: string) => PlayedSource | undefined;
  add: (assets: AssetSummary[]) => void;
};

const Context = createContext<Pictures>({
  find: () => undefined,
  findPlayed: () => undefined,
  add: () => undefined,
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
  const pictures = useMemo(() => {
    const all = new Map([...chosen.map(({ sources }) => sources), ...known].map((each) => [each.assetId, each]));
    return {
      find: (assetId: string) => all.get(assetId),
      findPlayed: (assetId: string) => played[assetId] ?? chosen.find(({ id }) => id === assetId)?.played ?? undefined,
      add: (assets: AssetSummary[]) => setChosen((before) => [...before, ...assets]),
    };
  }, [known, played, chosen]);
  return <Context value={pictures}>{children}</Context>;
}

export function usePictures(): Pictures {
  return useContext(Context);
}

/** The picture itself, as wide as its place. What it shows is told by the fields beside it. */
export function Thumbnail({ assetId, sizes, className }: { assetId: string; sizes: string; className?: string }) {
  const picture = usePictures().find(assetId);
  if (!picture || !widestJpeg(picture)) {
    return (
      <div className={clsx("grid min-h-40 place-items-center bg-wash text-sm text-muted", className)}>Picture</div>
    );
  }
  return <Picture sources={picture} sizes={sizes} alt="" className={clsx("h-auto w-full", className)} />;
}

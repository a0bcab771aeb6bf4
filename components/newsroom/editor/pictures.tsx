"use client";

import { clsx } from "clsx";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { Picture } from "@/components/article/picture";
import type { PictureSources } from "@/domain/media/asset";

type Pictures = {
  find: (assetId: string) => PictureSources | undefined;
  add: (picture: PictureSources) => void;
};

const Context = createContext<Pictures>({ find: () => undefined, add: () => undefined });

/** Knows how to show the pictures of the story: those that came with the page, and those chosen since. */
export function PicturesProvider({ known, children }: { known: PictureSources[]; children: ReactNode }) {
  const [chosen, setChosen] = useState<PictureSources[]>([]);
  const pictures = useMemo(() => {
    const all = new Map([...chosen, ...known].map((picture) => [picture.assetId, picture]));
    return {
      find: (assetId: string) => all.get(assetId),
      add: (picture: PictureSources) => setChosen((before) => [...before, picture]),
    };
  }, [known, chosen]);
  return <Context value={pictures}>{children}</Context>;
}

export function usePictures(): Pictures {
  return useContext(Context);
}

/** The picture itself, as wide as its place. What it shows is told by the fields beside it. */
export function Thumbnail({ assetId, sizes, className }: { assetId: string; sizes: string; className?: string }) {
  const picture = usePictures().find(assetId);
  if (!picture) {
    return (
      <div className={clsx("grid min-h-40 place-items-center bg-wash text-sm text-muted", className)}>Picture</div>
    );
  }
  return <Picture sources={picture} sizes={sizes} alt="" className={clsx("h-auto w-full", className)} />;
}

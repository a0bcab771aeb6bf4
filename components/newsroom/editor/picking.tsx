"use client";

import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { AssetPicker } from "@/components/newsroom/media/asset-picker";
import type { PictureUse } from "@/domain/articles/body";
import type { AssetSummary } from "@/domain/media/asset";
import { usePictures } from "./pictures";

/** Opens the library; what is chosen there comes as a use of the picture, filled in with what the library says of it. */
type Pick = (onPicked: (picture: PictureUse) => void) => void;

const Context = createContext<Pick>(() => undefined);

export function usePicking(): Pick {
  return useContext(Context);
}

/** The one dialog in which the pictures of a story are chosen, wherever they will stand. */
export function PickingProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const picked = useRef<(picture: PictureUse) => void>(undefined);
  const { add } = usePictures();
  const pick = useCallback<Pick>((onPicked) => {
    picked.current = onPicked;
    setOpen(true);
  }, []);
  return (
    <Context value={pick}>
      {children}
      <AssetPicker
        open={open}
        onOpenChange={setOpen}
        onPick={(asset) => {
          add(asset.sources);
          setOpen(false);
          picked.current?.(firstUseOf(asset));
        }}
      />
    </Context>
  );
}

/** How a story begins to use a picture: with what the library says of it. */
export function firstUseOf({ id, alt, caption, credit }: AssetSummary): PictureUse {
  return { assetId: id, alt, caption, credit };
}

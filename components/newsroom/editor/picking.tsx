"use client";

import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { AssetPicker } from "@/components/newsroom/media/asset-picker";
import { firstUseOf, type PictureUse } from "@/domain/articles/body";
import type { AssetKind, AssetSummary } from "@/domain/media/asset";
import { usePictures } from "./pictures";

type Asked = { kind: AssetKind; several?: boolean };

/** Opens the library for one asset of a kind, or for several. */
type Pick = (asked: Asked, onPicked: (assets: AssetSummary[]) => void) => void;

const Context = createContext<Pick>(() => undefined);

export function useLibraryPicking(): Pick {
  return useContext(Context);
}

/** Opens the library for a picture: it comes as a use of the picture, filled in with what the library says of it. */
export function usePicking(): (onPicked: (picture: PictureUse) => void) => void {
  const pick = useLibraryPicking();
  return useCallback(
    (onPicked) => pick({ kind: "picture" }, ([asset]) => asset && onPicked(firstUseOf(asset))),
    [pick],
  );
}

/** The one dialog in which what a story shows of the library is chosen, wherever it will stand. */
export function PickingProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<Asked>({ kind: "picture" });
  const picked = useRef<(assets: AssetSummary[]) => void>(undefined);
  const { add } = usePictures();
  const pick = useCallback<Pick>((wanted, onPicked) => {
    picked.current = onPicked;
    setAsked(wanted);
    setOpen(true);
  }, []);
  return (
    <Context value={pick}>
      {children}
      <AssetPicker
        {...asked}
        open={open}
        onOpenChange={setOpen}
        onPick={(assets) => {
          add(assets);
          setOpen(false);
          picked.current?.(assets);
        }}
      />
    </Context>
  );
}

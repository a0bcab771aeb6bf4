"use client";

import { Crop as CropIcon } from "lucide-react";
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { fileToFrame } from "@/components/newsroom/media/crops/picture";
import { fetchFraming } from "@/components/newsroom/media/crops/prepare";
import { UseCrops, type UseFraming } from "@/components/newsroom/media/crops/use-crops";
import { CROP_NAMES } from "@/components/newsroom/media/crops/words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { PictureUse } from "@/domain/articles/body";
import type { Framing } from "@/domain/media/crop";
import { usePictures } from "./pictures";

type Asked = { use: PictureUse; isLead: boolean };
type Ask = (asked: Asked, onDone: (chosen: UseFraming) => void) => void;

const Context = createContext<Ask | null>(null);

/** The one dialog in which a story chooses its own crops of a picture, wherever that stands. */
export function CroppingProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const done = useRef<(chosen: UseFraming) => void>(undefined);
  const [found, setFound] = useState<{ framing: Framing } | { reason: string } | null>(null);
  const pictures = usePictures();
  const src = asked && fileToFrame(pictures.find(asked.use.assetId));

  const { learn } = pictures;
  const look = useCallback(
    async (assetId: string) => {
      setFound(null);
      const answer = await fetchFraming(assetId);
      if ("framing" in answer) learn(assetId, answer.framing);
      setFound(answer);
    },
    [learn],
  );
  const ask = useCallback<Ask>(
    (wanted, onDone) => {
      done.current = onDone;
      setAsked(wanted);
      setOpen(true);
      void look(wanted.use.assetId);
    },
    [look],
  );

  return (
    <Context value={ask}>
      {children}
      <Dialog
        wide
        title="Crop for this story"
        intro="Other stories, and the library, keep theirs."
        open={open}
        onOpenChange={setOpen}
      >
        {!found && (
          <p role="status" className="py-10 text-center text-muted">
            Looking the picture up …
          </p>
        )}
        {asked && found && "reason" in found && (
          <Notice tone="bad" role="alert">
            {found.reason}{" "}
            <Button look="quiet" onClick={() => void look(asked.use.assetId)}>
              Try again
            </Button>
          </Notice>
        )}
        {asked && src && found && "framing" in found && (
          <UseCrops
            use={asked.use}
            isLead={asked.isLead}
            src={src}
            framing={found.framing}
            onDone={(chosen) => {
              done.current?.(chosen);
              setOpen(false);
            }}
          />
        )}
      </Dialog>
    </Context>
  );
}

/** Opens that dialog for one use of a picture, and says how it is cropped. Absent where pictures are not cropped. */
export function CropButton({
  use,
  isLead = false,
  onChange,
}: {
  use: PictureUse;
  isLead?: boolean;
  onChange: (change: UseFraming) => void;
}) {
  const ask = useContext(Context);
  const picture = usePictures().find(use.assetId);
  if (!ask || !fileToFrame(picture)) return null;
  const shape = use.shape === "whole" ? null : `${CROP_NAMES[use.shape]} in the story`;
  const own = use.crops && Object.keys(use.crops).length > 0 ? "own crop" : null;
  const state = [shape, own].filter(Boolean).join(", ");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button look="quiet" onClick={() => ask({ use, isLead }, onChange)}>
        <CropIcon size={16} aria-hidden /> Crop for this story
      </Button>
      {state && (
        <>
          <span className="text-sm text-muted">{state.charAt(0).toUpperCase() + state.slice(1)}</span>
          <Button look="quiet" onClick={() => onChange({ crops: null, shape: "whole" })}>
            Crop as in the library
          </Button>
        </>
      )}
    </div>
  );
}

"use client";

import { FileUp } from "lucide-react";
import { memo, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import type { AssetSummary } from "@/domain/media/asset";
import { formatBytes } from "@/lib/bytes";
import { AssetImage } from "./asset-tile";
import type { Upload, UploadDeeds, UploadState } from "./use-uploads";

/** One file on its way into the library: how far it is, that it is there, why it was refused, or what is to be decided. */
export const UploadRow = memo(function UploadRow({
  upload: { key, name, size, part, state },
  deeds,
  uploaded,
}: {
  upload: Upload;
  deeds: UploadDeeds;
  /** What stands beside an asset that is in the library. */
  uploaded?: (asset: AssetSummary) => ReactNode;
}) {
  const title = name || "Pasted file";
  const beside = state.at === "done" && uploaded?.(state.asset);
  return (
    <li className="grid gap-3 py-4 sm:grid-cols-[8rem_1fr]">
      <div className="flex aspect-4/3 w-32 overflow-hidden rounded-sm bg-wash">
        {state.at === "done" ? (
          <AssetImage asset={state.asset} sizes="128px" />
        ) : (
          <FileUp aria-hidden className="m-auto size-6 text-muted" />
        )}
      </div>
      <div className="min-w-0">
        <div className="flex items-start justify-between gap-2">
          <p className="min-w-0">
            <bdi className="font-semibold [overflow-wrap:anywhere]">{title}</bdi>{" "}
            {size !== null && <span className="text-sm text-muted">{formatBytes(size)}</span>}
          </p>
          <div className="-my-2 flex shrink-0 flex-wrap justify-end">
            <RowButtons at={state} title={title} deeds={deeds} of={key} pausable={size !== null} />
          </div>
        </div>
        {UNDER_WAY.has(state.at) && (
          <div className="mt-2 flex flex-wrap items-center gap-3">
            <Progress label={`Uploading ${title}`} part={part} />
            <span className="text-sm text-muted">{wayOf(state, part)}</span>
          </div>
        )}
        {state.at === "refused" && (
          <p role="alert" className="mt-1 font-semibold text-bad">
            {state.reason}
          </p>
        )}
        {state.at === "asking" && <Alike of={key} state={state} deeds={deeds} />}
        {state.at === "done" && <p className="mt-1 text-sm text-good">{DONE[state.how]}</p>}
        {beside && <div className="mt-3">{beside}</div>}
      </div>
    </li>
  );
});

const UNDER_WAY: ReadonlySet<UploadState["at"]> = new Set(["queued", "sending", "paused", "lost", "looking"]);

const DONE = {
  new: "In the library.",
  existed: "This very file was in the library before.",
  restored: "This very file was in the bin. It is in the library again.",
  chosen: "The one in the library is used.",
};

function wayOf(state: UploadState, part: number): string {
  if (state.at === "queued") return "Waiting";
  if (state.at === "looking") return "Looking into it …";
  const sent = `${Math.floor(part * 100)} %`;
  if (state.at === "paused") return `Paused at ${sent}`;
  return state.at === "lost" ? `Connection lost at ${sent}. It goes on by itself.` : sent;
}

function RowButtons({
  at,
  title,
  deeds,
  of,
  pausable,
}: {
  at: UploadState;
  title: string;
  deeds: UploadDeeds;
  of: number;
  pausable: boolean;
}) {
  const button = (words: string, press: (key: number) => void) => (
    <Button look="quiet" onClick={() => press(of)}>
      {words} <span className="sr-only">{title}</span>
    </Button>
  );
  switch (at.at) {
    case "queued":
    case "sending":
      return (
        <>
          {pausable && button("Pause", deeds.pause)}
          {button("Cancel", deeds.cancel)}
        </>
      );
    case "paused":
    case "lost":
      return (
        <>
          {button(at.at === "paused" ? "Resume" : "Try now", deeds.resume)}
          {button("Cancel", deeds.cancel)}
        </>
      );
    case "looking":
      return null;
    case "asking":
      return button("Cancel", deeds.cancel);
    case "refused":
      return (
        <>
          {at.again && button("Try again", deeds.resume)}
          {button("Dismiss", deeds.dismiss)}
        </>
      );
    case "done":
      return button("Dismiss", deeds.dismiss);
  }
}

/** Those that look like it, each to be used in its stead. */
function Alike({
  of,
  state: { upload, alike },
  deeds,
}: {
  of: number;
  state: Extract<UploadState, { at: "asking" }>;
  deeds: UploadDeeds;
}) {
  return (
    <div role="alert" className="mt-2">
      <p className="font-semibold text-warn">
        It looks like {alike.length === 1 ? "a picture" : "pictures"} of the library.
      </p>
      <ul className="mt-2 grid gap-2">
        {alike.map((asset) => (
          <li key={asset.id} className="flex flex-wrap items-center gap-3">
            <span className="block aspect-4/3 w-20 overflow-hidden rounded-sm bg-wash">
              <AssetImage asset={asset} sizes="80px" />
            </span>
            <span className="min-w-0 flex-1 text-sm [overflow-wrap:anywhere]">
              <bdi>{asset.filename}</bdi>{" "}
              <span className="text-muted">
                {asset.width} × {asset.height}
              </span>
            </span>
            <Button onClick={() => deeds.choose(of, upload, asset)}>
              Use that one <span className="sr-only">{asset.filename}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Button className="mt-2" onClick={() => deeds.keep(of, upload)}>
        Keep both
      </Button>
    </div>
  );
}

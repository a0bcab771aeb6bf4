"use client";

import type { ReactNode } from "react";
import { Picture } from "@/components/article/picture";
import { Button } from "@/components/ui/button";
import { formatBytes } from "@/lib/bytes";
import type { Upload } from "./use-uploads";

/** One file on its way into the library: how far it is, that it is there, or why it was refused. */
export function UploadRow({
  upload: { name, size, part, sent },
  onCancel,
  children,
}: {
  upload: Upload;
  onCancel: () => void;
  /** What can be done once it is over. */
  children?: ReactNode;
}) {
  const asset = sent && "asset" in sent ? sent.asset : undefined;
  return (
    <li className="grid gap-3 py-4 sm:grid-cols-[8rem_1fr]">
      <div className="aspect-4/3 w-32 overflow-hidden rounded-sm bg-wash">
        {asset && (
          <Picture sources={asset.sources} crop="4x3" sizes="128px" alt="" className="size-full object-cover" />
        )}
      </div>
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold [overflow-wrap:anywhere]">{name || "Pasted picture"}</span>
          <span className="text-sm text-muted">{formatBytes(size)}</span>
        </p>
        {!sent && (
          <div className="mt-2 flex flex-wrap items-center gap-3">
            <progress
              aria-label={`Uploading ${name}`}
              value={part < 1 ? part : undefined}
              max={1}
              className="h-2 w-full max-w-80 accent-link"
            />
            <span className="text-sm text-muted">
              {part < 1 ? `${Math.round(part * 100)} %` : "Making its copies …"}
            </span>
            <Button look="quiet" aria-label={`Cancel ${name}`} onClick={onCancel}>
              Cancel
            </Button>
          </div>
        )}
        {sent && "reason" in sent && (
          <p role="alert" className="mt-1 font-semibold text-bad">
            {sent.reason}
          </p>
        )}
        {sent && "asset" in sent && (
          <p className="mt-1 text-sm text-good">
            {sent.existed ? "This very picture was in the library before." : "In the library."}
          </p>
        )}
        {sent && <div className="mt-2 grid justify-items-start gap-2">{children}</div>}
      </div>
    </li>
  );
}

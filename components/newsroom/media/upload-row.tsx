"use client";

import { FileUp } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { formatBytes } from "@/lib/bytes";
import { AssetImage } from "./asset-tile";
import type { Upload } from "./use-uploads";

/** One file on its way into the library: how far it is, that it is there, or why it was refused. */
export function UploadRow({
  upload: { name, size, part, sent },
  onCancel,
  onDismiss,
  children,
}: {
  upload: Upload;
  onCancel: () => void;
  onDismiss: () => void;
  /** What stands beside an asset that is in the library. */
  children?: ReactNode;
}) {
  const title = name || "Pasted file";
  const asset = sent && "asset" in sent ? sent.asset : undefined;
  return (
    <li className="grid gap-3 py-4 sm:grid-cols-[8rem_1fr]">
      <div className="flex aspect-4/3 w-32 overflow-hidden rounded-sm bg-wash">
        {asset ? (
          <AssetImage asset={asset} sizes="128px" />
        ) : (
          <FileUp aria-hidden className="m-auto size-6 text-muted" />
        )}
      </div>
      <div className="min-w-0">
        <div className="flex items-start justify-between gap-2">
          <p>
            <span className="font-semibold [overflow-wrap:anywhere]">{title}</span>{" "}
            <span className="text-sm text-muted">{formatBytes(size)}</span>
          </p>
          <Button look="quiet" className="-my-2" onClick={sent ? onDismiss : onCancel}>
            {sent ? "Dismiss" : "Cancel"} <span className="sr-only">{title}</span>
          </Button>
        </div>
        {!sent && (
          <div className="mt-2 flex flex-wrap items-center gap-3">
            <Progress label={`Uploading ${title}`} part={part} />
            <span className="text-sm text-muted">{part < 1 ? `${Math.round(part * 100)} %` : "Looking into it …"}</span>
          </div>
        )}
        {sent && "reason" in sent && (
          <p role="alert" className="mt-1 font-semibold text-bad">
            {sent.reason}
          </p>
        )}
        {sent && "asset" in sent && (
          <p className="mt-1 text-sm text-good">
            {sent.existed ? "This very file was in the library before." : "In the library."}
          </p>
        )}
        {children && <div className="mt-3">{children}</div>}
      </div>
    </li>
  );
}

"use client";

import { clsx } from "clsx";
import { Upload } from "lucide-react";
import { type ReactNode, useId } from "react";
import { buttonClass } from "@/components/ui/button";
import { type AssetKind, type AssetSummary, KIND_NAMES, MAX_UPLOAD_BYTES, UPLOADS } from "@/domain/media/asset";
import { UploadRow } from "./upload-row";
import { useDroppedFiles } from "./use-dropped-files";
import { useUploads } from "./use-uploads";

/**
 * Where files come into the library: chosen, dropped anywhere on the page, or pasted. Each file has a line of its
 * own that says how far it is, or why it was refused.
 * @param kinds what is asked for. What comes all the same is taken too: the library has room for it.
 * @param onUploaded told of each asset once it is in the library.
 * @param uploaded what stands beside an asset that is: its fields, or a button to use it.
 */
export function UploadZone({
  kinds,
  onUploaded,
  uploaded,
  className,
}: {
  kinds: readonly AssetKind[];
  onUploaded?: (asset: AssetSummary) => void;
  uploaded?: (asset: AssetSummary) => ReactNode;
  className?: string;
}) {
  const id = useId();
  const { uploads, add, cancel, dismiss } = useUploads(onUploaded);
  const over = useDroppedFiles(add);
  const what = kinds.length === 1 && kinds[0] ? KIND_NAMES[kinds[0]].many : "files";
  const finished = uploads.filter(({ sent }) => sent);

  return (
    <section aria-label="Upload" className={className}>
      <div
        className={clsx(
          "flex flex-wrap items-center justify-center gap-x-4 gap-y-2 rounded-md border-2 border-dashed px-4 py-6 text-center",
          over ? "border-link bg-wash" : "border-edge",
        )}
      >
        <Upload aria-hidden className="size-7 text-muted" />
        <p>{over ? "Drop to upload" : `Drop ${what} here, paste them, or`}</p>
        <div>
          <input
            id={id}
            type="file"
            multiple
            accept={kinds.map((kind) => UPLOADS[kind].accept).join(",")}
            aria-describedby={`${id}-hint`}
            className="peer sr-only"
            onChange={(event) => {
              add([...(event.target.files ?? [])]);
              // So that the same file can be chosen again.
              event.target.value = "";
            }}
          />
          <label
            htmlFor={id}
            className={buttonClass(
              "primary",
              "peer-focus-visible:outline-3 peer-focus-visible:outline-link peer-focus-visible:outline-offset-2",
            )}
          >
            Upload {what}
          </label>
        </div>
        <p id={`${id}-hint`} className="w-full text-sm text-muted">
          {kinds
            .map((kind) => `${UPLOADS[kind].formats}, up to ${MAX_UPLOAD_BYTES[kind] / 1024 / 1024} MB each`)
            .join(" · ")}
        </p>
      </div>
      <p role="status" className="sr-only">
        {uploads.length > 0 && `${finished.length} of ${uploads.length} files done`}
      </p>
      {uploads.length > 0 && (
        <ul aria-label="Uploads" className="mt-4 divide-y divide-line border-y border-line">
          {uploads.map((upload) => (
            <UploadRow
              key={upload.key}
              upload={upload}
              onCancel={() => cancel(upload.key)}
              onDismiss={() => dismiss(upload.key)}
            >
              {upload.sent && "asset" in upload.sent && uploaded?.(upload.sent.asset)}
            </UploadRow>
          ))}
        </ul>
      )}
    </section>
  );
}

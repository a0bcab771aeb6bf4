"use client";

import { clsx } from "clsx";
import { ImageUp } from "lucide-react";
import { type ReactNode, useId } from "react";
import { buttonClass } from "@/components/ui/button";
import { ACCEPTED_TYPES, type AssetSummary, MAX_UPLOAD_BYTES } from "@/domain/media/asset";
import { UploadRow } from "./upload-row";
import { useDroppedFiles } from "./use-dropped-files";
import { useUploads } from "./use-uploads";

/**
 * Where pictures come into the library: chosen, dropped anywhere on the page, or pasted. Each file has a line of its
 * own that says how far it is, or why it was refused.
 * @param onUploaded told of each picture once it is in the library.
 * @param uploaded what stands beside a picture that is: its fields, or a button to use it.
 */
export function UploadZone({
  onUploaded,
  uploaded,
  className,
}: {
  onUploaded?: (asset: AssetSummary) => void;
  uploaded?: (asset: AssetSummary) => ReactNode;
  className?: string;
}) {
  const id = useId();
  const { uploads, add, cancel, dismiss } = useUploads(onUploaded);
  const over = useDroppedFiles(add);
  const finished = uploads.filter(({ sent }) => sent);

  return (
    <section aria-label="Upload" className={className}>
      <div
        className={clsx(
          "flex flex-wrap items-center justify-center gap-x-4 gap-y-2 rounded-md border-2 border-dashed px-4 py-6 text-center",
          over ? "border-link bg-wash" : "border-edge",
        )}
      >
        <ImageUp aria-hidden className="size-7 text-muted" />
        <p>{over ? "Drop to upload" : "Drop pictures here, paste them, or"}</p>
        <div>
          <input
            id={id}
            type="file"
            multiple
            accept={Object.values(ACCEPTED_TYPES).join(",")}
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
            Upload pictures
          </label>
        </div>
        <p id={`${id}-hint`} className="w-full text-sm text-muted">
          JPEG, PNG, WebP or AVIF, up to {MAX_UPLOAD_BYTES / 1024 / 1024} MB each
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

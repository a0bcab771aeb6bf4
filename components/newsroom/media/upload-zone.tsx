"use client";

import { clsx } from "clsx";
import { Upload as UploadIcon } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { type AssetKind, type AssetSummary, KIND_NAMES, MAX_UPLOAD_BYTES, UPLOADS } from "@/domain/media/asset";
import { FromAddress } from "./from-address";
import { UploadRow } from "./upload-row";
import { isWanted, useDroppedFiles } from "./use-dropped-files";
import { type Upload, type UploadDeeds, useUploads } from "./use-uploads";

/**
 * Where files come into the library: chosen, dropped anywhere on the page (whole folders too), pasted, or brought from an
 * address. Each file has a line of its own that says how far it is, why it was refused, or what it looks like.
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
  const { uploads, add, addFrom, deeds } = useUploads(onUploaded);
  const over = useDroppedFiles(add);
  const what = kinds.length === 1 && kinds[0] ? KIND_NAMES[kinds[0]].many : "files";

  return (
    <section aria-label="Upload" className={className}>
      <div
        className={clsx(
          "flex flex-wrap items-center justify-center gap-x-4 gap-y-2 rounded-md border-2 border-dashed px-4 py-6 text-center",
          over ? "border-link bg-wash" : "border-edge",
        )}
      >
        <UploadIcon aria-hidden className="size-7 text-muted" />
        <p>{over ? "Drop to upload" : `Drop ${what} or folders here, paste them, or`}</p>
        <div className="flex flex-wrap justify-center gap-2">
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
          <Button onClick={() => chooseFolder((files) => add(files.filter(isWanted)))}>Upload a folder</Button>
        </div>
        <p id={`${id}-hint`} className="w-full text-sm text-muted">
          {kinds
            .map((kind) => `${UPLOADS[kind].formats}, up to ${MAX_UPLOAD_BYTES[kind] / 1024 / 1024} MB each`)
            .join(" · ")}
        </p>
        <FromAddress onAddress={addFrom} />
      </div>
      {uploads.length > 0 && <Summary uploads={uploads} deeds={deeds} />}
      {uploads.length > 0 && (
        <ul aria-label="Uploads" className="mt-2 divide-y divide-line border-y border-line">
          {inOrder(uploads).map((upload) => (
            <UploadRow key={upload.key} upload={upload} deeds={deeds} uploaded={uploaded} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Asks for a folder of this device: all files in it, at any depth. */
function chooseFolder(onFiles: (files: File[]) => void): void {
  const input = Object.assign(document.createElement("input"), { type: "file", webkitdirectory: true });
  input.addEventListener("change", () => onFiles([...(input.files ?? [])]));
  input.click();
}

const FIRST: Partial<Record<Upload["state"]["at"], number>> = { refused: 0, asking: 1 };

/** What somebody has to look at stands first. */
function inOrder(uploads: Upload[]): Upload[] {
  const place = ({ state }: Upload) => FIRST[state.at] ?? 2;
  return [...uploads].sort((a, b) => place(a) - place(b) || a.key - b.key);
}

/** How all of them stand, and what can be done with many at once. */
function Summary({ uploads, deeds }: { uploads: Upload[]; deeds: UploadDeeds }) {
  const at = (...states: Upload["state"]["at"][]) => uploads.filter(({ state }) => states.includes(state.at));
  const [done, refused, asking] = [at("done"), at("refused"), at("asking")];
  const [under, paused] = [at("queued", "sending"), at("paused")];
  const said = [
    `${done.length} of ${uploads.length} files done`,
    refused.length > 0 && `${refused.length} refused`,
    asking.length > 0 && `${asking.length} to look at`,
    paused.length > 0 && `${paused.length} paused`,
  ].filter(Boolean);
  const each = (of: Upload[], deed: (upload: Upload) => void) => () => {
    for (const upload of of) deed(upload);
  };
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <p role="status" className="font-semibold">
        {said.join(", ")}
      </p>
      {uploads.length > 1 && (
        <div className="flex flex-wrap gap-2">
          {under.length > 1 && (
            <Button onClick={each([...under].reverse(), ({ key }) => deeds.pause(key))}>Pause all</Button>
          )}
          {paused.length > 1 && <Button onClick={each(paused, ({ key }) => deeds.resume(key))}>Resume all</Button>}
          {asking.length > 1 && (
            <Button
              onClick={each(asking, ({ key, state }) => {
                if (state.at === "asking") deeds.keep(key, state.upload);
              })}
            >
              Keep all
            </Button>
          )}
          {done.length > 1 && (
            <Button look="quiet" onClick={each(done, ({ key }) => deeds.dismiss(key))}>
              Dismiss those that are done
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

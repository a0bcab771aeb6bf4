"use client";

import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import type { PictureUpload } from "./use-picture-uploads";

/** The pictures on their way into the story, how far each is, and why one was refused. */
export function UploadTray({ uploads, onDismiss }: { uploads: PictureUpload[]; onDismiss: (key: number) => void }) {
  return (
    <div role="status" aria-label="Uploads" className="sticky bottom-4 z-20 font-sans empty:hidden">
      {uploads.length > 0 && (
        <ul className="grid gap-2 rounded-md border border-line bg-raised p-3 text-sm shadow-lg">
          {uploads.map(({ key, name, part, refused, offer }) => (
            <li key={key} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="min-w-0 truncate font-semibold">{name}</span>
              {refused || offer ? (
                <>
                  {refused && <span className="text-bad">{refused}</span>}
                  {offer && <span className="min-w-0 [overflow-wrap:anywhere]">{offer.hint}</span>}
                  {offer?.deeds.map(({ words, run }) => (
                    <Button key={words} onClick={run}>
                      {words}
                    </Button>
                  ))}
                  <Button look="quiet" onClick={() => onDismiss(key)}>
                    Dismiss
                  </Button>
                </>
              ) : (
                <>
                  <Progress label={`Uploading ${name}`} part={part} />
                  <span aria-hidden className="text-muted">
                    {part < 1 ? `${Math.round(part * 100)} %` : "Making its copies …"}
                  </span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

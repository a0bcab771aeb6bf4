import Link from "next/link";
import { FormDialog } from "@/components/newsroom/form-dialog";
import { Moment } from "@/components/newsroom/moment";
import { buttonClass } from "@/components/ui/button";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { type AssetSummary, type Keeping, KIND_NAMES } from "@/domain/media/asset";
import { formatBytes } from "@/lib/bytes";
import { routes } from "@/lib/routes";
import { ReplaceFile } from "./replace-file";

/** The file behind an asset: to be saved, replaced, put into the bin and had back. */
export function AssetFile({
  asset,
  keeping: { bin, held, former },
  timeZone,
  mayReplace,
  mayDelete,
  actions,
}: {
  asset: AssetSummary;
  keeping: Keeping;
  timeZone: string;
  mayReplace: boolean;
  mayDelete: boolean;
  actions: { put: FormAction; take: FormAction };
}) {
  const { id, kind, filename } = asset;
  return (
    <section aria-labelledby="asset-file" className="grid gap-4">
      <h2 id="asset-file" className="font-serif text-xl font-semibold">
        The file
      </h2>
      {bin && (
        <Notice tone="warn" role="status">
          <p>
            It is in the bin: {bin.by || "somebody"} put it there <Moment at={bin.at} timeZone={timeZone} />. It goes
            for good <Moment at={bin.until} timeZone={timeZone} />. No story can be published with it meanwhile.
          </p>
          {mayDelete && (
            <ActionForm
              action={actions.take}
              submit="Undo"
              about={`the deletion of ${filename}`}
              hidden={{ id }}
              look="secondary"
              className="mt-3"
            />
          )}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <a href={routes.newsroom.original(id)} download="" className={buttonClass()}>
          Save the original
        </a>
        {!bin && mayReplace && <ReplaceFile id={id} kind={kind} />}
        {!bin && mayDelete && !held && (
          <FormDialog
            open="Delete"
            about={` ${filename}`}
            openLook="danger"
            title={`Delete this ${KIND_NAMES[kind].one}?`}
            intro="It goes into the bin, and can be had back for thirty days. Drafts that show it keep it, and cannot be published with it."
            action={actions.put}
            submit="Put it into the bin"
            look="danger"
            hidden={{ id }}
          />
        )}
      </div>
      {!bin && mayDelete && held && <Held held={held} />}
      {former.length > 0 && (
        <div>
          <h3 className="font-semibold">Before it was replaced</h3>
          <ul className="mt-1 grid gap-1 text-sm">
            {former.map((file) => (
              <li key={file.id}>
                <a
                  href={routes.newsroom.original(id, file.id)}
                  download=""
                  className="text-link underline [overflow-wrap:anywhere]"
                >
                  <bdi>{file.filename}</bdi>
                </a>{" "}
                <span className="text-muted">
                  {formatBytes(file.bytes)}, replaced by {file.by} <Moment at={file.replacedAt} timeZone={timeZone} />.
                  Kept for thirty days.
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** Why it cannot be deleted, and where to go to change that. */
function Held({ held: { places, live } }: { held: NonNullable<Keeping["held"]> }) {
  return (
    <div className="text-sm">
      <p>
        <span className="font-semibold">It cannot be deleted</span> while readers see it, or will: {places}. Take it out
        of there first, or unpublish.
      </p>
      {live.length > 0 && (
        <ul className="mt-1 grid gap-1">
          {live.map((story) => (
            <li key={story.id}>
              <Link href={routes.newsroom.article(story.id)} className="text-link underline">
                {story.headline.trim() || "Untitled"}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

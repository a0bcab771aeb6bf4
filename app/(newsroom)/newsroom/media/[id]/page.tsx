import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { saveCrops, saveDescription } from "@/app/(newsroom)/newsroom/media/actions";
import { Picture } from "@/components/article/picture";
import { Link } from "@/components/newsroom/link";
import { AssetFile } from "@/components/newsroom/media/asset-file";
import { AssetUses, reachedWords, reachWords } from "@/components/newsroom/media/asset-uses";
import { CredentialsNote } from "@/components/newsroom/media/credentials-note";
import { AssetCrops } from "@/components/newsroom/media/crops/asset-crops";
import { CROPS_ID, fileToFrame } from "@/components/newsroom/media/crops/picture";
import { DescriptionForm } from "@/components/newsroom/media/description-form";
import { Player } from "@/components/newsroom/media/player";
import { RightsNotice } from "@/components/newsroom/media/rights-notice";
import { SaidOf } from "@/components/newsroom/media/said-of";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { type AssetSummary, KIND_NAMES } from "@/domain/media/asset";
import { readFraming } from "@/domain/media/crops-desk";
import { readDescription } from "@/domain/media/describing";
import { readAsset } from "@/domain/media/desk";
import { readKeeping } from "@/domain/media/keeping";
import { readAssetUse } from "@/domain/media/uses-desk";
import { can, reach } from "@/domain/people/staff";
import { readPublication } from "@/domain/settings/published";
import { formatDuration } from "@/lib/duration";
import { languages } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { formatInstant } from "@/lib/time";
import { putIntoBin, takeOutOfBin } from "./actions";

export const metadata: Metadata = { title: "Media" };

type Props = { params: Promise<{ id: string }> };

/** One asset: how it looks or sounds, what is said of it, and where it is used. */
export default async function AssetPage({ params }: Props) {
  const actor = await currentActor();
  const { id } = await params;
  const asset = await read(readAsset(actor, id));
  const [use, said, keeping, publication] = await Promise.all([
    read(readAssetUse(actor, id)),
    read(readDescription(actor, id)),
    read(readKeeping(actor, id)),
    readPublication(),
  ]);
  const locale = publication ?? { timeZone: "UTC", language: "en" };
  // What readers see is left to whoever edits the library (domain/media/authority.ts).
  const isHeld = keeping.held !== null && reach(actor, "asset.edit") !== "any";
  const mayEdit = can(actor, "asset.edit", { ownerId: asset.uploadedBy.id }) && !isHeld;

  return (
    <>
      <PageHeader
        title={asset.filename}
        intro={`${sizeOf(asset)} Uploaded by ${asset.uploadedBy.name} on ${formatInstant(new Date(asset.createdAt), "full", locale)}.`}
      >
        {asset.kind === "picture" && (
          <a href={`#${CROPS_ID}`} className={buttonClass()}>
            Crops
          </a>
        )}
        <Link href={routes.newsroom.media()} className={buttonClass()}>
          All media
        </Link>
      </PageHeader>
      <RightsNotice kind={asset.kind} said={said} timeZone={locale.timeZone} />
      <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
        <div className="overflow-hidden rounded-md bg-wash">
          <Shown asset={asset} />
        </div>
        <div className="grid gap-8">
          {mayEdit ? (
            <section id="about" aria-label={`About this ${KIND_NAMES[asset.kind].one}`}>
              <p className="mb-4 text-sm text-muted">{reachWords(use.reach, asset.kind)}</p>
              <DescriptionForm
                asset={{ id, kind: asset.kind, said }}
                action={saveDescription}
                done={reachedWords(use.reach, asset.kind)}
                timeZone={locale.timeZone}
                languages={languages().map(({ tag, name }) => ({ tag, name }))}
              />
            </section>
          ) : (
            <SaidOf asset={asset} said={said} isHeld={isHeld} timeZone={locale.timeZone} />
          )}
          {said.credentials && <CredentialsNote credentials={said.credentials} />}
          <AssetUses use={use} />
          <AssetFile
            asset={asset}
            keeping={keeping}
            timeZone={locale.timeZone}
            mayReplace={mayEdit && can(actor, "asset.upload")}
            mayDelete={can(actor, "asset.delete", { ownerId: asset.uploadedBy.id })}
            actions={{ put: putIntoBin, take: takeOutOfBin }}
          />
        </div>
      </div>
      {asset.kind === "picture" && <Crops asset={asset} mayEdit={mayEdit} />}
    </>
  );
}

/** How a picture is cropped. */
async function Crops({ asset: { id, sources }, mayEdit }: { asset: AssetSummary; mayEdit: boolean }) {
  const src = fileToFrame(sources);
  if (!src) return null;
  const framing = await read(readFraming(await currentActor(), id));
  return <AssetCrops id={id} src={src} framing={framing} action={mayEdit ? saveCrops : undefined} />;
}

/** The picture itself, or what plays it. */
function Shown({ asset }: { asset: AssetSummary }) {
  if (asset.kind === "picture") {
    return (
      <Picture
        sources={asset.sources}
        sizes="(min-width: 64rem) 60vw, 100vw"
        alt={asset.alt || `The picture ${asset.filename}`}
        eager
        className="mx-auto block h-auto max-h-[80vh] w-auto max-w-full"
      />
    );
  }
  if (!asset.played) return null;
  if (asset.kind === "document") {
    return (
      <p className="p-6">
        A document is saved, and never shown here.{" "}
        <a href={asset.played.src} download="" className="text-link underline">
          Save it
        </a>
      </p>
    );
  }
  if (asset.kind === "captions") {
    return (
      <p className="p-6">
        Captions are shown with a film.{" "}
        <a href={asset.played.src} className="text-link underline">
          Read the file
        </a>
      </p>
    );
  }
  return (
    <div className={asset.kind === "audio" ? "p-6" : undefined}>
      <Player played={asset.played} label={asset.filename} />
    </div>
  );
}

/** Its measure as a sentence; empty for what has none. */
function sizeOf({ kind, width, height, played }: AssetSummary): string {
  const pixels = width > 0 ? `${width} × ${height} pixels` : "";
  const plays = played?.duration ? `plays ${formatDuration(played.duration)}` : "";
  const said = kind === "picture" ? pixels : [KIND_WORDS[kind], plays, pixels].filter(Boolean).join(", ");
  return said && `${said}.`;
}

const KIND_WORDS = { audio: "A recording", video: "A film", captions: "Captions", document: "A document" };

import type { Metadata } from "next";
import Link from "next/link";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { saveAsset } from "@/app/(newsroom)/newsroom/media/actions";
import { Picture } from "@/components/article/picture";
import { AssetFields } from "@/components/newsroom/media/asset-fields";
import { AssetUses } from "@/components/newsroom/media/asset-uses";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { AssetSummary } from "@/domain/media/asset";
import { readAsset, readAssetUse } from "@/domain/media/desk";
import { can } from "@/domain/people/staff";
import { readPublication } from "@/domain/settings/published";
import { routes } from "@/lib/routes";
import { formatInstant } from "@/lib/time";

export const metadata: Metadata = { title: "Picture" };

type Props = { params: Promise<{ id: string }> };

/** One picture: how it looks, what is said of it, and where it is used. */
export default async function AssetPage({ params }: Props) {
  const actor = await currentActor();
  const { id } = await params;
  const asset = await read(readAsset(actor, id));
  const [use, publication] = await Promise.all([read(readAssetUse(actor, id)), readPublication()]);
  const locale = publication ?? { timeZone: "UTC", language: "en" };
  const mayEdit = can(actor, "asset.edit", { ownerId: asset.uploadedBy.id });

  return (
    <>
      <PageHeader
        title={asset.filename}
        intro={`${asset.width} × ${asset.height} pixels. Uploaded by ${asset.uploadedBy.name} on ${formatInstant(new Date(asset.createdAt), "full", locale)}.`}
      >
        <Link href={routes.newsroom.media()} className={buttonClass()}>
          All pictures
        </Link>
      </PageHeader>
      <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
        <div className="overflow-hidden rounded-md bg-wash">
          <Picture
            sources={asset.sources}
            sizes="(min-width: 64rem) 60vw, 100vw"
            alt={asset.alt || `The picture ${asset.filename}`}
            eager
            className="mx-auto block h-auto max-h-[80vh] w-auto max-w-full"
          />
        </div>
        <div className="grid gap-8">
          {mayEdit ? (
            <section aria-label="About this picture">
              <p className="mb-4 text-sm text-muted">
                A story takes these when the picture is put into it. Stories that use it already keep what they say.
              </p>
              <AssetFields asset={asset} action={saveAsset} />
            </section>
          ) : (
            <SaidOf asset={asset} />
          )}
          <AssetUses use={use} />
        </div>
      </div>
    </>
  );
}

/** What is said of a picture, for those who may not change it. */
function SaidOf({ asset }: { asset: AssetSummary }) {
  const rows = [
    ["Alt text", asset.alt === "" ? "Decorative" : asset.alt],
    ["Caption", asset.caption],
    ["Credit", asset.credit],
  ];
  return (
    <section aria-label="About this picture" className="grid gap-4">
      <Notice>{asset.uploadedBy.name} and editors may change what is said here.</Notice>
      <dl className="grid gap-3">
        {rows.map(([name, text]) => (
          <div key={name}>
            <dt className="text-sm font-semibold">{name}</dt>
            <dd className={text ? undefined : "text-muted"}>{text || "Nothing yet"}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

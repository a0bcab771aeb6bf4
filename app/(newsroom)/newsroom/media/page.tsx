import type { Metadata } from "next";
import Link from "next/link";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { AssetTile, TILES } from "@/components/newsroom/media/asset-tile";
import { LibraryUpload } from "@/components/newsroom/media/library-upload";
import { Button, buttonClass } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { LibraryQuery } from "@/domain/media/asset";
import { listAssets } from "@/domain/media/desk";
import { can, reach } from "@/domain/people/staff";
import { routes } from "@/lib/routes";
import { saveAsset } from "./actions";

export const metadata: Metadata = { title: "Media" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The library of pictures: upload, search, look. */
export default async function MediaPage({ searchParams }: Props) {
  const actor = await currentActor();
  const { q, cursor } = LibraryQuery.parse(await searchParams);
  const { assets, next } = await read(listAssets(actor, { q, cursor }));
  const pageAt = (more: Record<string, string>) =>
    `${routes.newsroom.media()}?${new URLSearchParams({ ...(q && { q }), ...more })}`;

  return (
    <>
      <PageHeader title="Media" intro="Every picture that stories can use, newest first." />
      {can(actor, "asset.upload") && (
        <LibraryUpload action={saveAsset} editable={reach(actor, "asset.edit") === "any" ? "any" : actor.id} />
      )}
      <search>
        <form action={routes.newsroom.media()} className="mb-6 flex max-w-xl gap-2">
          <input
            key={q}
            type="search"
            name="q"
            aria-label="Search pictures"
            placeholder="File name, caption, credit or alt text"
            defaultValue={q}
            className={controlClass()}
          />
          <Button type="submit">Search</Button>
        </form>
      </search>
      {assets.length > 0 ? (
        <ul aria-label="Pictures" className={TILES}>
          {assets.map((asset) => (
            <li key={asset.id}>
              <Link
                href={routes.newsroom.asset(asset.id)}
                prefetch={false}
                className="block rounded-md p-1.5 text-ink no-underline hover:bg-wash"
              >
                <AssetTile asset={asset} />
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <NothingHere searched={q} later={Boolean(cursor)} />
      )}
      <nav aria-label="Pages" className="mt-6 flex gap-2">
        {cursor && (
          <Link href={pageAt({})} className={buttonClass()}>
            Newest pictures
          </Link>
        )}
        {next && (
          <Link href={pageAt({ cursor: next })} className={buttonClass()}>
            Older pictures
          </Link>
        )}
      </nav>
    </>
  );
}

function NothingHere({ searched, later }: { searched: string; later: boolean }) {
  if (later) return <Empty title="There are no older pictures" />;
  if (!searched) return <Empty title="No pictures yet">Upload the first one above.</Empty>;
  return (
    <Empty title={`No picture says “${searched}”`}>
      Try fewer or other words, or{" "}
      <Link href={routes.newsroom.media()} className="text-link underline">
        look at all pictures
      </Link>
      .
    </Empty>
  );
}

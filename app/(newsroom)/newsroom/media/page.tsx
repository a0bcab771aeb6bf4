import type { Metadata } from "next";
import Link from "next/link";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { AssetTile, TILES } from "@/components/newsroom/media/asset-tile";
import { LibraryUpload } from "@/components/newsroom/media/library-upload";
import { Button, buttonClass } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { ASSET_KINDS, type AssetKind, KIND_NAMES, LibraryQuery } from "@/domain/media/asset";
import { listAssets } from "@/domain/media/desk";
import { can, reach } from "@/domain/people/staff";
import type { Asked } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { saveAsset } from "./actions";

export const metadata: Metadata = { title: "Media" };

type Props = { searchParams: Promise<Asked> };

/** The library: upload, search, look. */
export default async function MediaPage({ searchParams }: Props) {
  const actor = await currentActor();
  const asked = await searchParams;
  const { q, kind, lacks, cursor } = LibraryQuery.parse(asked);
  const { assets, next } = await read(listAssets(actor, { q, kind, lacks, cursor }));
  const pageAt = (more: Record<string, string>, of = kind) =>
    addressWith({ ...(q && { q }), ...(of && { kind: of }), ...(lacks && { lacks }), ...more });
  const many = kind ? KIND_NAMES[kind].many : "files";

  return (
    <>
      <PageHeader title="Media" intro="The pictures, sound, film and captions that stories can use, newest first.">
        <Link href={routes.newsroom.rights()} className={buttonClass()}>
          Rights
        </Link>
      </PageHeader>
      {can(actor, "asset.upload") && (
        <LibraryUpload action={saveAsset} editable={reach(actor, "asset.edit") === "any" ? "any" : actor.id} />
      )}
      <search>
        <form action={routes.newsroom.media()} className="mb-4 flex max-w-2xl flex-wrap gap-2">
          {kind && <input type="hidden" name="kind" value={kind} />}
          <input
            key={q}
            type="search"
            name="q"
            aria-label={`Search ${many}`}
            placeholder="File name, caption, credit or alt text"
            defaultValue={q}
            className={controlClass("min-w-0 flex-1 basis-60")}
          />
          <select
            key={lacks}
            name="lacks"
            aria-label="What is said of them"
            defaultValue={lacks ?? ""}
            className={controlClass("w-auto")}
          >
            <option value="">Whatever is said</option>
            <option value="alt">Without alt text</option>
            <option value="credit">Without a credit</option>
          </select>
          <Button type="submit">Search</Button>
        </form>
      </search>
      <nav aria-label="Kinds" className="mb-6 flex flex-wrap gap-2">
        {[null, ...ASSET_KINDS].map((each) => (
          <Link
            key={each}
            href={pageAt({}, each)}
            aria-current={each === (kind ?? null) ? "page" : undefined}
            className={buttonClass(
              "secondary",
              "aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper",
            )}
          >
            {each ? SHELVES[each] : "Everything"}
          </Link>
        ))}
      </nav>
      <ListViews actor={actor} list="media" address={routes.newsroom.media()} asked={asked} />
      {assets.length > 0 ? (
        <ul aria-label={kind ? SHELVES[kind] : "Files"} className={TILES}>
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
        <NothingHere searched={q} narrowed={Boolean(lacks)} kind={kind ?? null} later={Boolean(cursor)} />
      )}
      <nav aria-label="Pages" className="mt-6 flex gap-2">
        {cursor && (
          <Link href={pageAt({})} className={buttonClass()}>
            Newest {many}
          </Link>
        )}
        {next && (
          <Link href={pageAt({ cursor: next })} className={buttonClass()}>
            Older {many}
          </Link>
        )}
      </nav>
    </>
  );
}

const SHELVES: Record<AssetKind, string> = {
  picture: "Pictures",
  audio: "Sound",
  video: "Film",
  captions: "Captions",
  document: "Documents",
};

function addressWith(query: Record<string, string>): string {
  const asked = new URLSearchParams(query);
  return asked.size > 0 ? `${routes.newsroom.media()}?${asked}` : routes.newsroom.media();
}

function NothingHere({
  searched,
  narrowed,
  kind,
  later,
}: {
  searched: string;
  narrowed: boolean;
  kind: AssetKind | null;
  later: boolean;
}) {
  const { one, many } = kind ? KIND_NAMES[kind] : { one: "file", many: "files" };
  if (later) return <Empty title={`There are no older ${many}`} />;
  if (!searched && narrowed) return <Empty title={`No ${one} lacks it`}>All that are here say so much.</Empty>;
  if (!searched) return <Empty title={`No ${many} yet`}>Upload the first one above.</Empty>;
  return (
    <Empty title={`No ${one} says “${searched}”`}>
      Try fewer or other words, or{" "}
      <Link href={routes.newsroom.media()} className="text-link underline">
        look at everything
      </Link>
      .
    </Empty>
  );
}

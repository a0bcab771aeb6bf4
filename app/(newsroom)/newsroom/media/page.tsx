import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { Link } from "@/components/newsroom/link";
import { BulkLibrary } from "@/components/newsroom/media/bulk-library";
import { LibraryUpload } from "@/components/newsroom/media/library-upload";
import { countWords } from "@/components/newsroom/media/library-words";
import { MediaLibrary } from "@/components/newsroom/media/media-library";
import { MediaTabs } from "@/components/newsroom/media/media-tabs";
import { Pager } from "@/components/newsroom/pager";
import { buttonClass } from "@/components/ui/button";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { ASSET_KINDS, type AssetKind, KIND_NAMES } from "@/domain/media/asset";
import { listCollections } from "@/domain/media/collecting";
import { isNarrowed, LibraryQuery, libraryAddress } from "@/domain/media/library";
import { listAssets, listUploaders } from "@/domain/media/library-desk";
import { can, reach } from "@/domain/people/staff";
import type { Asked } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { binMany, collect, makeCollection, saveAsset, saveAssets, takeOut, unbinMany, undoAssets } from "./actions";

export const metadata: Metadata = { title: "Media" };

type Props = { searchParams: Promise<Asked> };

/** The library: upload, find, look, change. */
export default async function MediaPage({ searchParams }: Props) {
  const [actor, timeZone] = await Promise.all([currentActor(), currentTimeZone()]);
  const asked = await searchParams;
  const query = LibraryQuery.parse(asked);
  const [{ assets, next, ...counted }, collections, uploaders] = await read(
    Promise.all([listAssets(actor, query), listCollections(actor), listUploaders(actor)]),
  );
  const kind = query.kind ?? null;
  const at = (change: Partial<LibraryQuery>) => routes.newsroom.media(libraryAddress({ ...query, ...change }));
  const collection = collections.find(({ id }) => id === query.collection) ?? null;

  return (
    <>
      <PageHeader title="Media" intro={collection ? collection.description || undefined : undefined} />
      <MediaTabs />
      {can(actor, "asset.upload") && !query.bin && (
        <LibraryUpload action={saveAsset} editable={reach(actor, "asset.edit") === "any" ? "any" : actor.id} />
      )}
      <nav aria-label="Kinds" className="mb-4 flex flex-wrap gap-2">
        {[null, ...ASSET_KINDS].map((each) => (
          <Link
            key={each}
            href={at({ kind: each, cursor: null })}
            aria-current={each === kind ? "page" : undefined}
            className={buttonClass(
              "secondary",
              "min-h-9! px-3! py-1! pointer-coarse:min-h-11! aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper",
            )}
          >
            {each ? SHELVES[each] : "Everything"}
          </Link>
        ))}
      </nav>
      <ListViews actor={actor} list="media" address={routes.newsroom.media()} asked={asked} />
      <MediaLibrary
        query={query}
        shelves={{ collections, uploaders }}
        canBin={can(actor, "asset.delete")}
        told={countWords({ ...counted, kind })}
      >
        {assets.length > 0 ? (
          <BulkLibrary
            // What was chosen and told of one page says nothing of another.
            key={at({})}
            assets={assets}
            label={kind ? SHELVES[kind] : "Files"}
            mayEdit={can(actor, "asset.edit") && !query.bin}
            mayBin={can(actor, "asset.delete")}
            inBin={Boolean(query.bin)}
            collections={collections}
            collection={collection}
            timeZone={timeZone}
            actions={{
              edit: saveAssets,
              undo: undoAssets,
              bin: binMany,
              unbin: unbinMany,
              collect,
              makeCollection,
              takeOut,
            }}
          />
        ) : (
          <NothingHere query={query} mayUpload={can(actor, "asset.upload")} />
        )}
        <Pager
          first={query.cursor ? at({ cursor: null }) : undefined}
          next={next ? at({ cursor: next }) : undefined}
          firstName="First page"
          nextName="Next page"
        />
      </MediaLibrary>
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

function NothingHere({ query, mayUpload }: { query: LibraryQuery; mayUpload: boolean }) {
  const { one, many } = query.kind ? KIND_NAMES[query.kind] : { one: "file", many: "files" };
  if (query.cursor) return <Empty title={`There are no more ${many}`} />;
  if (query.bin) return <Empty title="Nothing in the bin is so">What is deleted can be had back for 30 days.</Empty>;
  if (isNarrowed({ ...query, kind: null })) {
    return (
      <Empty title={query.q ? `No ${one} says “${query.q}”` : `No ${one} is so`}>
        Try fewer or other words, take a filter away, or{" "}
        <Link href={routes.newsroom.media()} className="text-link underline">
          look at everything
        </Link>
        .
      </Empty>
    );
  }
  return (
    <Empty title={`No ${many} yet`}>
      {mayUpload
        ? "Drop the first ones above. Their captions, credits and keywords are read, and can be changed for many at once."
        : "Whoever may upload brings the first ones."}
    </Empty>
  );
}

import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { FormDialog } from "@/components/newsroom/form-dialog";
import { Link } from "@/components/newsroom/link";
import { MediaTabs } from "@/components/newsroom/media/media-tabs";
import { listingOf } from "@/components/newsroom/pager";
import { Row, Rows } from "@/components/newsroom/panel";
import { SearchForm } from "@/components/newsroom/search-form";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { listCollections } from "@/domain/media/collecting";
import { libraryAddress } from "@/domain/media/library";
import { can } from "@/domain/people/staff";
import type { Asked } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { addCollection, dropCollection, saveCollection } from "./actions";
import { EditCollection, NewCollection } from "./forms";

export const metadata: Metadata = { title: "Collections" };

/** The collections of the library: named sets, such as of one event. */
export default async function CollectionsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const [actor, params] = await Promise.all([currentActor(), searchParams]);
  const { search } = listingOf(params);
  const collections = await read(listCollections(actor, { search }));
  const mayMake = can(actor, "asset.edit");
  return (
    <>
      <PageHeader
        title="Collections"
        intro="Named sets of files, such as of one event. A file may stand in many, and stays in the library when one goes."
      >
        {mayMake && <NewCollection action={addCollection} />}
      </PageHeader>
      <MediaTabs />
      <SearchForm action={routes.newsroom.collections()} label="Search collections" asked={{ search }} />
      <ListViews actor={actor} list="collections" address={routes.newsroom.collections()} asked={params} />
      {collections.length === 0 ? (
        <Empty title={search ? `No collection fits “${search}”` : "No collections yet"}>
          {search
            ? "Try fewer letters."
            : mayMake
              ? "Make one here, or choose files in the library and put them into a new one."
              : "They are made by those who may edit files."}
        </Empty>
      ) : (
        <Rows label="Collections">
          {collections.map(({ id, name, description, count, by }) => (
            <Row
              key={id}
              actions={
                can(actor, "asset.edit", { ownerId: by.id }) && (
                  <>
                    <EditCollection action={saveCollection} id={id} name={name} description={description} />
                    <FormDialog
                      open="Delete"
                      openLook="quiet"
                      about={` ${name}`}
                      title={`Delete “${name}”?`}
                      intro={`${count === 1 ? "The file" : `The ${count} files`} in it will stay in the library. Which they were is not kept.`}
                      action={dropCollection}
                      submit="Delete the collection"
                      look="danger"
                      hidden={{ id }}
                    />
                  </>
                )
              }
            >
              <Link
                href={routes.newsroom.media(libraryAddress({ collection: id }))}
                className="font-semibold text-ink underline"
              >
                {name}
              </Link>
              <p className="text-sm text-muted">
                {count === 1 ? "1 file" : `${count.toLocaleString("en")} files`} · made by {by.name}
              </p>
              {description && <p className="mt-1 text-sm [overflow-wrap:anywhere]">{description}</p>}
            </Row>
          ))}
        </Rows>
      )}
    </>
  );
}

import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentPublication } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { Moment } from "@/components/newsroom/moment";
import { listingOf } from "@/components/newsroom/pager";
import { Row, Rows } from "@/components/newsroom/panel";
import { SearchForm } from "@/components/newsroom/search-form";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { plainText } from "@/domain/articles/body";
import { manageSnippets } from "@/domain/snippets/desk";
import type { Asked } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { addSnippet, changeSnippet, dropSnippet } from "./actions";
import { EditSnippetDialog, NewSnippetDialog, RemoveSnippetDialog } from "./forms";

export const metadata: Metadata = { title: "Snippets" };

export default async function SnippetsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const [actor, publication, params] = await Promise.all([currentActor(), currentPublication(), searchParams]);
  const { search } = listingOf(params);
  const snippets = await read(manageSnippets(actor, { search }));
  return (
    <>
      <PageHeader
        title="Snippets"
        intro="Texts that are used again and again. Whoever writes finds them in the Insert menu; a story gets a copy of its own."
      >
        <NewSnippetDialog action={addSnippet} />
      </PageHeader>
      <SearchForm action={routes.newsroom.snippets()} label="Search snippets" asked={{ search }} />
      <ListViews actor={actor} list="snippets" address={routes.newsroom.snippets()} asked={params} />
      {snippets.length === 0 ? (
        <Empty title={search ? `No snippet fits “${search}”` : "No snippets yet"}>
          {search ? "Try fewer letters." : "Make the first one, such as how to reach a helpline."}
        </Empty>
      ) : (
        <Rows label="Snippets">
          {snippets.map(({ editedBy, editedAt, ...snippet }) => (
            <Row
              key={snippet.id}
              actions={
                <>
                  <EditSnippetDialog action={changeSnippet} snippet={snippet} />
                  <RemoveSnippetDialog action={dropSnippet} snippet={snippet} />
                </>
              }
            >
              <p className="font-semibold [overflow-wrap:anywhere]">{snippet.name}</p>
              <p className="line-clamp-2 text-sm [overflow-wrap:anywhere]">
                {plainText({ version: 1, blocks: snippet.blocks })}
              </p>
              <p className="text-sm text-muted">
                Last edited by {editedBy}, <Moment at={editedAt} timeZone={publication?.timeZone ?? "UTC"} />
              </p>
            </Row>
          ))}
        </Rows>
      )}
    </>
  );
}

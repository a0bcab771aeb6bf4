import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentPublication } from "@/app/_kit/session";
import { Moment } from "@/components/newsroom/moment";
import { Row, Rows } from "@/components/newsroom/panel";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { plainText } from "@/domain/articles/body";
import { manageSnippets } from "@/domain/snippets/desk";
import { addSnippet, changeSnippet, dropSnippet } from "./actions";
import { EditSnippetDialog, NewSnippetDialog, RemoveSnippetDialog } from "./forms";

export const metadata: Metadata = { title: "Snippets" };

export default async function SnippetsPage() {
  const [actor, publication] = await Promise.all([currentActor(), currentPublication()]);
  const snippets = await read(manageSnippets(actor));
  return (
    <>
      <PageHeader
        title="Snippets"
        intro="Texts that are used again and again. Whoever writes finds them in the Insert menu; a story gets a copy of its own."
      >
        <NewSnippetDialog action={addSnippet} />
      </PageHeader>
      {snippets.length === 0 ? (
        <Empty title="No snippets yet">Make the first one, such as how to reach a helpline.</Empty>
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

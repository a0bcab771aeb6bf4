import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { Link } from "@/components/newsroom/link";
import { ManyRows } from "@/components/newsroom/many-rows";
import { Moment } from "@/components/newsroom/moment";
import { listingOf, Pager } from "@/components/newsroom/pager";
import { Panel, Row, Rows } from "@/components/newsroom/panel";
import { SearchForm } from "@/components/newsroom/search-form";
import { Badge } from "@/components/ui/notice";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { listRedirects, listRetired } from "@/domain/redirects/desk";
import type { Redirect, RetiredAddress } from "@/domain/redirects/redirect";
import { type Asked, askedText } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { keep, remove, removeMany, restore, takeIn } from "./actions";
import { EditRedirectDialog, ImportDialog, NewRedirectDialog, RemoveRedirectDialog } from "./forms";

export const metadata: Metadata = { title: "Redirects" };

/** Addresses that lead elsewhere: those made by hand, and those that stories left. */
export default async function RedirectsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const [actor, timeZone, asked] = await Promise.all([currentActor(), currentTimeZone(), searchParams]);
  const { search, cursor } = listingOf(asked);
  const left = askedText(asked.left, 1000);
  const [made, retired] = await read(
    Promise.all([listRedirects(actor, { search, cursor }), listRetired(actor, { search, cursor: left })]),
  );
  const at = (more: Record<string, string | undefined>) => {
    const said = Object.entries({ search, cursor, left, ...more }).filter(
      (each): each is [string, string] => !!each[1],
    );
    return said.length > 0
      ? `${routes.newsroom.redirects()}?${new URLSearchParams(said)}`
      : routes.newsroom.redirects();
  };
  return (
    <>
      <PageHeader title="Redirects" intro="Addresses of this site at which nothing stands, and where they lead.">
        <ImportDialog action={takeIn} />
        <NewRedirectDialog action={keep} />
      </PageHeader>
      <SearchForm action={routes.newsroom.redirects()} label="Search addresses" asked={{ search }} />
      <ListViews actor={actor} list="redirects" address={routes.newsroom.redirects()} asked={{ search }} />
      <Panel title="Made by hand">
        <ManyRows
          label="Made by hand"
          called={["redirect", "redirects"]}
          action={removeMany}
          deeds={[
            {
              submit: "Remove them",
              words: "Removed",
              look: "danger",
              back: { action: restore, words: "Put back" },
            },
          ]}
          rows={made.rows.map((redirect) => ({
            id: redirect.path,
            name: redirect.path,
            told: <Made redirect={redirect} timeZone={timeZone} />,
            actions: (
              <>
                <EditRedirectDialog action={keep} redirect={redirect} />
                <RemoveRedirectDialog action={remove} path={redirect.path} />
              </>
            ),
          }))}
          empty={
            <Empty title={search ? `None fits “${search}”` : "None yet"}>
              {search
                ? "Try fewer letters."
                : "Make one for an address of an older site, or one that was printed wrong. Many can be imported at once."}
            </Empty>
          }
        />
        <Pager first={cursor ? at({ cursor: undefined }) : undefined} next={made.next && at({ cursor: made.next })} />
      </Panel>
      <Panel
        title="Left by stories"
        intro="A story that moved to another section or permalink is still found at each address that it had."
      >
        {retired.rows.length === 0 ? (
          <Empty title={search ? `None fits “${search}”` : "None yet"}>
            {search ? "Try fewer letters." : "No story has moved."}
          </Empty>
        ) : (
          <Rows label="Left by stories">
            {retired.rows.map((address) => (
              <Row key={address.path}>
                <Left address={address} timeZone={timeZone} />
              </Row>
            ))}
          </Rows>
        )}
        <Pager first={left ? at({ left: undefined }) : undefined} next={retired.next && at({ left: retired.next })} />
      </Panel>
    </>
  );
}

function Made({ redirect, timeZone }: { redirect: Redirect; timeZone: string }) {
  const { path, target, headline, articleId, note, editedAt, by, isTaken } = redirect;
  return (
    <>
      <p className="font-semibold break-all">
        {path} {isTaken && <Badge tone="warn">Not in use: a page has this address</Badge>}
      </p>
      {target === null ? (
        <p className="text-sm">Gone (410){note && `: ${note}`}</p>
      ) : (
        <p className="text-sm break-all">
          <span aria-hidden>→ </span>
          <span className="sr-only">leads to </span>
          <a href={target} className="text-link underline">
            {target}
          </a>
        </p>
      )}
      {articleId && (
        <p className="text-sm text-muted">
          The story{" "}
          <Link href={routes.newsroom.article(articleId)} className="text-link underline">
            {headline || "without a headline"}
          </Link>
          , wherever it stands
        </p>
      )}
      <p className="text-sm text-muted">
        {by}, <Moment at={editedAt} timeZone={timeZone} />
      </p>
    </>
  );
}

function Left({ address, timeZone }: { address: RetiredAddress; timeZone: string }) {
  const { path, target, headline, articleId, retiredAt } = address;
  return (
    <>
      <p className="font-semibold break-all">{path}</p>
      <p className="text-sm break-all">
        <span aria-hidden>→ </span>
        <span className="sr-only">leads to </span>
        {target}
      </p>
      <p className="text-sm text-muted">
        <Link href={routes.newsroom.article(articleId)} className="text-link underline">
          {headline || "A story without a headline"}
        </Link>
        , left <Moment at={retiredAt} timeZone={timeZone} />
      </p>
    </>
  );
}

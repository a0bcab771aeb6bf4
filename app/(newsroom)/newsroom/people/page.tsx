import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { Link } from "@/components/newsroom/link";
import { type ManyDeed, ManyRows } from "@/components/newsroom/many-rows";
import { Moment } from "@/components/newsroom/moment";
import { listingOf, Pager, pagesOf } from "@/components/newsroom/pager";
import { Panel, Row, Rows } from "@/components/newsroom/panel";
import { SearchForm } from "@/components/newsroom/search-form";
import { ActionForm } from "@/components/ui/form";
import { Badge } from "@/components/ui/notice";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { isMailOn } from "@/domain/outbound/mail";
import { listInvitations, listStaff, type Person, STAFF_KINDS } from "@/domain/people/desk";
import { ROLE_NAMES } from "@/domain/people/staff";
import type { Asked } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { disableTogether, inviteAgain, invitePerson, revoke } from "./actions";
import { InviteAgainDialog, InviteDialog } from "./invite-dialog";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await currentActor();
  const params = await searchParams;
  const asked = listingOf(params, STAFF_KINDS);
  const [{ rows, next }, invitations, timeZone] = await Promise.all([
    read(listStaff(actor, asked)),
    read(listInvitations(actor)),
    currentTimeZone(),
  ]);
  return (
    <>
      <PageHeader title="People" intro="Who works here, and what each may do.">
        <InviteDialog action={invitePerson} byMail={isMailOn()} />
      </PageHeader>
      <Panel title="Staff">
        <SearchForm
          action={routes.newsroom.people()}
          label="Search names and addresses"
          asked={asked}
          show={{ label: "Show", all: "Everybody", kinds: { ...ROLE_NAMES, disabled: "Disabled accounts" } }}
        />
        <ListViews actor={actor} list="people" address={routes.newsroom.people()} asked={params} />
        <ManyRows
          label="Staff"
          called={["account", "accounts"]}
          action={disableTogether}
          deeds={DEEDS}
          rows={rows.map((person) => ({
            id: person.id,
            // Nobody shuts themselves out.
            name: person.id === actor.id ? undefined : person.name,
            told: <Told person={person} self={person.id === actor.id} timeZone={timeZone} />,
            actions: (
              <>
                {person.disabledAt && <Badge tone="bad">Disabled</Badge>}
                <Badge>{ROLE_NAMES[person.role]}</Badge>
              </>
            ),
          }))}
          empty={<Empty title="Nobody fits">Try fewer letters, or show everybody.</Empty>}
        />
        <Pager {...pagesOf(routes.newsroom.people(), asked, next)} />
      </Panel>
      <Panel
        title="Open invitations"
        intro={
          isMailOn()
            ? "A link works once and expires after seven days."
            : "A link works once and expires after seven days. This paper sends no e-mail (SMTP_URL is not set): links are copied and handed on."
        }
      >
        {invitations.length === 0 ? (
          <p className="text-muted">Nobody has an open invitation.</p>
        ) : (
          <Rows label="Open invitations">
            {invitations.map((invitation) => (
              <Row
                key={invitation.id}
                actions={
                  <>
                    <Badge>{ROLE_NAMES[invitation.role]}</Badge>
                    <InviteAgainDialog
                      action={inviteAgain}
                      id={invitation.id}
                      name={invitation.name}
                      byMail={isMailOn()}
                    />
                    <ActionForm
                      action={revoke}
                      hidden={{ id: invitation.id }}
                      submit="Revoke"
                      about={` the invitation of ${invitation.name}`}
                      look="secondary"
                    />
                  </>
                }
              >
                <p className="font-semibold">{invitation.name}</p>
                <p className="text-sm break-words text-muted">
                  {invitation.email}, expires <Moment at={invitation.expiresAt} timeZone={timeZone} />
                </p>
              </Row>
            ))}
          </Rows>
        )}
      </Panel>
    </>
  );
}

const DEEDS: ManyDeed[] = [
  {
    submit: "Disable",
    words: "Disabled, and signed out everywhere",
    look: "danger",
    fields: { disabled: "yes" },
    back: { action: disableTogether, words: "Enabled again", fields: { disabled: "no" } },
  },
  {
    submit: "Enable",
    words: "Enabled",
    fields: { disabled: "no" },
    back: { action: disableTogether, words: "Disabled again", fields: { disabled: "yes" } },
  },
];

function Told({ person, self, timeZone }: { person: Person; self: boolean; timeZone: string }) {
  return (
    <>
      <Link href={routes.newsroom.person(person.id)} className="font-semibold text-link underline">
        {person.name}
      </Link>
      {self && <span className="text-muted"> (you)</span>}
      <p className="text-sm break-words text-muted">{person.email}</p>
      <p className="text-sm text-muted">
        {person.lastSeenAt ? (
          <>
            Last seen <Moment at={person.lastSeenAt} timeZone={timeZone} />
          </>
        ) : (
          "Not seen lately"
        )}
      </p>
    </>
  );
}

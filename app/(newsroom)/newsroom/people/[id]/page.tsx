import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { FormDialog } from "@/components/newsroom/form-dialog";
import { Link } from "@/components/newsroom/link";
import { Moment } from "@/components/newsroom/moment";
import { Panel } from "@/components/newsroom/panel";
import { Sessions } from "@/components/newsroom/sessions";
import { ActionForm } from "@/components/ui/form";
import { Badge, Notice } from "@/components/ui/notice";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { readPerson } from "@/domain/people/desk";
import { personHasFactor } from "@/domain/people/factor-keeping";
import { ROLE_NAMES } from "@/domain/people/staff";
import { routes } from "@/lib/routes";
import { disable, enable, endAllSessions, endOneSession, giveRole, makeLink, resetFactor } from "./actions";
import { ResetLinkForm, RoleForm } from "./forms";

export const metadata: Metadata = { title: "Person" };

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await currentActor();
  const { id } = await params;
  const [{ person, sessions }, timeZone] = await Promise.all([read(readPerson(actor, id)), currentTimeZone()]);
  const hasFactor = await personHasFactor(actor, id);
  const self = person.id === actor.id;
  return (
    <>
      <Link href={routes.newsroom.people()} className="mb-2 block w-fit text-sm text-link underline">
        All people
      </Link>
      <PageHeader
        title={person.name}
        intro={
          <>
            {person.email}, here since <Moment at={person.createdAt} timeZone={timeZone} />
          </>
        }
      >
        {person.disabledAt && <Badge tone="bad">Disabled</Badge>}
        <Badge>{ROLE_NAMES[person.role]}</Badge>
      </PageHeader>
      {self && (
        <Notice className="mb-8">
          This is you. Nobody changes their own role or disables themselves; another owner can. Your name and password
          are under{" "}
          <Link href={routes.newsroom.account()} className="text-link underline">
            Your account
          </Link>
          .
        </Notice>
      )}
      {!self && (
        <Panel title="Role" intro="A new role counts from their next click on.">
          <RoleForm action={giveRole} id={person.id} role={person.role} />
        </Panel>
      )}
      <Panel
        title="Sessions"
        intro="Where they are signed in. An ended session is out at its next click."
        actions={
          sessions.length > 0 &&
          !self && (
            <ActionForm action={endAllSessions} hidden={{ id: person.id }} submit="End all sessions" look="secondary" />
          )
        }
      >
        {sessions.length === 0 ? (
          <Empty title="Not signed in anywhere" />
        ) : self ? (
          <p className="text-muted">
            Your own sessions are under{" "}
            <Link href={routes.newsroom.account()} className="text-link underline">
              Your account
            </Link>
            .
          </p>
        ) : (
          <Sessions sessions={sessions} end={endOneSession} timeZone={timeZone} />
        )}
      </Panel>
      {!self && !person.disabledAt && (
        <Panel
          title="Password and second factor"
          intro="For who forgot the one or lost the other. The link works once, for 30 minutes; you hand it to them."
        >
          <div className="grid max-w-lg gap-6">
            <ResetLinkForm action={makeLink} id={person.id} name={person.name} />
            {hasFactor ? (
              <FormDialog
                open="Reset second factor"
                openLook="danger"
                title={`Reset ${person.name}’s second factor?`}
                intro="Their authenticator app, passkeys and recovery codes stop working, and they are signed out everywhere. Make sure that it is really them who asks."
                action={resetFactor}
                hidden={{ id: person.id }}
                submit="Reset second factor"
                look="danger"
              />
            ) : (
              <p className="text-sm text-muted">They have no second factor.</p>
            )}
          </div>
        </Panel>
      )}
      {!self && (
        <Panel title="Access">
          {person.disabledAt ? (
            <>
              <p className="mb-4 max-w-prose text-muted">
                Disabled since <Moment at={person.disabledAt} timeZone={timeZone} />. Once enabled, they sign in with
                the password they had.
              </p>
              <ActionForm action={enable} hidden={{ id: person.id }} submit="Enable account" look="secondary" />
            </>
          ) : (
            <>
              <p className="mb-4 max-w-prose text-muted">
                Who is disabled is signed out everywhere at once and cannot sign in. What they wrote stays.
              </p>
              <FormDialog
                open="Disable account"
                openLook="danger"
                title={`Disable ${person.name}?`}
                intro="They are signed out everywhere at once. You can enable the account again."
                action={disable}
                hidden={{ id: person.id }}
                submit="Disable account"
                look="danger"
              />
            </>
          )}
        </Panel>
      )}
    </>
  );
}

import type { Metadata } from "next";
import { currentSessionId } from "@/app/_kit/auth";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { Panel } from "@/components/newsroom/panel";
import { Sessions } from "@/components/newsroom/sessions";
import { ActionForm } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { ownSessions } from "@/domain/people/desk";
import { ROLE_NAMES } from "@/domain/people/staff";
import { changeOwnPassword, endOwnSession, endOwnSessions, rename } from "./actions";
import { NameForm, PasswordForm } from "./forms";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const actor = await currentActor();
  const [sessions, current, timeZone] = await Promise.all([
    read(ownSessions(actor)),
    currentSessionId(),
    currentTimeZone(),
  ]);
  return (
    <>
      <PageHeader title="Your account" intro={`${actor.email}, ${ROLE_NAMES[actor.role].toLowerCase()}`} />
      <Panel
        title="Name"
        intro="What your colleagues see. The name above your stories is your byline, which an editor changes."
      >
        <NameForm action={rename} name={actor.name} />
      </Panel>
      <Panel title="Password" intro="A new password signs you out everywhere but here.">
        <PasswordForm action={changeOwnPassword} email={actor.email} />
      </Panel>
      <Panel
        title="Sessions"
        intro="Where you are signed in. End what you do not know, then change your password."
        actions={
          sessions.length > 1 && <ActionForm action={endOwnSessions} submit="End all other sessions" look="secondary" />
        }
      >
        <Sessions sessions={sessions} current={current} end={endOwnSession} timeZone={timeZone} />
      </Panel>
    </>
  );
}

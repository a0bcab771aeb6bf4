import type { Metadata } from "next";
import { currentSessionId } from "@/app/_kit/auth";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { Panel } from "@/components/newsroom/panel";
import { SecondFactor } from "@/components/newsroom/people/second-factor";
import { Sessions } from "@/components/newsroom/sessions";
import { ActionForm } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { lettersChosen } from "@/domain/notices/choosing";
import { ownSessions } from "@/domain/people/desk";
import { ownFactors } from "@/domain/people/factor-keeping";
import { can, ROLE_NAMES } from "@/domain/people/staff";
import { ownProfile } from "@/domain/taxonomy/desk";
import { routes } from "@/lib/routes";
import { changeOwnPassword, chooseOwnLetters, endOwnSession, endOwnSessions, rename, saveOwnProfile } from "./actions";
import * as factorActions from "./factors/actions";
import { LettersForm, NameForm, PasswordForm, ProfileForm } from "./forms";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const actor = await currentActor();
  const [sessions, current, timeZone, profile, factors, letters] = await Promise.all([
    read(ownSessions(actor)),
    currentSessionId(),
    currentTimeZone(),
    // The rest of the page is for everybody.
    can(actor, "profile.edit", { ownerId: actor.id }) ? read(ownProfile(actor)) : null,
    ownFactors(actor),
    lettersChosen(actor),
  ]);
  const { confirm: _, ...factorDeeds } = factorActions;
  return (
    <>
      <PageHeader title="Your account" intro={`${actor.email}, ${ROLE_NAMES[actor.role].toLowerCase()}`} />
      <Panel
        title="Name"
        intro="What your colleagues see. The name above your stories is your byline, which an editor changes."
      >
        <NameForm action={rename} name={actor.name} />
      </Panel>
      {profile && (
        <Panel
          title="Profile"
          intro={
            <>
              What readers learn of you on your byline’s page, as {profile.name}
              {profile.title && `, ${profile.title}`}.{" "}
              {profile.live ? (
                <a href={routes.byline(profile.slug)} className="text-link underline">
                  View it
                </a>
              ) : (
                "It opens with your first published story."
              )}
            </>
          }
        >
          <ProfileForm action={saveOwnProfile} profile={profile} portrait={profile.portrait} />
        </Panel>
      )}
      <Panel
        title="Notices"
        intro="What concerns you stands under the bell. What you have not read there within two minutes can come by e-mail too."
      >
        {letters === null ? (
          <p className="text-muted">This newsroom sends no e-mail.</p>
        ) : (
          <LettersForm action={chooseOwnLetters} byMail={letters} />
        )}
      </Panel>
      <Panel title="Password" intro="A new password signs you out everywhere but here.">
        <PasswordForm action={changeOwnPassword} email={actor.email} />
      </Panel>
      <Panel
        title="Second factor"
        intro={
          factors.required
            ? "Your role asks for one: besides the password, something that only you have."
            : "Besides the password, something that only you have. Who has your password alone then stays out."
        }
      >
        <SecondFactor factors={factors} deeds={factorDeeds} timeZone={timeZone} />
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

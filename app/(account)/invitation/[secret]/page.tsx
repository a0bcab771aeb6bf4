import type { Metadata } from "next";
import { currentPublication } from "@/app/_kit/session";
import { Door } from "@/components/newsroom/door";
import { buttonClass } from "@/components/ui/button";
import { findInvitation } from "@/domain/people/inviting";
import { ROLE_NAMES } from "@/domain/people/staff";
import { routes } from "@/lib/routes";
import { join } from "./actions";
import { InvitationForm } from "./form";

export const metadata: Metadata = { title: "Invitation" };

export default async function InvitationPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const [publication, invitation] = await Promise.all([currentPublication(), findInvitation(secret)]);
  const publicationName = publication?.name ?? "Masthead";
  if (!invitation) {
    return (
      <Door
        publicationName={publicationName}
        title="This invitation no longer works"
        intro="A link works once, and for seven days. Ask whoever invited you for a new one. If you have joined already, sign in."
      >
        <a href={routes.signIn()} className={buttonClass("primary")}>
          Sign in
        </a>
      </Door>
    );
  }
  return (
    <Door
      publicationName={publicationName}
      title="Join the newsroom"
      intro={`You are invited as ${ROLE_NAMES[invitation.role].toLowerCase()}. Check your name and choose a password.`}
    >
      <InvitationForm action={join} secret={secret} email={invitation.email} name={invitation.name} />
    </Door>
  );
}

import { and, eq, isNull } from "drizzle-orm";
import { db, transact } from "@/db/client";
import { invitations, passwordResets, staff } from "@/db/schema";
import type { Letter } from "@/domain/mail/letter";
import type { LetterIds } from "@/domain/mail/planning";
import { readPublication } from "@/domain/settings/published";
import { DAY, MINUTE, now } from "@/lib/clock";
import { getEnv } from "@/lib/env";
import { newSecret } from "@/lib/id";
import { routes } from "@/lib/routes";
import { INVITATION_DAYS } from "./invitation";
import { isOpen } from "./inviting";
import { isResetOpen, RESET_MINUTES } from "./resetting";
import { secretHashOf } from "./secret-hash";
import { ROLE_NAMES } from "./staff";

// The secret of a link is made as its letter is sent, and is kept nowhere but in the letter. A letter that is tried again
// has another: the one before reached nobody.

/** Asks somebody to join. The seven days begin when it is sent. */
export async function composeInvitation({ invitationId = "" }: LetterIds): Promise<Letter | null> {
  const secret = newSecret();
  const paper = await paperName();
  return transact(async (tx) => {
    const [invitation] = await tx
      .update(invitations)
      .set({ secretHash: secretHashOf(secret), expiresAt: new Date(now().getTime() + INVITATION_DAYS * DAY) })
      .where(and(eq(invitations.id, invitationId), await isOpen(tx)))
      .returning();
    if (!invitation) return null;
    const [inviter] = await tx.select({ name: staff.name }).from(staff).where(eq(staff.id, invitation.invitedBy));
    return {
      to: { name: invitation.name, address: invitation.email },
      subject: `Join the newsroom of ${paper}`,
      paragraphs: [
        `Hello ${invitation.name},`,
        `${inviter?.name} invites you to the newsroom of ${paper}, as ${ROLE_NAMES[invitation.role].toLowerCase()}. Open this link, choose a password, and you are in:`,
        absolute(routes.invitation(secret)),
        `The link works once, and for ${INVITATION_DAYS} days. If you do not know what this is about, leave it: nothing happens.`,
      ],
    };
  });
}

/** The link to a new password. The half hour begins when it is sent. */
export async function composePasswordReset({ resetId = "" }: LetterIds): Promise<Letter | null> {
  const secret = newSecret();
  const paper = await paperName();
  return transact(async (tx) => {
    const at = now();
    const [reset] = await tx
      .update(passwordResets)
      .set({ secretHash: secretHashOf(secret), expiresAt: new Date(at.getTime() + RESET_MINUTES * MINUTE) })
      .where(and(eq(passwordResets.id, resetId), isNull(passwordResets.usedAt), isResetOpen()))
      .returning({ staffId: passwordResets.staffId });
    if (!reset) return null;
    const [person] = await tx
      .select({ name: staff.name, email: staff.email })
      .from(staff)
      .where(and(eq(staff.id, reset.staffId), isNull(staff.disabledAt)));
    if (!person) return null;
    return {
      to: { name: person.name, address: person.email },
      subject: `A new password for ${paper}`,
      paragraphs: [
        `Hello ${person.name},`,
        `Somebody, most likely you, asked for a new password for the newsroom of ${paper}. Choose it here:`,
        absolute(routes.reset(secret)),
        `The link works once, and for ${RESET_MINUTES} minutes. If you did not ask for it, leave it: your password stays as it is.`,
      ],
    };
  });
}

/** Tells somebody that their password is another now, in case it was not them. */
export function composePasswordChanged({ staffId = "" }: LetterIds): Promise<Letter | null> {
  return warning(staffId, "Your password was changed", "The password of your account was changed.");
}

/** Tells somebody that an owner took their second factor away. */
export function composeFactorReset({ staffId = "" }: LetterIds): Promise<Letter | null> {
  return warning(
    staffId,
    "Your second factor was reset",
    "An owner removed the authenticator app, the recovery codes and the passkeys of your account. You sign in with your password alone until you set up new ones.",
  );
}

async function warning(staffId: string, subject: string, what: string): Promise<Letter | null> {
  const [person] = await db()
    .select({ name: staff.name, email: staff.email })
    .from(staff)
    .where(and(eq(staff.id, staffId), isNull(staff.disabledAt)));
  if (!person) return null;
  const paper = await paperName();
  return {
    to: { name: person.name, address: person.email },
    subject: `${subject}: ${paper}`,
    paragraphs: [
      `Hello ${person.name},`,
      `${what} If you know of it, there is nothing to do. If not, tell an owner of ${paper} at once.`,
      absolute(routes.newsroom.account()),
    ],
  };
}

async function paperName(): Promise<string> {
  return (await readPublication())?.name ?? "Masthead";
}

function absolute(path: string): string {
  return getEnv().SITE_URL + path;
}

import { and, eq, gt, isNull } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { invitations, staff } from "@/db/schema";
import { record } from "@/domain/events/record";
import { planLetter } from "@/domain/mail/planning";
import { isMailOn } from "@/domain/outbound/mail";
import { readPublication } from "@/domain/settings/published";
import { DAY, now } from "@/lib/clock";
import { newSecret } from "@/lib/id";
import { notFound, Refusal } from "@/lib/refusal";
import { authorize } from "./authorize";
import { isStillGiven } from "./giving";
import { refuseGuessable } from "./guessable";
import { type AcceptInvitation, INVITATION_DAYS, type Invite } from "./invitation";
import { addStaff } from "./joining";
import { hashPassword } from "./password";
import { refuseAbove } from "./role-keeping";
import { secretHashOf } from "./secret-hash";
import type { Actor, Role } from "./staff";

/**
 * Invites somebody to the staff.
 * @returns the secret of the link, which is kept nowhere: it can be shown this once.
 * @throws Refusal "conflict" if the address is on the staff, or has an invitation that still works.
 */
export function invite(actor: Actor, who: Invite): Promise<{ id: string; secret: string }> {
  const secret = newSecret();
  return transact(async (tx) => ({ id: await writeInvitation(tx, actor, who, secret), secret }));
}

/** As `invite`, by a letter: the secret is made as it is sent. @throws Refusal "conflict" also where the paper sends none */
export function inviteByMail(actor: Actor, who: Invite): Promise<{ id: string }> {
  return transact(async (tx) => {
    const id = await writeInvitation(tx, actor, who, newSecret());
    refuseWithoutMail();
    await planLetter(tx, "invitation", { invitationId: id });
    return { id };
  });
}

async function writeInvitation(tx: Db, actor: Actor, { email, name, role }: Invite, secret: string): Promise<string> {
  authorize(actor, "staff.manage");
  await refuseAbove(tx, actor, role);
  await refuseKnown(tx, email);
  const [waiting] = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.email, email), await isOpen(tx)));
  if (waiting) throw refusedEmail("An invitation to this address is still open. Send it again, or revoke it first.");
  const at = now();
  const [row] = await tx
    .insert(invitations)
    .values({
      secretHash: secretHashOf(secret),
      email,
      name,
      role,
      invitedBy: actor.id,
      createdAt: at,
      expiresAt: expiry(),
    })
    .returning({ id: invitations.id });
  if (!row) throw new Error("The invitation was not written");
  await record(tx, actor, "staff.invited", row.id, { role });
  return row.id;
}

/**
 * Gives an open invitation a new link in place of the one before, which may be lost, and its seven days anew.
 * @returns the secret of the link, to be shown this once. @throws Refusal "not-found" if it is no longer open
 */
export function renewInvitation(actor: Actor, { id }: { id: string }): Promise<{ name: string; secret: string }> {
  const secret = newSecret();
  return transact(async (tx) => ({ name: await renew(tx, actor, id, secret), secret }));
}

/** As `renewInvitation`, by a letter. @throws Refusal "conflict" also where the paper sends none */
export function mailInvitation(actor: Actor, { id }: { id: string }): Promise<void> {
  return transact(async (tx) => {
    await renew(tx, actor, id, newSecret());
    refuseWithoutMail();
    await planLetter(tx, "invitation", { invitationId: id });
  });
}

async function renew(tx: Db, actor: Actor, id: string, secret: string): Promise<string> {
  authorize(actor, "staff.manage");
  const [row] = await tx
    .update(invitations)
    .set({ secretHash: secretHashOf(secret), expiresAt: expiry() })
    .where(and(eq(invitations.id, id), await isOpen(tx)))
    .returning({ name: invitations.name, role: invitations.role });
  if (!row) throw notFound("invitation");
  await refuseAbove(tx, actor, row.role);
  await record(tx, actor, "invitation.renewed", id);
  return row.name;
}

function expiry(): Date {
  return new Date(now().getTime() + INVITATION_DAYS * DAY);
}

/** Takes an invitation back: its link stops working. @throws Refusal "not-found" if it is no longer open */
export function revokeInvitation(actor: Actor, { id }: { id: string }) {
  return transact(async (tx) => {
    authorize(actor, "staff.manage");
    const revoked = await tx
      .update(invitations)
      .set({ revokedAt: now() })
      .where(and(eq(invitations.id, id), await isOpen(tx)))
      .returning({ id: invitations.id });
    if (revoked.length === 0) throw notFound("invitation");
    return record(tx, actor, "invitation.revoked", id);
  });
}

/** Whom a link invites; null when it expired, was used or revoked, or never was one. For whoever holds the link. */
export async function findInvitation(secret: string): Promise<{ name: string; email: string; role: Role } | null> {
  const [row] = await db()
    .select({ name: invitations.name, email: invitations.email, role: invitations.role })
    .from(invitations)
    .where(and(eq(invitations.secretHash, secretHashOf(secret)), await isOpen(db())));
  return row ?? null;
}

/**
 * Makes whoever holds the link a member of the staff, under the invited address and role. A link works once.
 * @returns the address they sign in with.
 */
export async function acceptInvitation({ secret, name, password }: AcceptInvitation): Promise<{ email: string }> {
  // Hashing is dear: nobody without a link is given any.
  const invited = await findInvitation(secret);
  if (!invited) throw closed();
  refuseGuessable(password, [name, invited.email, (await readPublication())?.name ?? ""]);
  const passwordHash = await hashPassword(password);
  return transact(async (tx) => {
    const [invitation] = await tx
      .update(invitations)
      .set({ acceptedAt: now() })
      .where(and(eq(invitations.secretHash, secretHashOf(secret)), await isOpen(tx)))
      .returning({ id: invitations.id, email: invitations.email, role: invitations.role });
    if (!invitation) throw closed();
    await refuseKnown(tx, invitation.email);
    const id = await addStaff(tx, { email: invitation.email, role: invitation.role, name, passwordHash });
    await record(tx, { id }, "staff.joined", id, { invitationId: invitation.id });
    return { email: invitation.email };
  });
}

/** The condition that an invitation can still be accepted, and whoever gave it still might. */
export async function isOpen(tx: Db) {
  return and(
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, now()),
    await isStillGiven(tx, invitations.invitedBy, invitations.role),
  );
}

function refuseWithoutMail(): void {
  if (!isMailOn()) throw new Refusal("conflict", "This paper sends no e-mail. Copy the link instead.");
}

async function refuseKnown(tx: Db, email: string): Promise<void> {
  const [known] = await tx.select({ id: staff.id }).from(staff).where(eq(staff.email, email));
  if (known) throw refusedEmail("Somebody with this e-mail address is on the staff already.");
}

function refusedEmail(message: string): Refusal {
  return new Refusal("conflict", message, { email: message });
}

function closed(): Refusal {
  return new Refusal("not-found", "This invitation no longer works. Ask whoever invited you for a new link.");
}

import { z } from "zod";
import { Email, Password, PersonName, ROLES, type Role } from "./staff";

/** How long an invitation's link works, in days. */
export const INVITATION_DAYS = 7;

export const Invite = z.object({
  name: PersonName,
  email: Email,
  role: z.enum(ROLES, "Choose a role."),
});
export type Invite = z.infer<typeof Invite>;

export const AcceptInvitation = z.object({ secret: z.string(), name: PersonName, password: Password });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

/** An invitation that still waits to be accepted. */
export type Invitation = { id: string; name: string; email: string; role: Role; createdAt: Date; expiresAt: Date };

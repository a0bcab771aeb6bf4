import { z } from "zod";
import { idsField } from "@/lib/many";
import { about, type Capability, type Grants, type Reach } from "./capability";

export type { Capability } from "./capability";

export const ROLES = ["owner", "editor", "reporter", "contributor"] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Record<Role, string> = {
  owner: "Owner",
  editor: "Editor",
  reporter: "Reporter",
  contributor: "Contributor",
};

/**
 * Who acts: a member of the staff who is signed in, or whom a job or the command line acts for, with all that they may.
 * It comes from the database (actors.ts), anew at each request.
 */
export type Actor = {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** What the matrix gives their role. */
  grants: Grants;
  /** The sections of their desks; null for who is on no desk, whom none limits. */
  sectionIds: readonly string[] | null;
};

/** What of an actor it takes to tell what they may. */
export type Granted = Pick<Actor, "id" | "grants" | "sectionIds">;

/** Something that belongs to a member of the staff, and may stand in a section. */
export type Owned = { ownerId: string; sectionId?: string | null };

/** How far a capability of the actor reaches: to what is their own, to anything, or to nothing. */
export function reach(actor: Pick<Actor, "grants">, capability: Capability): Reach {
  return actor.grants[capability] ?? "nothing";
}

/** Whether the actor may. Without a subject: whether there is anything at all to which they might. Pure, so that buttons ask it too. */
export function can(actor: Granted, capability: Capability, subject?: Owned): boolean {
  const grant = reach(actor, capability);
  if (grant === "nothing" || subject === undefined) return grant !== "nothing";
  const isOwn = subject.ownerId === actor.id;
  const { desk } = about(capability);
  if (!desk || isOnDesk(actor, subject)) return grant === "any" || isOwn;
  return desk === "others" && isOwn;
}

/** Whether a subject is within the reach of the actor's desks. What stands in no section is within everybody's. */
function isOnDesk({ sectionIds }: Pick<Actor, "sectionIds">, { sectionId }: Owned): boolean {
  return sectionIds === null || !sectionId || sectionIds.includes(sectionId);
}

export const Password = z.string().min(12, "Use at least 12 characters.").max(200, "Use at most 200 characters.");

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("Enter an e-mail address, such as name@example.com.").max(254));

/** An e-mail address as readers are shown it; empty for none. */
export const OptionalEmail = z
  .string()
  .trim()
  .max(254)
  .default("")
  .refine(
    (text) => text === "" || z.email().safeParse(text).success,
    "Enter an e-mail address, such as desk@example.com.",
  );

/** A telephone number as readers are shown it; empty for none. */
export const OptionalPhone = z
  .string()
  .trim()
  .default("")
  .refine(
    (text) => text === "" || /^\+?[\d\s().-]{4,30}$/.test(text),
    "Enter a telephone number, such as +44 20 7946 0000.",
  );

export const PersonName = z.string().trim().min(1, "Enter a name.").max(100, "Use at most 100 characters.");

export const ChangeRole = z.object({ id: z.string(), role: z.enum(ROLES, "Choose a role.") });
export type ChangeRole = z.infer<typeof ChangeRole>;

/** Some accounts that are disabled together, or enabled. */
export const DisableMany = z.object({ ids: idsField("people"), disabled: z.enum(["yes", "no"]) });
export type DisableMany = z.infer<typeof DisableMany>;

export const ChangePassword = z.object({
  currentPassword: z.string().min(1, "Enter your present password."),
  password: Password,
});
export type ChangePassword = z.infer<typeof ChangePassword>;

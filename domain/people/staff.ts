import { z } from "zod";

export const ROLES = ["owner", "editor", "reporter", "contributor"] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Record<Role, string> = {
  owner: "Owner",
  editor: "Editor",
  reporter: "Reporter",
  contributor: "Contributor",
};

export type Capability =
  | "article.create"
  | "article.read"
  | "article.edit"
  | "article.submit"
  | "article.return"
  | "article.plan"
  | "article.publish"
  | "article.unpublish"
  | "asset.read"
  | "asset.upload"
  | "asset.edit"
  | "taxonomy.manage"
  | "profile.edit"
  | "about.edit"
  | "snippet.manage"
  | "style.manage"
  | "staff.manage"
  | "settings.manage";

/** Whether a role may do a thing to what is its own, or to anything. */
type Grants = Partial<Record<Capability, "own" | "any">>;

const contributor: Grants = {
  "article.create": "any",
  "article.read": "own",
  "article.edit": "own",
  "asset.read": "any",
  "asset.upload": "any",
  "asset.edit": "own",
  "profile.edit": "own",
};
const reporter: Grants = { ...contributor, "article.read": "any", "article.submit": "own", "article.plan": "own" };
const editor: Grants = {
  ...reporter,
  "article.edit": "any",
  "article.submit": "any",
  "article.return": "any",
  "article.plan": "any",
  "article.publish": "any",
  "article.unpublish": "any",
  "asset.edit": "any",
  "taxonomy.manage": "any",
  "profile.edit": "any",
  "about.edit": "any",
  "snippet.manage": "any",
  "style.manage": "any",
};
const owner: Grants = { ...editor, "staff.manage": "any", "settings.manage": "any" };

const GRANTS: Record<Role, Grants> = { owner, editor, reporter, contributor };

/** Who acts: a member of the staff who is signed in, or whom a job or the command line acts for. */
export type Actor = { id: string; name: string; email: string; role: Role };

/** Something that belongs to a member of the staff. */
export type Owned = { ownerId: string };

/** How far a capability of the actor reaches: to what is their own, to anything, or to nothing. */
export function reach(actor: Pick<Actor, "role">, capability: Capability): "own" | "any" | "nothing" {
  return GRANTS[actor.role][capability] ?? "nothing";
}

/** Whether the actor may. Without a subject: whether there is anything at all to which they might. Pure, so that buttons ask it too. */
export function can(actor: Pick<Actor, "id" | "role">, capability: Capability, subject?: Owned): boolean {
  const grant = reach(actor, capability);
  if (grant === "own") return subject === undefined || subject.ownerId === actor.id;
  return grant === "any";
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

export const ChangePassword = z.object({
  currentPassword: z.string().min(1, "Enter your present password."),
  password: Password,
});
export type ChangePassword = z.infer<typeof ChangePassword>;

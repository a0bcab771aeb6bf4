import { z } from "zod";
import { type Actor, can } from "@/domain/people/staff";
import type { Asked } from "@/lib/asked";

/** The lists of the newsroom of which somebody may keep a view. */
export const LISTS = [
  "articles",
  "media",
  "people",
  "bylines",
  "topics",
  "audit",
  "activity",
  "board",
  "redirects",
  "series",
  "calendar",
  "notices",
  "snippets",
  "keywords",
  "collections",
] as const;
export type List = (typeof LISTS)[number];

/** How many views somebody may keep of one list. */
export const MOST_VIEWS = 30;

export const SaveView = z.object({
  list: z.enum(LISTS),
  name: z.string().trim().min(1, "Give the view a name.").max(60, "Use at most 60 characters."),
  query: z
    .string()
    .max(1000)
    .transform(viewQuery)
    .pipe(z.string().min(1, "Narrow the list first: then keep the view.")),
  shared: z.literal("on").optional(),
});
export type SaveView = z.infer<typeof SaveView>;

export const RemoveView = z.object({ id: z.string() });
export type RemoveView = z.infer<typeof RemoveView>;

export type View = { id: string; name: string; query: string; shared: boolean; ownerId: string; owner: string };

/** Whether the actor may take a view away: their own, or one that is shared with all. */
export function mayRemove(actor: Actor, { ownerId, shared }: Pick<View, "ownerId" | "shared">) {
  return ownerId === actor.id || (shared && can(actor, "view.share"));
}

/**
 * The one form of a list's query: its parameters in order of their names, without empty ones and without the page one is on.
 * Two addresses of one form are one view.
 */
export function viewQuery(query: string | URLSearchParams): string {
  const said = [...new URLSearchParams(query)]
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([name, value]) => value && name !== "cursor" && /^[a-z-]{1,20}$/i.test(name) && value.length <= 200);
  return new URLSearchParams(Object.fromEntries(said.sort(([one], [other]) => (one < other ? -1 : 1)))).toString();
}

/** The same of what a page was asked. */
export function askedQuery(asked: Asked): string {
  const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";
  return viewQuery(new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, first(value)])));
}

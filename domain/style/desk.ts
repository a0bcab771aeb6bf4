import { asc } from "drizzle-orm";
import { db } from "@/db/client";
import { styleRules } from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import type { StyleRule } from "./style";

/** The words that the house avoids, for whoever writes. */
export async function listStyleRules(actor: Actor): Promise<StyleRule[]> {
  authorize(actor, "article.edit");
  return rules();
}

/** The same for whoever keeps them. */
export async function manageStyleRules(actor: Actor): Promise<StyleRule[]> {
  authorize(actor, "style.manage");
  return rules();
}

async function rules(): Promise<StyleRule[]> {
  const rows = await db().select().from(styleRules).orderBy(asc(styleRules.avoid), asc(styleRules.id));
  return rows.map(({ createdAt, ...rule }) => rule);
}

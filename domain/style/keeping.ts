import { eq, ne } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { styleRules } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { notFound, Refusal } from "@/lib/refusal";
import type { EditStyleRule, NewStyleRule, OneStyleRule } from "./style";

/** Adds a rule to the house's style. @throws Refusal "forbidden", "conflict" if there is one for this word */
export function addStyleRule(actor: Actor, rule: NewStyleRule): Promise<Event> {
  return transact(async (tx) => {
    authorize(actor, "style.manage");
    await refuseTaken(tx, rule);
    const [row] = await tx
      .insert(styleRules)
      .values({ ...rule, createdAt: now() })
      .returning({ id: styleRules.id });
    if (!row) throw new Error("The rule was not written");
    return record(tx, actor, "style-rule.created", row.id);
  });
}

/** @throws Refusal "forbidden", "not-found", "conflict" */
export function editStyleRule(actor: Actor, { id, ...rule }: EditStyleRule): Promise<Event> {
  return transact(async (tx) => {
    authorize(actor, "style.manage");
    await refuseTaken(tx, rule, id);
    const changed = await tx.update(styleRules).set(rule).where(eq(styleRules.id, id)).returning({ id: styleRules.id });
    if (changed.length === 0) throw notFound("rule");
    return record(tx, actor, "style-rule.edited", id);
  });
}

/** @throws Refusal "forbidden", "not-found" */
export function removeStyleRule(actor: Actor, { id }: OneStyleRule): Promise<Event> {
  return transact(async (tx) => {
    authorize(actor, "style.manage");
    const gone = await tx.delete(styleRules).where(eq(styleRules.id, id)).returning({ id: styleRules.id });
    if (gone.length === 0) throw notFound("rule");
    return record(tx, actor, "style-rule.removed", id);
  });
}

/** Two rules for one word contradict each other, unless they tell its cases apart. */
async function refuseTaken(tx: Db, { avoid, matchCase }: NewStyleRule, but = ""): Promise<void> {
  const rules = await tx.select({ avoid: styleRules.avoid }).from(styleRules).where(ne(styleRules.id, but));
  // SQLite's lower() knows the capitals of English alone.
  const folded = (word: string) => (matchCase ? word : word.toLowerCase());
  const taken = rules.find((rule) => folded(rule.avoid) === folded(avoid));
  if (!taken) return;
  const message = `There is already a rule for “${taken.avoid}”.`;
  throw new Refusal("conflict", message, { avoid: message });
}

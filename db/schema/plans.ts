import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { articles } from "./articles";
import { instant } from "./columns";
import { staff } from "./people";

/** Where each article is in the newsroom's work, and what is planned for it: one row an article, from its beginning. */
export const plans = sqliteTable(
  "plans",
  {
    articleId: text()
      .primaryKey()
      .references(() => articles.id),
    /** One of domain/articles/stage.ts; null while nothing is under way, as in a story that is out. */
    stage: text({ enum: ["idea", "assigned", "drafting", "review", "ready", "held", "killed"] }),
    /** Since when, and by whose step. */
    since: instant().notNull(),
    byId: text()
      .notNull()
      .references(() => staff.id),
    /** Why it was returned, held or killed; empty for other steps. */
    reason: text().notNull().default(""),
    /** Of what is held or killed: to which stage it goes back. */
    before: text({ enum: ["idea", "assigned", "drafting", "review", "ready"] }),
    /** Whose it is, where that is not who began it. */
    assigneeId: text().references(() => staff.id),
    /** What they are asked for. */
    brief: text().notNull().default(""),
    deadlineAt: instant(),
    /** When it should come out; nothing happens by itself then. */
    plannedFor: instant(),
  },
  (table) => [
    // The board's columns.
    index("plans_stage").on(table.stage, table.since),
    // What is assigned to one person.
    index("plans_assignee").on(table.assigneeId),
    // The calendar.
    index("plans_deadline").on(table.deadlineAt),
    index("plans_planned").on(table.plannedFor),
  ],
);

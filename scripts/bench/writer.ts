import { setTimeout as pause } from "node:timers/promises";
import { and, eq, isNull } from "drizzle-orm";
import { closeDatabase, db, transact } from "@/db/client";
import { bylines, schedules, sections, staff, topics } from "@/db/schema";
import { createArticle, saveDraft } from "@/domain/articles/editing";
import { publishArticle, unpublishArticle } from "@/domain/articles/publication";
import { schedulePublication, scheduleUnpublication } from "@/domain/articles/scheduling";
import { findActor } from "@/domain/people/actors";
import { DAY, now } from "@/lib/clock";
import { isoInZone } from "@/lib/time";
import { contentAfter, WHERE, ZONE } from "./deeds";

// Publishes, updates and unpublishes one story of the demonstration edition when it is told to, in a process of its own:
// by the domain's verbs, as the command line or an import does (HOW=verbs), or by what is planned, which the paper's own
// jobs then do (HOW=jobs). Each message is the number of a deed; it is answered once the deed is committed.

const { MARK = "deed", SLUG = "bench-story", HOW = "verbs" } = process.env;
const [boss] = await db().select({ id: staff.id }).from(staff).where(eq(staff.role, "owner"));
const found = boss && (await findActor(db(), boss.id));
const [[section], [topic], [byline]] = await Promise.all([
  db().select().from(sections).where(eq(sections.slug, WHERE.section)),
  db().select().from(topics).where(eq(topics.slug, WHERE.topic)),
  db().select().from(bylines).where(eq(bylines.slug, WHERE.byline)),
]);
if (!found || !section || !topic || !byline) throw new Error("The demonstration edition is not there");
const editor = found;
const place = { mark: MARK, slug: SLUG, sectionId: section.id, topicId: topic.id, bylineId: byline.id };

const { subjectId: id } = await createArticle(editor);
let version = 1;

async function write(deed: number): Promise<void> {
  const result = await saveDraft(editor, { id, version, content: contentAfter(deed, place) });
  if (!("saved" in result)) throw new Error("The draft was not saved");
  version = result.saved.version;
}

async function byVerbs(deed: number): Promise<void> {
  if (deed % 3 === 2) await unpublishArticle(editor, { id });
  else await publishArticle(editor, { id, version });
}

const pending = and(eq(schedules.articleId, id), isNull(schedules.outcome));

/** Plans are made by the minute: so for tomorrow, and then their time has come. @returns once the paper has done it */
async function byJobs(deed: number): Promise<void> {
  const at = isoInZone(new Date(now().getTime() + DAY), ZONE).slice(0, 16);
  if (deed % 3 === 2) await scheduleUnpublication(editor, { id, at });
  else await schedulePublication(editor, { id, version, at });
  await transact((tx) => tx.update(schedules).set({ at: now() }).where(pending));
  while ((await db().select({ id: schedules.id }).from(schedules).where(pending)).length > 0) await pause(2);
}

process.on("message", async (deed: number) => {
  if (deed % 3 !== 2) await write(deed);
  await (HOW === "jobs" ? byJobs(deed) : byVerbs(deed));
  process.send?.(deed);
});
process.once("disconnect", () => {
  closeDatabase();
  process.exit();
});
process.send?.("ready");

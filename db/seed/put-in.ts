import { and, eq, gt } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { type Db, db, transact } from "@/db/client";
import {
  aboutPages,
  articles,
  bylines,
  corrections,
  drafts,
  events,
  permalinks,
  plans,
  publications,
  readings,
  revisions,
  staff,
} from "@/db/schema";
import type { Change } from "@/domain/articles/article";
import { createArticle, saveDraft } from "@/domain/articles/editing";
import { planArticle, proposeIdea } from "@/domain/articles/planning";
import { publishArticle } from "@/domain/articles/publication";
import { takeStep } from "@/domain/articles/stepping";
import { editAsset } from "@/domain/media/editing";
import { uploadAsset } from "@/domain/media/upload";
import { findActor } from "@/domain/people/actors";
import { addByline, addStaff } from "@/domain/people/joining";
import { hashPassword } from "@/domain/people/password";
import type { Actor } from "@/domain/people/staff";
import { rankReadings } from "@/domain/readings/ranking";
import { indexArticle } from "@/domain/search/indexing";
import { ABOUT_SLUGS } from "@/domain/settings/about";
import { editAbout } from "@/domain/settings/about-keeping";
import { editOrganisation } from "@/domain/settings/editing";
import { Organisation } from "@/domain/settings/organisation";
import { setUpByOwner } from "@/domain/settings/set-up";
import { Particulars } from "@/domain/taxonomy/byline";
import { createSection } from "@/domain/taxonomy/section-keeping";
import { createSeries } from "@/domain/taxonomy/series-keeping";
import { createTopic } from "@/domain/taxonomy/topic-keeping";
import { HOUR, now } from "@/lib/clock";
import { wallTimeOf } from "@/lib/zoned-time";
import type { BylineKey, SeedByline } from "./edition/bylines";
import { aboutBody, contentOf, type Ids, versionsOf } from "./edition/content";
import { edition, type StoryKey } from "./edition/edition";
import type { Idea } from "./edition/ideas";
import type { DayAndClock, Draft, Story } from "./edition/story";
import { drawPicture } from "./pictures/draw-picture";
import { type PictureKey, pictures } from "./pictures/pictures";
import { type Recording, recordings } from "./recordings/recordings";

/** Who puts in what: the editor, and for each byline the one who signs in under it. */
type Desk = { ids: Ids; editor: Actor; writers: Partial<Record<BylineKey, Actor>> };

/**
 * Puts the demonstration edition into an empty database, through the verbs that the newsroom itself uses, and dates it
 * back, so that the paper looks as if it had been coming out for weeks.
 * @param options.ownerEmail who owns it. @param options.password what all its staff sign in with.
 * @param options.say hears how far it is.
 */
export async function putIn(options: {
  ownerEmail: string;
  password: string;
  say: (line: string) => void;
}): Promise<void> {
  const { ownerEmail, password, say } = options;
  await setUpByOwner({ email: ownerEmail, password, name: edition.owner.name }, edition.publication);
  const people = await addPeople(password);
  const editor = people.writers[edition.editor];
  if (!editor) throw new Error("The editor of the edition cannot sign in");
  const ids: Ids = {
    bylines: people.bylines,
    sections: await eachInTurn(edition.sections, async (section) => (await createSection(editor, section)).id),
    topics: await eachInTurn(edition.topics, async (topic) => (await createTopic(editor, topic)).id),
    series: await eachInTurn(edition.series, async (series) => (await createSeries(editor, series)).id),
    // Stories name each other: all are begun before any is written.
    stories: await eachInTurn(edition.stories, async (story) => {
      return (await createArticle(writerOf(story, people.writers) ?? editor)).subjectId;
    }),
    pictures: await addPictures(editor, say),
    recordings: await eachInTurn(
      recordings as Record<keyof typeof recordings, Recording>,
      async ({ filename, caption, credit, make }) => {
        const { id } = await uploadAsset(editor, { filename, bytes: await make() });
        await editAsset(editor, { id, alt: "", decorative: false, caption, credit });
        return id;
      },
    ),
  };
  await addPortraits(ids);
  const desk = { ids, editor, writers: people.writers };
  const stories = (Object.keys(edition.stories) as StoryKey[]).sort(
    (one, other) => edition.stories[other].hoursAgo - edition.stories[one].hoursAgo,
  );
  for (const key of stories) await addStory(desk, key);
  for (const draft of Object.values(edition.drafts)) await addDraft(desk, draft);
  for (const idea of edition.ideas) await addIdea(desk, idea);
  await addReadings(ids);
  await addAbout(editor);
  await editOrganisation(await ownerOf(ownerEmail), Organisation.parse(edition.organisation));
  say(`  ${stories.length} stories are in.`);
}

async function eachInTurn<Key extends string, From, To>(
  record: Record<Key, From>,
  add: (value: From) => Promise<To>,
): Promise<Record<Key, To>> {
  const added = {} as Record<Key, To>;
  for (const key of Object.keys(record) as Key[]) added[key] = await add(record[key]);
  return added;
}

async function addPeople(password: string) {
  const passwordHash = await hashPassword(password);
  const writers: Partial<Record<BylineKey, Actor>> = {};
  const ids = {} as Record<BylineKey, string>;
  for (const key of Object.keys(edition.bylines) as BylineKey[]) {
    const { name, title, bio, staff: account, ...more }: SeedByline = edition.bylines[key];
    const particulars = Particulars.parse(more.particulars ?? {});
    ids[key] = await transact(async (tx) => {
      let id: string;
      if (account) {
        const staffId = await addStaff(tx, { ...account, name, passwordHash });
        writers[key] = (await findActor(tx, staffId)) ?? undefined;
        id = await ownByline(tx, staffId);
      } else {
        id = await addByline(tx, { name, title, bio, staffId: null });
      }
      await tx.update(bylines).set({ title, bio, particulars }).where(eq(bylines.id, id));
      return id;
    });
  }
  return { bylines: ids, writers };
}

async function ownByline(tx: Db, staffId: string): Promise<string> {
  const [row] = await tx.select({ id: bylines.id }).from(bylines).where(eq(bylines.staffId, staffId));
  if (!row) throw new Error("A member of the staff has no byline");
  return row.id;
}

async function addPictures(editor: Actor, say: (line: string) => void): Promise<Ids["pictures"]> {
  const ids = {} as Ids["pictures"];
  const waiting = Object.keys(pictures) as PictureKey[];
  const total = waiting.length;
  let done = 0;
  const draw = async () => {
    for (let key = waiting.shift(); key; key = waiting.shift()) {
      const { filename, alt, caption, credit } = pictures[key];
      const { id } = await uploadAsset(editor, { filename, bytes: await drawPicture(key), copied: "at-once" });
      await editAsset(editor, { id, alt, decorative: false, caption, credit });
      ids[key] = id;
      done++;
      if (done % 10 === 0 || done === total) say(`  ${done} of ${total} pictures drawn`);
    }
  };
  await Promise.all([draw(), draw()]);
  return ids;
}

async function addPortraits(ids: Ids): Promise<void> {
  await transact(async (tx) => {
    for (const key of Object.keys(edition.bylines) as BylineKey[]) {
      const { portrait } = edition.bylines[key];
      if (!portrait) continue;
      const portraitAssetId = ids.pictures[portrait];
      await tx.update(bylines).set({ portraitAssetId }).where(eq(bylines.id, ids.bylines[key]));
    }
  });
}

async function addStory({ ids, editor, writers }: Desk, key: StoryKey): Promise<void> {
  const story = edition.stories[key];
  const writer = writerOf(story, writers) ?? editor;
  const id = ids.stories[key];
  let version = 1;
  for (const { hoursAgo, change, content } of versionsOf(story, ids)) {
    await saveDraft(writer, { id, version, content });
    version++;
    await publishArticle(editor, { id, version, change: change && ({ ...change, approvedBy: editor.id } as Change) });
    await dateBack(id, before(story.hoursAgo), before(hoursAgo));
  }
}

async function addDraft({ ids, editor, writers }: Desk, draft: Draft): Promise<void> {
  const writer = writerOf(draft, writers) ?? editor;
  const { subjectId: id } = await createArticle(writer);
  await saveDraft(writer, { id, version: 1, content: contentOf(draft, ids) });
  await planArticle(editor, { id, ...timesOf(draft) });
  if (draft.stage === "review") await takeStep(writer, { id, step: "submit" });
  await dateBack(id, before(draft.hoursAgo), before(draft.hoursAgo));
}

async function addIdea({ ids, editor, writers }: Desk, idea: Idea): Promise<void> {
  const { headline, brief, section, by, assignee } = idea;
  const sectionId = ids.sections[section];
  const { subjectId: id } = await proposeIdea(writers[by] ?? editor, { headline, brief, sectionId });
  if (assignee) await planArticle(editor, { id, brief, assigneeId: writers[assignee]?.id, ...timesOf(idea) });
}

/** When it is due and should come out. */
function timesOf({ due, out }: { due?: DayAndClock; out?: DayAndClock }) {
  const at = (time?: DayAndClock) =>
    time && { at: `${wallTimeOf(before(-24 * time[0]), edition.publication.timeZone).slice(0, 10)}T${time[1]}` };
  return { deadlineAt: at(due), plannedFor: at(out) };
}

async function ownerOf(email: string): Promise<Actor> {
  const [row] = await db()
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.role, "owner"), eq(staff.email, email.trim().toLowerCase())));
  const owner = row && (await findActor(db(), row.id));
  if (!owner) throw new Error("The edition has no owner");
  return owner;
}

/** What the paper says of itself. */
async function addAbout(editor: Actor): Promise<void> {
  for (const slug of ABOUT_SLUGS) {
    const { title, daysAgo } = edition.aboutPages[slug];
    await editAbout(editor, { slug, title, body: aboutBody(slug), since: "", publish: true });
    const at = before(daysAgo * 24);
    await transact(async (tx) => {
      await tx.update(aboutPages).set({ editedAt: at, publishedAt: at }).where(eq(aboutPages.slug, slug));
      await tx.update(events).set({ at }).where(eq(events.subjectId, slug));
    });
  }
}

/** As if readers had been here: the ranking is the one that they would make. */
async function addReadings({ stories }: Ids): Promise<void> {
  const hour = new Date(Math.floor(before(1).getTime() / HOUR) * HOUR);
  const read = edition.mostRead.map((key, place) => ({ articleId: stories[key], hour, count: 100 - place }));
  await transact((tx) => tx.insert(readings).values(read));
  await rankReadings();
}

/** The first of a story's bylines who signs in. */
function writerOf(told: Story | Draft, writers: Desk["writers"]): Actor | undefined {
  return told.bylines?.map((key) => writers[key]).find(Boolean);
}

const started = now();

/** A time that many hours before the edition was begun. */
function before(hours: number): Date {
  return new Date(started.getTime() - hours * HOUR);
}

/**
 * Moves to `at` what has just been written of an article; what was moved before lies further back and stays.
 * @param first when the article was begun, and first published if it is.
 */
async function dateBack(articleId: string, first: Date, at: Date): Promise<void> {
  const isNew = (subject: SQLiteColumn, time: SQLiteColumn) => and(eq(subject, articleId), gt(time, at));
  await transact(async (tx) => {
    await tx.update(articles).set({ createdAt: first }).where(eq(articles.id, articleId));
    await tx.update(drafts).set({ savedAt: at }).where(eq(drafts.articleId, articleId));
    await tx.update(revisions).set({ createdAt: at }).where(isNew(revisions.articleId, revisions.createdAt));
    await tx
      .update(publications)
      .set({ publishedAt: at })
      .where(isNew(publications.articleId, publications.publishedAt));
    await tx.update(publications).set({ updatedAt: at }).where(isNew(publications.articleId, publications.updatedAt));
    await tx
      .update(publications)
      .set({ retractedAt: at })
      .where(isNew(publications.articleId, publications.retractedAt));
    await tx.update(publications).set({ endedAt: at }).where(isNew(publications.articleId, publications.endedAt));
    await tx.update(publications).set({ firstPublishedAt: first }).where(eq(publications.articleId, articleId));
    await tx.update(corrections).set({ publishedAt: at }).where(isNew(corrections.articleId, corrections.publishedAt));
    await tx.update(permalinks).set({ createdAt: at }).where(isNew(permalinks.articleId, permalinks.createdAt));
    await tx.update(plans).set({ since: at }).where(eq(plans.articleId, articleId));
    await tx.update(events).set({ at }).where(isNew(events.subjectId, events.at));
    await indexArticle(tx, articleId);
  });
}

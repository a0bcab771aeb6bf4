import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { assetIdsIn, EMPTY_ARTICLE, type ReadersContent } from "@/domain/articles/article";
import { LeadUse } from "@/domain/articles/body";
import { grantsOf } from "@/domain/people/capability";
import type { AboutSlug } from "@/domain/settings/about";
import { DAY, MINUTE, now } from "@/lib/clock";
import { newId } from "@/lib/id";
import { type Db, db, transact } from "./client";
import * as tables from "./schema";

/**
 * Rows as they stand after something happened, for tests. Each makes what it needs and takes what matters to the test.
 * The rules live in the domain: a factory only puts down what a rule would have allowed.
 */

let count = 0;
const next = () => ++count;

async function insert<T>(work: (tx: Db) => Promise<T[]>): Promise<T> {
  const [row] = await transact(work);
  if (!row) throw new Error("Nothing was inserted");
  return row;
}

type Given<T extends { $inferInsert: object }> = Partial<T["$inferInsert"]>;

/** A member of the staff, with what their role starts with; an editor unless told. The password hash fits no password. */
export async function makeStaff(given: Given<typeof tables.staff> = {}) {
  const n = next();
  const values = {
    email: `person${n}@example.test`,
    name: `Person ${n}`,
    role: "editor" as const,
    passwordHash: "!",
    createdAt: now(),
    ...given,
  };
  const row = await insert((tx) => tx.insert(tables.staff).values(values).returning());
  return { ...row, grants: grantsOf(row.role), sectionIds: null };
}

export function makeSection(given: Given<typeof tables.sections> = {}) {
  const n = next();
  const values = {
    slug: `section-${n}`,
    name: `Section ${n}`,
    description: "",
    position: n,
    createdAt: now(),
    ...given,
  };
  return insert((tx) => tx.insert(tables.sections).values(values).returning());
}

/** A desk with its sections and people. */
export async function makeDesk({
  sectionIds,
  memberIds = [],
  ...given
}: Given<typeof tables.desks> & { sectionIds: string[]; memberIds?: string[] }) {
  const values = { name: `Desk ${next()}`, createdAt: now(), ...given };
  const desk = await insert((tx) => tx.insert(tables.desks).values(values).returning());
  await transact(async (tx) => {
    for (const sectionId of sectionIds) await tx.insert(tables.deskSections).values({ deskId: desk.id, sectionId });
    for (const staffId of memberIds) await tx.insert(tables.deskMembers).values({ deskId: desk.id, staffId });
  });
  return desk;
}

export function makeTopic(given: Given<typeof tables.topics> = {}) {
  const n = next();
  const values = { slug: `topic-${n}`, name: `Topic ${n}`, createdAt: now(), ...given };
  return insert((tx) => tx.insert(tables.topics).values(values).returning());
}

export function makeByline(given: Given<typeof tables.bylines> = {}) {
  const n = next();
  const values = { slug: `byline-${n}`, name: `Byline ${n}`, title: "", bio: "", createdAt: now(), ...given };
  return insert((tx) => tx.insert(tables.bylines).values(values).returning());
}

export function makeSeries(given: Given<typeof tables.series> = {}) {
  const n = next();
  const values = { slug: `series-${n}`, name: `Series ${n}`, description: "", createdAt: now(), ...given };
  return insert((tx) => tx.insert(tables.series).values(values).returning());
}

/** A picture with a few renditions. The rows only: no file stands behind them. */
export async function makeAsset(given: Given<typeof tables.assets> = {}) {
  const n = next();
  const values = {
    hash: `${newId()}${n}`,
    filename: `picture-${n}.jpg`,
    type: "image/jpeg",
    bytes: 1000,
    width: 1600,
    height: 1000,
    alt: null,
    caption: "",
    credit: "",
    uploadedBy: given.uploadedBy ?? (await makeStaff()).id,
    createdAt: now(),
    ...given,
  };
  const asset = await insert((tx) => tx.insert(tables.assets).values(values).returning());
  const sizes = [
    { crop: "whole", format: "webp", width: 640, height: 400 },
    { crop: "whole", format: "jpeg", width: 1280, height: 800 },
    { crop: "1x1", format: "jpeg", width: 1000, height: 1000 },
    { crop: "4x3", format: "jpeg", width: 1200, height: 900 },
    { crop: "16x9", format: "jpeg", width: 1200, height: 675 },
  ] as const;
  for (const size of sizes) await makeRendition({ assetId: asset.id, ...size });
  return asset;
}

export function makeRendition(given: Given<typeof tables.renditions> & { assetId: string }) {
  const format = given.format ?? "jpeg";
  const key = `${randomBytes(16).toString("hex")}.${format === "jpeg" ? "jpg" : format}`;
  const values = { key, crop: "whole" as const, format, width: 640, height: 400, bytes: 1000, ...given };
  return insert((tx) => tx.insert(tables.renditions).values(values).returning());
}

const text = (words: string) => ({ type: "paragraph" as const, content: [{ type: "text" as const, text: words }] });

/**
 * A story that readers see: article, draft, revision, publication and permalink.
 * @param given what it says; ids of what already exists (a section and a byline are made unless told), and when.
 */
export async function makePublishedArticle(
  given: Partial<ReadersContent> & { by?: string; publishedAt?: Date; firstPublishedAt?: Date } = {},
) {
  const { by = (await makeStaff()).id, publishedAt = now(), firstPublishedAt = publishedAt, ...said } = given;
  const n = next();
  const section = said.sectionId ? await sectionById(said.sectionId) : await makeSection();
  const content: ReadersContent = {
    ...EMPTY_ARTICLE,
    headline: `Headline ${n}`,
    standfirst: `Standfirst ${n}`,
    body: { version: 1, blocks: [text(`The story ${n}.`)] },
    bylineIds: said.bylineIds ?? [(await makeByline()).id],
    slug: `story-${n}`,
    ...said,
    sectionId: section.id,
  };
  const article = await insert((tx) =>
    tx.insert(tables.articles).values({ createdBy: by, createdAt: firstPublishedAt }).returning(),
  );
  await insert((tx) =>
    tx
      .insert(tables.drafts)
      .values({
        articleId: article.id,
        version: 1,
        content,
        headline: content.headline,
        sectionId: section.id,
        savedBy: by,
        savedAt: publishedAt,
      })
      .returning(),
  );
  const shown = assetIdsIn(content).map((assetId) => ({ articleId: article.id, assetId }));
  if (shown.length > 0) await insert((tx) => tx.insert(tables.draftAssets).values(shown).returning());
  await insert((tx) =>
    tx.insert(tables.plans).values({ articleId: article.id, since: publishedAt, byId: by }).returning(),
  );
  const revision = await insertRevision(article.id, content, by, publishedAt);
  const publication = await insert((tx) =>
    tx
      .insert(tables.publications)
      .values({
        articleId: article.id,
        revisionId: revision.id,
        kind: "first",
        publishedBy: by,
        publishedAt,
        firstPublishedAt,
        updatedAt: publishedAt,
        sectionId: section.id,
      })
      .returning(),
  );
  const permalink = await insert((tx) =>
    tx
      .insert(tables.permalinks)
      .values({ path: `/${section.slug}/${content.slug}`, articleId: article.id, createdAt: firstPublishedAt })
      .returning(),
  );
  return { article, content, revision, publication, section, path: permalink.path };
}

async function sectionById(id: string) {
  const [section] = await db().select().from(tables.sections).where(eq(tables.sections.id, id));
  if (!section) throw new Error(`There is no section ${id}`);
  return section;
}

async function insertRevision(articleId: string, content: ReadersContent, by: string, at: Date) {
  const { headline, standfirst, body, slug, sectionId, lead, search, share } = content;
  const { label, kicker, language, seriesId, translationOf, review } = content;
  const values = {
    articleId,
    version: 1,
    reason: "publication" as const,
    createdBy: by,
    createdAt: at,
    headline,
    standfirst,
    body,
    slug,
    sectionId,
    leadAssetId: lead?.assetId ?? null,
    leadUse: lead && LeadUse.strip().parse(lead),
    searchTitle: search.title,
    searchDescription: search.description,
    shareTitle: share.title,
    shareDescription: share.description,
    shareAssetId: share.assetId,
    ...{ label, kicker, language, seriesId, translationOf, review },
  };
  return transact(async (tx) => {
    const [revision] = await tx.insert(tables.revisions).values(values).returning();
    if (!revision) throw new Error("No revision was inserted");
    const of = { revisionId: revision.id };
    for (const [position, bylineId] of content.bylineIds.entries())
      await tx.insert(tables.revisionBylines).values({ ...of, position, bylineId });
    for (const [position, topicId] of content.topicIds.entries())
      await tx.insert(tables.revisionTopics).values({ ...of, position, topicId });
    for (const [position, credit] of content.credits.entries())
      await tx.insert(tables.revisionCredits).values({ ...of, position, ...credit });
    for (const [position, relatedId] of content.relatedIds.entries())
      await tx.insert(tables.revisionRelated).values({ ...of, position, articleId: relatedId });
    for (const assetId of assetIdsIn(content)) await tx.insert(tables.revisionAssets).values({ ...of, assetId });
    return revision;
  });
}

export async function makeSettings(given: Given<typeof tables.settings> = {}) {
  const values = {
    id: 1,
    name: "The Test",
    tagline: "",
    timeZone: "Europe/Helsinki",
    language: "en",
    setUpAt: now(),
    ...given,
  };
  return insert((tx) => tx.insert(tables.settings).values(values).returning());
}

/** A session that is in use, for thirty days, and just begun, unless told. */
export async function makeSession(given: Given<typeof tables.sessions> = {}) {
  const at = now();
  const values = {
    staffId: given.staffId ?? (await makeStaff()).id,
    createdAt: at,
    lastSeenAt: at,
    expiresAt: new Date(at.getTime() + 30 * DAY),
    confirmedUntil: new Date(at.getTime() + 15 * MINUTE),
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    address: "192.0.2.1",
    ...given,
  };
  return insert((tx) => tx.insert(tables.sessions).values(values).returning());
}

/** A passkey that no device has. */
export function makePasskey(given: Given<typeof tables.passkeys> & { staffId: string }) {
  const n = next();
  const values = {
    id: `passkey-${n}-${newId()}`,
    name: `Passkey ${n}`,
    publicKey: "",
    counter: 0,
    transports: [],
    createdAt: now(),
    ...given,
  };
  return insert((tx) => tx.insert(tables.passkeys).values(values).returning());
}

/** A page about the paper, before readers unless told otherwise. */
export async function makeAboutPage(given: Given<typeof tables.aboutPages> & { slug: AboutSlug }) {
  const at = now();
  const values = {
    title: `About ${given.slug}`,
    body: { version: 1, blocks: [text("What we say of ourselves.")] },
    editedBy: given.editedBy ?? (await makeStaff()).id,
    editedAt: at,
    publishedAt: at,
    ...given,
  };
  return insert((tx) => tx.insert(tables.aboutPages).values(values).returning());
}

export async function makeSnippet(given: Given<typeof tables.snippets> = {}) {
  const values = {
    name: `Snippet ${next()}`,
    body: { version: 1, blocks: [text("Write to the desk.")] },
    editedBy: given.editedBy ?? (await makeStaff()).id,
    editedAt: now(),
    ...given,
  };
  return insert((tx) => tx.insert(tables.snippets).values(values).returning());
}

export function makeStyleRule(given: Given<typeof tables.styleRules> = {}) {
  const values = {
    avoid: `word${next()}`,
    preferred: "",
    reason: "",
    wholeWord: true,
    matchCase: false,
    createdAt: now(),
    ...given,
  };
  return insert((tx) => tx.insert(tables.styleRules).values(values).returning());
}

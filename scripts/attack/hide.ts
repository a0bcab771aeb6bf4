import { readFileSync, writeSync } from "node:fs";
import { eq, inArray } from "drizzle-orm";
import sharp from "sharp";
import { closeDatabase, db } from "@/db/client";
import { permalinks, renditions, staff } from "@/db/schema";
import type { ArticleContent } from "@/domain/articles/article";
import { firstUseOf } from "@/domain/articles/body";
import { comment } from "@/domain/articles/commenting";
import { createArticle, saveDraft } from "@/domain/articles/editing";
import { setEmbargo } from "@/domain/articles/embargo";
import { planArticle, proposeIdea } from "@/domain/articles/planning";
import { sharePreview } from "@/domain/articles/preview-sharing";
import { publishArticle, unpublishArticle } from "@/domain/articles/publication";
import { schedulePublication } from "@/domain/articles/scheduling";
import { takeStep } from "@/domain/articles/stepping";
import { takeDownArticle } from "@/domain/articles/taking-down";
import { createCollection } from "@/domain/media/collecting";
import { deleteAsset } from "@/domain/media/deleting";
import { describeAsset } from "@/domain/media/describing";
import { DescribeAsset } from "@/domain/media/description";
import { uploadAsset } from "@/domain/media/upload";
import { findActor } from "@/domain/people/actors";
import { invite } from "@/domain/people/inviting";
import type { Actor } from "@/domain/people/staff";
import { createSnippet } from "@/domain/snippets/keeping";
import { addStyleRule } from "@/domain/style/keeping";
import { bodyOf, completeContent } from "@/domain/testing/content";
import { saveView } from "@/domain/views/keeping";
import { newId } from "@/lib/id";
import { routes } from "@/lib/routes";

// Hides a word in all of a paper that readers may not have, each time with its place, and prints the addresses at which
// somebody might look for it. It runs in a process of its own, as fill.ts does.

const { canary } = JSON.parse(readFileSync(0, "utf8")) as { canary: string };
/** The hidden word, its place, and a word by which a search would find the same text. */
const secret = (place: string) => `${canary}-${place} quixotry`;

const [row] = await db().select({ id: staff.id }).from(staff).where(eq(staff.role, "owner")).limit(1);
const owner = (await findActor(db(), row?.id ?? "")) as Actor;
const known = { sectionId: undefined as string | undefined, bylineIds: undefined as string[] | undefined };
const hidden: string[] = [];

async function picture(place: string): Promise<string> {
  const background = { r: Math.floor(Math.random() * 255), g: Math.floor(Math.random() * 255), b: 99 };
  const bytes = await sharp({ create: { width: 1400, height: 900, channels: 3, background } })
    .withExif({
      IFD0: { ImageDescription: secret(`${place}-exif`), Software: secret(`${place}-software`) },
      IFD2: { UserComment: secret(`${place}-exif-comment`) },
    })
    .jpeg()
    .toBuffer();
  const { id } = await uploadAsset(owner, { filename: `${secret(`${place}-filename`)}.jpg`, bytes, copied: "at-once" });
  return id;
}

const text = (place: string) => `Words of a story that says much else besides. ${secret(place)}`;

async function contentOf(place: string | null, more: Partial<ArticleContent> = {}): Promise<ArticleContent> {
  const said = (field: string) => (place ? text(`${place}-${field}`) : `Plain ${field}.`);
  const content = await completeContent({
    ...{ headline: said("headline"), standfirst: said("standfirst"), body: bodyOf(said("body")), kicker: "Kicker" },
    search: { title: said("search"), description: said("search-description") },
    share: { title: said("share"), description: said("share-description"), assetId: null },
    slug: place ? `${place}-${canary}` : `plain-${newId()}`,
    ...known,
  });
  known.sectionId = content.sectionId ?? undefined;
  known.bylineIds = content.bylineIds;
  return { ...content, ...more };
}

async function story(content: ArticleContent): Promise<{ id: string; version: number }> {
  const { subjectId: id } = await createArticle(owner);
  return { id, version: await saved(id, 1, content) };
}

async function saved(id: string, version: number, content: ArticleContent): Promise<number> {
  const result = await saveDraft(owner, { id, version, content });
  if (!("saved" in result)) throw new Error("Somebody else wrote in it");
  return result.saved.version;
}

const inAYear = `${new Date().getFullYear() + 1}-06-01T12:00`;

/** What readers see is plain; all around it is not. */
async function liveStory(): Promise<void> {
  const assetId = await picture("live-picture");
  const lead = { ...firstUseOf({ id: assetId }), alt: "A square", caption: "Plain.", credit: "Plain" };
  const said = { id: assetId, alt: "A square", decorative: false, caption: "Plain.", credit: "Plain" };
  const forDesk = {
    notes: secret("asset-notes"),
    restrictions: secret("asset-restrictions"),
    cost: secret("asset-cost"),
  };
  const found = {
    keywords: [`${canary}-keyword`],
    territory: secret("asset-territory"),
    source: secret("asset-source"),
  };
  await describeAsset(owner, DescribeAsset.parse({ ...said, ...forDesk, ...found }));
  const plain = await contentOf(null, { lead });
  const { id, version } = await story(plain);
  await publishArticle(owner, { id, version });
  const thread = newId();
  await comment(owner, {
    ...{ deed: "comment", id: thread, articleId: id, threadId: null, mentions: [] },
    ...{ quote: secret("comment-quote"), text: secret("comment") },
  });
  await planArticle(owner, { id, brief: secret("brief") });
  const mark = { type: "insertion" as const, attrs: { id: newId(), authorId: owner.id, at: 1 } };
  const suggested = { type: "text" as const, text: secret("suggestion"), marks: [mark] };
  const unpublishedPicture = await picture("draft-picture");
  const ahead = await contentOf("draft-ahead", {
    lead: {
      ...firstUseOf({ id: unpublishedPicture }),
      alt: secret("draft-alt"),
      caption: secret("draft-caption"),
      credit: "Us",
    },
  });
  const body = { ...ahead.body, blocks: [...ahead.body.blocks, { type: "paragraph" as const, content: [suggested] }] };
  const next = await saved(id, version, { ...ahead, slug: plain.slug, body });
  const kept = {
    ...plain,
    headline: "Plain, and with a suggestion.",
    body: { ...plain.body, blocks: [...plain.body.blocks, body.blocks.at(-1) as never] },
  };
  const again = await saved(id, next, kept);
  await publishArticle(owner, { id, version: again, change: { kind: "minor", endsRetraction: false } });
  const last = await saved(id, again, { ...ahead, slug: plain.slug, body });
  await schedulePublication(owner, {
    id,
    version: last,
    at: inAYear,
    change: { kind: "update", note: secret("update-note"), endsRetraction: false },
  });
  const { secret: link } = await sharePreview(owner, {
    id,
    version: last,
    recipient: secret("recipient"),
    lasts: "7",
  });
  secrets.push(link);
  hidden.push(...(await mediaOf([unpublishedPicture])));
}

const secrets: string[] = [];

async function others(): Promise<void> {
  const draft = await story(await contentOf("draft"));
  const reviewed = await story(await contentOf("returned"));
  await takeStep(owner, { id: reviewed.id, step: "submit" });
  await takeStep(owner, { id: reviewed.id, step: "return", reason: secret("reason") });
  const killed = await story(await contentOf("killed"));
  await takeStep(owner, { id: killed.id, step: "kill", reason: secret("kill-reason") });
  const embargoed = await story(await contentOf("embargoed"));
  await setEmbargo(owner, { id: embargoed.id, at: inAYear, note: secret("embargo-note") });
  const scheduled = await story(await contentOf("scheduled"));
  await schedulePublication(owner, { ...scheduled, at: inAYear });
  const gonePicture = await picture("gone-picture");
  const gone = await story(
    await contentOf("unpublished", { lead: { ...firstUseOf({ id: gonePicture }), alt: "", credit: "x" } }),
  );
  await publishArticle(owner, gone);
  await unpublishArticle(owner, { id: gone.id, note: "" });
  const down = await story(await contentOf("taken-down"));
  await publishArticle(owner, down);
  await takeDownArticle(owner, { id: down.id, reason: "legal", note: "A court." });
  await proposeIdea(owner, { headline: text("idea"), brief: secret("idea-brief") });
  const binned = await picture("binned");
  await deleteAsset(owner, { id: binned });
  await createCollection(owner, { name: `${canary} collection`, description: secret("collection"), ids: [] });
  await createSnippet(owner, { name: `${canary} snippet`, body: bodyOf(secret("snippet")) });
  await addStyleRule(owner, {
    avoid: `${canary}-avoid`,
    preferred: "else",
    reason: secret("style"),
    wholeWord: true,
    matchCase: false,
  });
  await saveView(owner, { list: "articles", name: `${canary} view`, query: "q=quixotry", shared: "on" });
  const { secret: invitation } = await invite(owner, {
    name: `${canary} guest`,
    email: `${canary}@example.test`,
    role: "reporter",
  });
  secrets.push(invitation);
  hidden.push(...(await mediaOf([gonePicture, binned])));
  hidden.push(
    ...[draft, reviewed, killed, embargoed, scheduled, gone, down].map(({ id }) => routes.newsroom.preview(id)),
  );
}

async function mediaOf(ids: string[]): Promise<string[]> {
  const rows = await db().select({ key: renditions.key }).from(renditions).where(inArray(renditions.assetId, ids));
  return rows.map(({ key }) => routes.media(key));
}

await liveStory();
await others();
const links = await db().select({ path: permalinks.path }).from(permalinks);
closeDatabase();
writeSync(1, JSON.stringify({ hidden: [...hidden, ...links.map(({ path }) => path)], secrets }));

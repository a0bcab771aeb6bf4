import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { eq, sql } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import {
  makeAboutPage,
  makeAsset,
  makeByline,
  makeDesk,
  makePasskey,
  makePublishedArticle,
  makeSection,
  makeSeries,
  makeSession,
  makeSettings,
  makeSnippet,
  makeStaff,
  makeStyleRule,
  makeTopic,
} from "@/db/factories";
import { aboutPages, renditions, revisions, schedules, staff as staffTable } from "@/db/schema";
import { firstUseOf } from "@/domain/articles/body";
import { createArticle, saveDraft } from "@/domain/articles/editing";
import { setEmbargo } from "@/domain/articles/embargo";
import { planArticle, proposeIdea } from "@/domain/articles/planning";
import { openPreview } from "@/domain/articles/preview-opening";
import { sharePreview } from "@/domain/articles/preview-sharing";
import { publishArticle } from "@/domain/articles/publication";
import { schedulePublication } from "@/domain/articles/scheduling";
import { takeStep } from "@/domain/articles/stepping";
import { takeDownArticle } from "@/domain/articles/taking-down";
import { createCollection } from "@/domain/media/collecting";
import { beginUpload, continueUpload } from "@/domain/media/incoming";
import { keepKeywords } from "@/domain/media/keywords";
import { uploadAsset } from "@/domain/media/upload";
import { listNotices } from "@/domain/notices/desk";
import { beginAuthenticator, confirmAuthenticator } from "@/domain/people/authenticator";
import { requireFactor } from "@/domain/people/factor-keeping";
import { invite } from "@/domain/people/inviting";
import { hashPassword } from "@/domain/people/password";
import { makeResetLink } from "@/domain/people/resetting";
import { signIn } from "@/domain/people/signing-in";
import type { Actor, Role } from "@/domain/people/staff";
import { keepRedirect } from "@/domain/redirects/keeping";
import { Machines } from "@/domain/settings/machines";
import { bodyOf, completeContent } from "@/domain/testing/content";
import { saveView } from "@/domain/views/keeping";
import { DAY, now } from "@/lib/clock";
import { newId } from "@/lib/id";
import { routes } from "@/lib/routes";
import { wallTimeOf } from "@/lib/zoned-time";

/**
 * Every server action and route handler there is, called as everybody, on what is their own and on what is another's.
 * The table says who may. An action or handler that is not in it fails the test; so does a row that names none.
 * Nothing stands in for the product but the browser: which session its token names, and where it is sent.
 */

const browser = vi.hoisted(() => ({ session: null as string | null, cookies: new Map<string, string>() }));
vi.mock("@/app/_kit/auth", () => ({
  currentSessionId: async () => browser.session,
  startSession: async () => {},
  leaveSession: async () => {},
  isSecure: () => false,
  ownName: (name: string) => name,
}));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:3000" }),
  cookies: async () => ({
    get: (name: string) => ({ value: browser.cookies.get(name) }),
    set: (name: string, value: string) => browser.cookies.set(name, value),
    delete: (name: string) => browser.cookies.delete(name),
  }),
}));
vi.mock("next/cache", () => ({ refresh: () => {} }));

const WHO = ["nobody", "contributor", "reporter", "editor", "owner"] as const;
type Who = (typeof WHO)[number];

/** What is called belongs to this person. */
type Of = { owner: Actor; ownersSession: string };
type Given = { fields: Record<string, string> } | { request: Request; params?: Record<string, unknown> };
type Row = { own: readonly Who[]; others: readonly Who[]; prepare: (of: Of) => Promise<Given> };

const anyone = WHO;
const nobody = [] as const;
const staff = ["contributor", "reporter", "editor", "owner"] as const;
const reporters = ["reporter", "editor", "owner"] as const;
const editors = ["editor", "owner"] as const;
const owners = ["owner"] as const;

const PASSWORD = "the-password-of-all";
const url = "http://localhost:3000/";

/** A form's row: who may, and its fields. */
function form(own: readonly Who[], fields: (of: Of) => Promise<Record<string, string>>, others = own): Row {
  return { own, others, prepare: async (of) => ({ fields: await fields(of) }) };
}

/** A GET's row. */
function get(own: readonly Who[], address = "", params?: Record<string, unknown>): Row {
  return { own, others: own, prepare: async () => ({ request: new Request(url + address), params }) };
}

/** The row of an endpoint that takes JSON. */
function json(own: readonly Who[], method: string, body: (of: Of) => Promise<unknown>, others = own): Row {
  const prepare = async (of: Of) => ({ request: new Request(url, { method, body: JSON.stringify(await body(of)) }) });
  return { own, others, prepare };
}

async function collected({ owner }: Of) {
  const asset = await makeAsset();
  const { subjectId: id } = await createCollection(owner, { name: newId(), description: "" });
  return { id, ids: asset.id };
}

/** A keyword that an asset carries. */
async function keyword() {
  const { id } = await makeAsset();
  const word = newId();
  await transact((tx) => keepKeywords(tx, id, [word]));
  return word;
}

async function written({ owner }: Of) {
  const { subjectId: id } = await createArticle(owner);
  const content = await completeContent({ headline: `Story ${id}` });
  await saveDraft(owner, { id, version: 1, content });
  return { id, version: "2", content };
}

async function submitted(of: Of) {
  const { id } = await written(of);
  await takeStep(await makeStaff({ role: "editor" }), { id, step: "submit" });
  return { id };
}

async function published(of: Of) {
  const { id } = await written(of);
  await publishArticle(await makeStaff({ role: "editor" }), { id, version: 2 });
  return { id };
}

const TOMORROW = wallTimeOf(new Date(Date.now() + DAY), "UTC");

/** Something planned for a story, and its text saved again since where it is older. */
async function scheduled(of: Of, { isOlder = false } = {}): Promise<string> {
  const { id, content } = await written(of);
  await schedulePublication(await makeStaff({ role: "editor" }), { id, version: 2, at: TOMORROW });
  if (isOlder) await saveDraft(of.owner, { id, version: 2, content: { ...content, kicker: "Harbour" } });
  const [row] = await db().select().from(schedules).where(eq(schedules.articleId, id));
  return row?.id ?? "";
}

const only =
  (...names: string[]) =>
  (of: Record<string, unknown>) =>
    Object.fromEntries(names.map((name) => [name, String(of[name])]));

async function invitation() {
  const boss = await makeStaff({ role: "owner" });
  return invite(boss, { email: `${newId()}@example.test`, name: "Guest", role: "reporter" });
}

async function signingIn() {
  const { email } = await makeStaff({ passwordHash: await hashed() });
  return { email, password: PASSWORD };
}

/** The code that an authenticator app shows now. */
function codeOf(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate();
}

/** Gives somebody an authenticator app, and the browser the first step of signing in as them. */
async function withFactor(person: Actor) {
  const codes = await confirmAuthenticator(person, { code: codeOf((await beginAuthenticator(person)).secret) });
  const signed = await signIn({ email: person.email, password: PASSWORD }, { address: "", userAgent: "" }).catch(
    () => null,
  );
  if (signed && "step" in signed) browser.cookies.set("masthead-sign-in-step", signed.step);
  return { id: person.id, codes: codes ?? [] };
}

async function factorOfTheirs({ owner }: Of) {
  await withFactor(owner);
  return {};
}

/** A page about the paper as it was just written: there is one of each. */
async function aboutPage() {
  await transact((tx) => tx.delete(aboutPages));
  return makeAboutPage({ slug: "ethics" });
}

async function picture(): Promise<Buffer> {
  const background = { r: Math.floor(Math.random() * 255), g: Math.floor(Math.random() * 255), b: 9 };
  return sharp({ create: { width: 32, height: 24, channels: 3, background } })
    .png()
    .toBuffer();
}

function reading(articleId: string) {
  const headers = { "content-length": String(articleId.length), "user-agent": "Firefox" };
  return { request: new Request(url, { method: "POST", body: articleId, headers }) };
}

async function unpublishedRendition({ owner }: Of) {
  const { id } = await uploadAsset(owner, { filename: "a.png", bytes: await picture() });
  const [row] = await db().select().from(renditions).where(eq(renditions.assetId, id));
  return { request: new Request(url), params: { key: [row?.key] } };
}

async function previewLink(of: Of) {
  const { id } = await written(of);
  const given = { id, version: 2, recipient: "A lawyer", lasts: "7" as const };
  return sharePreview(await makeStaff({ role: "editor" }), given);
}

/** The address of a picture that an open preview shows. */
async function previewedRendition(of: Of) {
  const { id: assetId } = await uploadAsset(of.owner, { filename: "a.png", bytes: await picture() });
  const { id, content } = await written(of);
  const lead = { ...firstUseOf({ id: assetId }), alt: "A square" };
  await saveDraft(of.owner, { id, version: 2, content: { ...content, lead } });
  const given = { id, version: 3, recipient: "A lawyer", lasts: "7" as const };
  const { secret } = await sharePreview(await makeStaff({ role: "editor" }), given);
  const preview = await openPreview(secret);
  const told = JSON.stringify(preview).match(/\/preview\/files\/([^/"]+)\/([^/"]+)\/([^/"]+)"/);
  return { request: new Request(url), params: { link: told?.[1], signature: told?.[2], key: told?.[3] } };
}

const NEWSROOM = "./(newsroom)/newsroom";
const TABLE: Record<string, Row> = {
  "./(account)/invitation/[secret]/actions.ts#join": form(anyone, async () => ({
    secret: (await invitation()).secret,
    name: "New",
    password: PASSWORD,
  })),
  "./(account)/setup/actions.ts#setUp": form(nobody, async () => ({
    name: "Usurper",
    tagline: "",
    timeZone: "UTC",
    language: "en",
    ownerName: "Usurper",
    email: "usurper@example.test",
    password: PASSWORD,
  })),
  "./(account)/sign-in/actions.ts#signIn": form(anyone, signingIn),
  "./(account)/sign-in/actions.ts#finish": form(anyone, async () => {
    const { codes } = await withFactor(await makeStaff({ passwordHash: await hashed() }));
    return { code: codes[0] ?? "" };
  }),
  // Of passkeys a real browser has to make one (e2e/people.spec.ts): what is no passkey is refused to everybody.
  "./(account)/sign-in/actions.ts#passkeyAlone": form(nobody, async () => ({ passkey: "{}" })),
  "./(account)/sign-in/actions.ts#askPasskey": form(anyone, async () => ({})),
  "./(account)/sign-in/forgotten/actions.ts#ask": form(anyone, async () => ({ email: "a@example.test" })),
  "./(account)/sign-in/reset/[secret]/actions.ts#choose": form(anyone, async () => {
    const { id } = await makeStaff();
    const { secret } = await makeResetLink(await makeStaff({ role: "owner" }), { id });
    return { secret, password: PASSWORD };
  }),
  "./(site)/[section]/atom.xml/route.ts#GET": get(anyone, "", { section: "open" }),
  "./(site)/[section]/feed.json/route.ts#GET": get(anyone, "", { section: "open" }),
  "./(site)/[section]/rss.xml/route.ts#GET": get(anyone, "", { section: "open" }),
  "./(site)/ads.txt/route.ts#GET": get(anyone),
  "./(site)/archive/[year]/atom.xml/route.ts#GET": get(anyone, "", { year: "2019" }),
  "./(site)/archive/[year]/feed.json/route.ts#GET": get(anyone, "", { year: "2019" }),
  "./(site)/archive/[year]/rss.xml/route.ts#GET": get(anyone, "", { year: "2019" }),
  "./(site)/archive/[year]/[month]/atom.xml/route.ts#GET": get(anyone, "", { year: "2019", month: "04" }),
  "./(site)/archive/[year]/[month]/feed.json/route.ts#GET": get(anyone, "", { year: "2019", month: "04" }),
  "./(site)/archive/[year]/[month]/rss.xml/route.ts#GET": get(anyone, "", { year: "2019", month: "04" }),
  "./(site)/archive/[year]/[month]/[day]/atom.xml/route.ts#GET": get(anyone, "", {
    year: "2019",
    month: "04",
    day: "01",
  }),
  "./(site)/archive/[year]/[month]/[day]/feed.json/route.ts#GET": get(anyone, "", {
    year: "2019",
    month: "04",
    day: "01",
  }),
  "./(site)/archive/[year]/[month]/[day]/rss.xml/route.ts#GET": get(anyone, "", {
    year: "2019",
    month: "04",
    day: "01",
  }),
  "./(site)/atom.xml/route.ts#GET": get(anyone),
  "./(site)/bylines/[slug]/atom.xml/route.ts#GET": get(anyone, "", { slug: "known" }),
  "./(site)/bylines/[slug]/feed.json/route.ts#GET": get(anyone, "", { slug: "known" }),
  "./(site)/bylines/[slug]/rss.xml/route.ts#GET": get(anyone, "", { slug: "known" }),
  "./(site)/favicon.ico/route.ts#GET": get(anyone),
  "./(site)/corrections/atom.xml/route.ts#GET": get(anyone),
  "./(site)/corrections/feed.json/route.ts#GET": get(anyone),
  "./(site)/corrections/rss.xml/route.ts#GET": get(anyone),
  "./(site)/feed.json/route.ts#GET": get(anyone),
  "./(site)/index-now/[key]/route.ts#GET": get(anyone, "", { key: "known-key" }),
  "./(site)/manifest.webmanifest/route.ts#GET": get(anyone),
  "./(site)/news-sitemap.xml/route.ts#GET": get(anyone),
  "./(site)/opensearch.xml/route.ts#GET": get(anyone),
  "./(site)/robots.txt/route.ts#GET": get(anyone),
  "./(site)/rss.xml/route.ts#GET": get(anyone),
  "./(site)/security.txt/route.ts#GET": get(anyone),
  "./(site)/series/[slug]/atom.xml/route.ts#GET": get(anyone, "", { slug: "known" }),
  "./(site)/series/[slug]/feed.json/route.ts#GET": get(anyone, "", { slug: "known" }),
  "./(site)/series/[slug]/rss.xml/route.ts#GET": get(anyone, "", { slug: "known" }),
  "./(site)/share/[...path]/route.ts#GET": get(anyone, "", { path: ["open", "story.png"] }),
  "./(site)/sitemap.xml/route.ts#GET": get(anyone),
  "./(site)/sitemaps/[file]/route.ts#GET": get(anyone, "", { file: "pages.xml" }),
  "./(site)/topics/[slug]/atom.xml/route.ts#GET": get(anyone, "", { slug: "known" }),
  "./(site)/topics/[slug]/feed.json/route.ts#GET": get(anyone, "", { slug: "known" }),
  "./(site)/topics/[slug]/rss.xml/route.ts#GET": get(anyone, "", { slug: "known" }),
  "./api/health/route.ts#GET": get(anyone),
  "./api/readings/route.ts#POST": {
    own: anyone,
    others: anyone,
    prepare: async (of) => reading((await published(of)).id),
  },
  // Whoever has the address of it has the page that shows it.
  "./(preview)/preview/files/[link]/[signature]/[key]/route.ts#GET": {
    own: anyone,
    others: anyone,
    prepare: previewedRendition,
  },
  "./(preview)/preview/files/[link]/[signature]/[key]/route.ts#HEAD": {
    own: anyone,
    others: anyone,
    prepare: previewedRendition,
  },
  // A picture that no live story shows.
  "./media/[...key]/route.ts#GET": { own: staff, others: staff, prepare: unpublishedRendition },
  "./media/[...key]/route.ts#HEAD": { own: staff, others: staff, prepare: unpublishedRendition },

  [`${NEWSROOM}/actions.ts#signOut`]: form(anyone, async () => ({})),
  [`${NEWSROOM}/about/[slug]/actions.ts#saveAbout`]: form(editors, async () => {
    const { slug, editedAt } = await aboutPage();
    const body = JSON.stringify({ version: 1, blocks: [] });
    return { slug, title: "How we work", body, since: editedAt.toISOString() };
  }),
  [`${NEWSROOM}/account/actions.ts#changeOwnPassword`]: form(staff, async () => ({
    currentPassword: PASSWORD,
    password: "another-long-password",
  })),
  [`${NEWSROOM}/account/actions.ts#chooseOwnLetters`]: form(staff, async () => ({ byMail: "yes" })),
  [`${NEWSROOM}/account/actions.ts#endOwnSession`]: form(
    staff,
    async ({ ownersSession }) => ({ id: ownersSession }),
    owners,
  ),
  [`${NEWSROOM}/account/actions.ts#endOwnSessions`]: form(staff, async () => ({})),
  [`${NEWSROOM}/account/factors/actions.ts#confirm`]: form(staff, async () => ({ password: PASSWORD })),
  [`${NEWSROOM}/account/factors/actions.ts#beginApp`]: form(staff, async () => ({})),
  // Of whoever asks, and of nobody else.
  [`${NEWSROOM}/account/factors/actions.ts#confirmApp`]: form(
    staff,
    async ({ owner }) => ({ code: codeOf((await beginAuthenticator(owner)).secret) }),
    nobody,
  ),
  [`${NEWSROOM}/account/factors/actions.ts#removeApp`]: form(staff, factorOfTheirs, nobody),
  [`${NEWSROOM}/account/factors/actions.ts#renewCodes`]: form(staff, factorOfTheirs, nobody),
  [`${NEWSROOM}/account/factors/actions.ts#askNewPasskey`]: form(staff, async () => ({})),
  [`${NEWSROOM}/account/factors/actions.ts#keepPasskey`]: form(nobody, async () => ({ passkey: "{}" })),
  [`${NEWSROOM}/account/factors/actions.ts#dropPasskey`]: form(
    staff,
    async ({ owner }) => only("id")(await makePasskey({ staffId: owner.id })),
    nobody,
  ),
  [`${NEWSROOM}/account/actions.ts#rename`]: form(staff, async () => ({ name: "Myself" })),
  // Of whoever asks, and of nobody else.
  [`${NEWSROOM}/account/actions.ts#saveOwnProfile`]: form(
    staff,
    async ({ owner }) => {
      await makeByline({ staffId: owner.id });
      return { bio: "I report.", "particulars.languages": "English, Finnish" };
    },
    nobody,
  ),
  // Each story refuses by itself, in what is answered: domain/articles/changing-many.test.ts.
  [`${NEWSROOM}/articles/actions.ts#changeStories`]: form(staff, async (of) => ({
    deed: "section",
    ids: (await written(of)).id,
    sectionId: (await makeSection()).id,
  })),
  [`${NEWSROOM}/articles/actions.ts#undoStories`]: form(staff, async (of) => ({
    undo: JSON.stringify([{ id: (await written(of)).id, field: "sectionId", before: null, after: "x" }]),
  })),
  [`${NEWSROOM}/articles/actions.ts#startArticle`]: form(staff, async () => ({})),
  [`${NEWSROOM}/articles/[id]/actions.ts#publish`]: form(editors, async (of) =>
    only("id", "version")(await written(of)),
  ),
  [`${NEWSROOM}/articles/[id]/actions.ts#unpublish`]: form(editors, published),
  [`${NEWSROOM}/articles/[id]/actions.ts#plan`]: form(
    reporters,
    async (of) => ({ id: (await written(of)).id, brief: "Count them." }),
    editors,
  ),
  [`${NEWSROOM}/articles/[id]/actions.ts#takeDown`]: form(editors, async (of) => ({
    ...(await published(of)),
    reason: "legal",
    note: "A court forbade it.",
  })),
  [`${NEWSROOM}/articles/[id]/actions.ts#liftTakedown`]: form(editors, async (of) => {
    const { id } = await published(of);
    await takeDownArticle(await makeStaff({ role: "editor" }), { id, reason: "other", note: "It is gone." });
    return { id };
  }),
  [`${NEWSROOM}/articles/[id]/history/actions.ts#restore`]: form(
    staff,
    async (of) => {
      const { id } = await published(of);
      const [revision] = await db().select().from(revisions).where(eq(revisions.articleId, id));
      const content = await completeContent({ headline: `Another ${id}` });
      await saveDraft(of.owner, { id, version: 2, content });
      return { id, revisionId: revision?.id ?? "", version: "3" };
    },
    editors,
  ),
  [`${NEWSROOM}/redirects/actions.ts#keep`]: form(editors, async () => ({ path: `/old/${newId()}`, kind: "gone" })),
  [`${NEWSROOM}/redirects/actions.ts#remove`]: form(editors, async () => {
    const path = `/old/${newId()}`;
    await keepRedirect(await makeStaff({ role: "editor" }), { path, kind: "gone" });
    return { path };
  }),
  [`${NEWSROOM}/redirects/actions.ts#removeMany`]: form(editors, async () => {
    const path = `/old/${newId()}`;
    await keepRedirect(await makeStaff({ role: "editor" }), { path, kind: "gone" });
    return { ids: path };
  }),
  [`${NEWSROOM}/redirects/actions.ts#restore`]: form(editors, async () => ({
    undo: JSON.stringify([{ path: `/old/${newId()}`, kind: "gone" }]),
  })),
  [`${NEWSROOM}/redirects/actions.ts#takeIn`]: form(editors, async () => ({ csv: `/old/${newId()},gone` })),
  [`${NEWSROOM}/articles/[id]/actions.ts#schedulePublication`]: form(editors, async (of) => ({
    ...only("id", "version")(await written(of)),
    at: TOMORROW,
  })),
  [`${NEWSROOM}/articles/[id]/actions.ts#scheduleUnpublication`]: form(editors, async (of) => ({
    ...(await published(of)),
    at: TOMORROW,
  })),
  [`${NEWSROOM}/articles/[id]/actions.ts#moveSchedule`]: form(editors, async (of) => ({
    scheduleId: await scheduled(of),
    at: wallTimeOf(new Date(Date.now() + 2 * DAY), "UTC"),
  })),
  [`${NEWSROOM}/articles/[id]/actions.ts#renewSchedule`]: form(editors, async (of) => {
    const scheduleId = await scheduled(of, { isOlder: true });
    return { scheduleId, version: "3" };
  }),
  [`${NEWSROOM}/articles/[id]/actions.ts#cancelSchedule`]: form(editors, async (of) => ({
    scheduleId: await scheduled(of),
  })),
  [`${NEWSROOM}/articles/[id]/actions.ts#setEmbargo`]: form(
    staff,
    async (of) => ({ id: (await written(of)).id, at: TOMORROW }),
    editors,
  ),
  [`${NEWSROOM}/articles/[id]/actions.ts#liftEmbargo`]: form(editors, async (of) => {
    const { id } = await written(of);
    await setEmbargo(await makeStaff({ role: "editor" }), { id, at: TOMORROW });
    return { id };
  }),
  // One step for all: domain/articles/stepping.test.ts tries each as each.
  [`${NEWSROOM}/articles/[id]/actions.ts#step`]: form(editors, async (of) => ({
    ...(await submitted(of)),
    step: "return",
    reason: "Who says so?",
  })),
  [`${NEWSROOM}/articles/[id]/actions.ts#amend`]: form(editors, async (of) => ({
    ...(await published(of)),
    "change.kind": "correction",
    "change.text": "The bridge is 80 metres long, not 90.",
    "change.place": "end",
    "change.approvedBy": of.owner.id,
  })),
  [`${NEWSROOM}/articles/[id]/actions.ts#sharePreviewLink`]: form(
    reporters,
    async (of) => ({ ...only("id", "version")(await written(of)), recipient: "A lawyer", lasts: "7" }),
    editors,
  ),
  [`${NEWSROOM}/articles/[id]/actions.ts#revokePreviewLink`]: form(
    reporters,
    async (of) => only("id")(await previewLink(of)),
    editors,
  ),
  [`${NEWSROOM}/articles/[id]/actions.ts#signInAgain`]: form(anyone, signingIn),
  [`${NEWSROOM}/articles/[id]/company/route.ts#PUT`]: json(
    staff,
    "PUT",
    async (of) => ({ id: (await written(of)).id, tab: newId(), field: "headline" }),
    editors,
  ),
  [`${NEWSROOM}/articles/[id]/company/route.ts#POST`]: json(
    staff,
    "POST",
    async (of) => ({ id: (await written(of)).id, tab: newId(), field: "headline" }),
    editors,
  ),
  [`${NEWSROOM}/articles/[id]/draft/route.ts#GET`]: {
    own: staff,
    others: reporters,
    prepare: async (of) => ({ request: new Request(url), params: { id: (await written(of)).id } }),
  },
  [`${NEWSROOM}/articles/[id]/draft/route.ts#PUT`]: json(
    staff,
    "PUT",
    async (of) => {
      const { id, content } = await written(of);
      return { id, version: 2, content: { ...content, standfirst: "Changed." } };
    },
    editors,
  ),
  [`${NEWSROOM}/articles/[id]/rights/route.ts#GET`]: {
    own: staff,
    others: reporters,
    prepare: async (of) => ({ request: new Request(url), params: { id: (await written(of)).id } }),
  },
  [`${NEWSROOM}/articles/[id]/comments/route.ts#GET`]: {
    own: staff,
    others: reporters,
    prepare: async (of) => ({ request: new Request(url), params: { id: (await written(of)).id } }),
  },
  [`${NEWSROOM}/articles/[id]/comments/route.ts#POST`]: json(
    staff,
    "POST",
    async (of) => {
      const { id } = await written(of);
      return {
        deed: "comment",
        id: newId(),
        articleId: id,
        threadId: null,
        quote: "bus",
        text: "Which?",
        mentions: [],
      };
    },
    editors,
  ),
  [`${NEWSROOM}/articles/bylines/route.ts#GET`]: get(staff, "?q=a"),
  [`${NEWSROOM}/articles/bylines/route.ts#POST`]: json(editors, "POST", async () => ({ name: "A Guest" })),
  [`${NEWSROOM}/articles/series/route.ts#GET`]: get(staff, "?q=a"),
  [`${NEWSROOM}/articles/series/route.ts#POST`]: json(editors, "POST", async () => ({ name: `Series ${newId()}` })),
  [`${NEWSROOM}/articles/stories/route.ts#GET`]: get(staff, "?q=a"),
  [`${NEWSROOM}/articles/topics/route.ts#GET`]: get(staff, "?q=a"),
  [`${NEWSROOM}/articles/topics/route.ts#POST`]: json(editors, "POST", async () => ({ name: `Topic ${newId()}` })),
  [`${NEWSROOM}/board/actions.ts#propose`]: form(staff, async () => ({ headline: "Otters" })),
  [`${NEWSROOM}/calendar/actions.ts#move`]: form(
    reporters,
    async (of) => {
      const { id } = await written(of);
      await planArticle(await makeStaff({ role: "editor" }), { id, deadlineAt: { at: "2031-05-01T10:00" } });
      return { kind: "deadlineAt", id, day: "2031-05-02" };
    },
    editors,
  ),
  [`${NEWSROOM}/notices/actions.ts#openNotice`]: form(
    staff,
    async ({ owner }) => {
      const editor = await makeStaff({ role: "editor" });
      await proposeIdea(editor, { headline: "Otters", assigneeId: owner.id });
      return { id: (await listNotices(owner)).rows[0]?.id ?? "" };
    },
    nobody,
  ),
  // Of whoever asks: another's stay as they are.
  [`${NEWSROOM}/notices/actions.ts#mark`]: form(staff, async () => ({ ids: newId(), read: "yes" })),
  [`${NEWSROOM}/notices/count/route.ts#GET`]: get(staff),
  [`${NEWSROOM}/audit/export/route.ts#POST`]: {
    own: owners,
    others: owners,
    prepare: async () => ({
      request: new Request(url, { method: "POST", body: new URLSearchParams({ format: "csv" }) }),
    }),
  },
  [`${NEWSROOM}/bylines/actions.ts#addByline`]: form(editors, async () => ({ name: "A Guest" })),
  [`${NEWSROOM}/bylines/[id]/actions.ts#changeByline`]: form(editors, async () => ({
    id: (await makeByline()).id,
    name: "Renamed",
  })),
  [`${NEWSROOM}/find/route.ts#GET`]: get(staff, "?q=a"),
  [`${NEWSROOM}/media/actions.ts#saveAsset`]: form(
    staff,
    async ({ owner }) => ({ id: (await makeAsset({ uploadedBy: owner.id })).id, caption: "New" }),
    editors,
  ),
  // Each file refuses by itself, in what is answered: domain/media/collecting.test.ts.
  [`${NEWSROOM}/media/actions.ts#saveAssets`]: form(staff, async () => ({
    ids: (await makeAsset()).id,
    credit: "New",
  })),
  [`${NEWSROOM}/media/actions.ts#undoAssets`]: form(staff, async () => {
    const each = [{ id: (await makeAsset()).id, before: { credit: "Old" }, added: [], removed: [] }];
    return { undo: JSON.stringify({ after: { credit: "New" }, each }) };
  }),
  [`${NEWSROOM}/media/actions.ts#binMany`]: form(staff, async () => ({ ids: (await makeAsset()).id })),
  [`${NEWSROOM}/media/actions.ts#unbinMany`]: form(staff, async () => ({ ids: (await makeAsset()).id })),
  [`${NEWSROOM}/media/actions.ts#makeCollection`]: form(staff, async () => ({ name: newId() })),
  // A collection is filled by all who may edit anything, and changed by whoever made it.
  [`${NEWSROOM}/media/actions.ts#collect`]: form(staff, collected),
  [`${NEWSROOM}/media/actions.ts#takeOut`]: form(staff, collected),
  [`${NEWSROOM}/media/collections/actions.ts#addCollection`]: form(staff, async () => ({ name: newId() })),
  [`${NEWSROOM}/media/collections/actions.ts#saveCollection`]: form(
    staff,
    async (of) => ({ id: (await collected(of)).id, name: newId() }),
    editors,
  ),
  [`${NEWSROOM}/media/collections/actions.ts#dropCollection`]: form(staff, collected, editors),
  [`${NEWSROOM}/media/keywords/actions.ts#saveKeyword`]: form(editors, async () => ({
    from: await keyword(),
    to: newId(),
  })),
  [`${NEWSROOM}/media/keywords/actions.ts#dropKeyword`]: form(editors, async () => ({ keyword: await keyword() })),
  [`${NEWSROOM}/media/keywords/choices/route.ts#GET`]: get(staff, "?q=a"),
  [`${NEWSROOM}/media/actions.ts#saveDescription`]: form(
    staff,
    async ({ owner }) => ({ id: (await makeAsset({ uploadedBy: owner.id })).id, place: "Turku" }),
    editors,
  ),
  [`${NEWSROOM}/media/actions.ts#saveCrops`]: form(
    staff,
    async ({ owner }) => {
      const { id } = await uploadAsset(owner, { filename: "a.png", bytes: await picture() });
      return { id, focus: "null", crops: "{}" };
    },
    editors,
  ),
  [`${NEWSROOM}/media/[id]/framing/route.ts#GET`]: {
    own: staff,
    others: staff,
    prepare: async ({ owner }) => ({
      request: new Request(url),
      params: { id: (await makeAsset({ uploadedBy: owner.id })).id },
    }),
  },
  [`${NEWSROOM}/media/bring/route.ts#POST`]: json(staff, "POST", async () => ({ address: elsewhere })),
  [`${NEWSROOM}/media/library/route.ts#GET`]: get(staff),
  [`${NEWSROOM}/media/[id]/regions/route.ts#POST`]: json(staff, "POST", async () => ({
    assetId: (await makeAsset()).id,
    crop: "1x1",
  })),
  [`${NEWSROOM}/media/[id]/actions.ts#putIntoBin`]: form(
    staff,
    async ({ owner }) => ({ id: (await makeAsset({ uploadedBy: owner.id })).id }),
    editors,
  ),
  [`${NEWSROOM}/media/[id]/actions.ts#takeOutOfBin`]: form(
    staff,
    async ({ owner }) => ({ id: (await makeAsset({ uploadedBy: owner.id, deletedAt: now() })).id }),
    editors,
  ),
  [`${NEWSROOM}/media/[id]/original/route.ts#GET`]: {
    own: staff,
    others: staff,
    prepare: async () => {
      const { id } = await uploadAsset(await makeStaff(), { filename: "a.png", bytes: await picture() });
      return { request: new Request(url), params: { id } };
    },
  },
  // The upload is another's.
  [`${NEWSROOM}/media/[id]/replace/route.ts#POST`]: json(
    staff,
    "POST",
    async ({ owner }) => {
      const { id } = await uploadAsset(owner, { filename: "a.png", bytes: await picture() });
      return { id, upload: await uploaded(owner) };
    },
    nobody,
  ),
  [`${NEWSROOM}/media/take/route.ts#POST`]: json(
    staff,
    "POST",
    async ({ owner }) => ({ upload: await uploaded(owner) }),
    nobody,
  ),
  [`${NEWSROOM}/media/upload/[[...id]]/route.ts#POST`]: {
    own: staff,
    others: staff,
    prepare: async () => ({ request: tus("POST", "", { "upload-length": "9" }) }),
  },
  [`${NEWSROOM}/media/upload/[[...id]]/route.ts#HEAD`]: {
    own: staff,
    others: nobody,
    prepare: async ({ owner }) => ({ request: tus("HEAD", await uploaded(owner)) }),
  },
  [`${NEWSROOM}/media/upload/[[...id]]/route.ts#PATCH`]: {
    own: staff,
    others: nobody,
    prepare: async ({ owner }) => {
      const [id, bytes] = [await begun(owner, 3), new Uint8Array([1, 2, 3])];
      const headers = { "upload-offset": "0", "content-type": "application/offset+octet-stream" };
      return { request: tus("PATCH", id, headers, bytes) };
    },
  },
  [`${NEWSROOM}/media/upload/[[...id]]/route.ts#DELETE`]: {
    own: staff,
    others: nobody,
    prepare: async ({ owner }) => ({ request: tus("DELETE", await uploaded(owner)) }),
  },
  [`${NEWSROOM}/people/actions.ts#invitePerson`]: form(owners, async () => ({
    name: "New",
    email: `${newId()}@example.test`,
    role: "reporter",
  })),
  [`${NEWSROOM}/people/actions.ts#disableTogether`]: form(owners, async () => ({
    ids: (await makeStaff()).id,
    disabled: "yes",
  })),
  [`${NEWSROOM}/people/actions.ts#inviteAgain`]: form(owners, async () => only("id")(await invitation())),
  [`${NEWSROOM}/people/roles/actions.ts#chooseFactors`]: form(owners, async () => ({})),
  [`${NEWSROOM}/people/[id]/actions.ts#makeLink`]: form(owners, async () => only("id")(await makeStaff())),
  [`${NEWSROOM}/people/[id]/actions.ts#resetFactor`]: form(owners, async () =>
    only("id")(await withFactor(await makeStaff())),
  ),
  [`${NEWSROOM}/people/actions.ts#revoke`]: form(owners, async () => only("id")(await invitation())),
  [`${NEWSROOM}/people/roles/actions.ts#saveMatrix`]: form(owners, async () => ({
    seen: JSON.stringify({ "reporter/article:publish": "nothing" }),
    "cells.reporter/article:publish": "nothing",
  })),
  [`${NEWSROOM}/people/roles/actions.ts#reset`]: form(owners, async () => ({})),
  [`${NEWSROOM}/people/desks/actions.ts#keepDesk`]: form(owners, async () => ({
    name: `Desk ${newId()}`,
    sectionIds: (await makeSection()).id,
    memberIds: (await makeStaff()).id,
  })),
  [`${NEWSROOM}/people/desks/actions.ts#dropDesk`]: form(owners, async () => ({
    id: (await makeDesk({ sectionIds: [(await makeSection()).id] })).id,
  })),
  [`${NEWSROOM}/people/[id]/actions.ts#disable`]: form(owners, async () => only("id")(await makeStaff())),
  [`${NEWSROOM}/people/[id]/actions.ts#enable`]: form(owners, async () =>
    only("id")(await makeStaff({ disabledAt: now() })),
  ),
  [`${NEWSROOM}/people/[id]/actions.ts#endAllSessions`]: form(staff, async ({ owner }) => ({ id: owner.id }), owners),
  [`${NEWSROOM}/people/[id]/actions.ts#endOneSession`]: form(
    staff,
    async ({ ownersSession }) => ({ id: ownersSession }),
    owners,
  ),
  [`${NEWSROOM}/people/[id]/actions.ts#giveRole`]: form(owners, async () => ({
    id: (await makeStaff({ role: "reporter" })).id,
    role: "editor",
  })),
  [`${NEWSROOM}/sections/actions.ts#addSection`]: form(editors, async () => ({ name: `Section ${newId()}` })),
  [`${NEWSROOM}/sections/actions.ts#changeSection`]: form(editors, async () => ({
    id: (await makeSection()).id,
    name: "Renamed",
  })),
  [`${NEWSROOM}/sections/actions.ts#shiftSection`]: form(editors, async () => {
    await makeSection();
    return { id: (await makeSection()).id, direction: "up" };
  }),
  [`${NEWSROOM}/series/actions.ts#addSeries`]: form(editors, async () => ({ name: `Series ${newId()}` })),
  [`${NEWSROOM}/series/actions.ts#changeSeries`]: form(editors, async () => ({
    id: (await makeSeries()).id,
    name: "Renamed",
  })),
  [`${NEWSROOM}/settings/actions.ts#saveAppearance`]: form(owners, async () => ({
    accent: "#0b4f86",
    typeface: "source-serif",
    logoAssetId: "",
    darkLogoAssetId: "",
    iconAssetId: "",
  })),
  [`${NEWSROOM}/settings/actions.ts#saveMachines`]: form(owners, async () => ({
    adsTxt: "example.com, 1, DIRECT",
    "security.contact": "security@example.test",
  })),
  [`${NEWSROOM}/settings/actions.ts#saveOrganisation`]: form(owners, async () => ({
    legalName: "The Test",
    "emails.general": "post@example.test",
  })),
  [`${NEWSROOM}/settings/actions.ts#savePictureDesk`]: form(owners, async () => ({ whenLapsed: "placeholder" })),
  [`${NEWSROOM}/settings/actions.ts#saveSettings`]: form(owners, async () => ({
    name: "The Test",
    tagline: "",
    timeZone: "Europe/Helsinki",
    language: "en",
  })),
  [`${NEWSROOM}/settings/actions.ts#saveWorkflow`]: form(owners, async () => ({})),
  [`${NEWSROOM}/settings/style/actions.ts#addRule`]: form(editors, async () => ({ avoid: newId(), reason: "No." })),
  [`${NEWSROOM}/settings/style/actions.ts#changeRule`]: form(editors, async () => ({
    id: (await makeStyleRule()).id,
    avoid: newId(),
    wholeWord: "yes",
  })),
  [`${NEWSROOM}/settings/style/actions.ts#dropRule`]: form(editors, async () => only("id")(await makeStyleRule())),
  [`${NEWSROOM}/snippets/actions.ts#addSnippet`]: form(editors, async () => ({
    name: `Snippet ${newId()}`,
    body: JSON.stringify(bodyOf("Call us.")),
  })),
  [`${NEWSROOM}/snippets/actions.ts#changeSnippet`]: form(editors, async () => ({
    id: (await makeSnippet()).id,
    name: `Snippet ${newId()}`,
    body: JSON.stringify(bodyOf("Write to us.")),
  })),
  [`${NEWSROOM}/snippets/actions.ts#dropSnippet`]: form(editors, async () => only("id")(await makeSnippet())),
  [`${NEWSROOM}/views/actions.ts#saveView`]: form(staff, async () => ({
    list: "articles",
    name: "Trams",
    query: "search=tram",
  })),
  [`${NEWSROOM}/views/actions.ts#removeView`]: form(
    staff,
    async ({ owner }) => {
      const { subjectId } = await saveView(owner, { list: "articles", name: "Trams", query: "search=tram" });
      return { id: subjectId };
    },
    nobody,
  ),
  [`${NEWSROOM}/topics/actions.ts#aside`]: form(editors, async () => ({ ids: (await makeTopic()).id, aside: "yes" })),
  [`${NEWSROOM}/series/actions.ts#aside`]: form(editors, async () => ({ ids: (await makeSeries()).id, aside: "yes" })),
  [`${NEWSROOM}/bylines/actions.ts#aside`]: form(editors, async () => ({ ids: (await makeByline()).id, aside: "yes" })),
  [`${NEWSROOM}/topics/actions.ts#addTopic`]: form(editors, async () => ({ name: `Topic ${newId()}` })),
  [`${NEWSROOM}/topics/actions.ts#changeTopic`]: form(editors, async () => ({
    id: (await makeTopic()).id,
    name: "Renamed",
  })),
};

async function begun(owner: Actor, size: number): Promise<string> {
  const id = newId();
  await beginUpload(owner, { id, filename: "a.png", size });
  return id;
}

/** An upload of somebody's that is whole. */
async function uploaded(owner: Actor): Promise<string> {
  const bytes = await picture();
  const id = await begun(owner, bytes.length);
  await continueUpload(owner, { id, offset: 0, chunks: Readable.from([bytes]) });
  return id;
}

function tus(method: string, id: string, headers: Record<string, string> = {}, body?: Uint8Array<ArrayBuffer>) {
  return new Request(`http://localhost${routes.newsroom.upload(id)}`, {
    method,
    headers: { "tus-resumable": "1.0.0", ...headers },
    body,
  });
}

/** Another site, with a picture. */
let elsewhere = "";
const otherSite = createServer(async (_request, response) => {
  response.writeHead(200, { "content-type": "image/png" }).end(await picture());
});
beforeAll(async () => {
  await new Promise<void>((resolve) => otherSite.listen(0, "127.0.0.1", resolve));
  elsewhere = `http://127.0.0.1:${(otherSite.address() as AddressInfo).port}/a.png`;
});
afterAll(() => otherSite.close());

type Entry = (...given: unknown[]) => Promise<unknown>;
const modules = import.meta.glob<Record<string, Entry>>("./**/{actions,route}.ts", { eager: true });
const isEntry = (name: string, value: unknown) => typeof value === "function" && name !== "default";
const entries = new Map(
  Object.entries(modules).flatMap(([file, exports]) =>
    Object.entries(exports)
      .filter(([name, value]) => isEntry(name, value))
      .map(([name, value]): [string, Entry] => [`${file}#${name}`, value]),
  ),
);

beforeAll(async () => {
  const security = { contact: "security@paper.example" };
  await makeSettings({
    machines: Machines.parse({ adsTxt: "ads.example, 1, DIRECT", security, indexNowKey: "known-key" }),
  });
  const [open, topic, byline, series] = await Promise.all([
    makeSection({ slug: "open" }),
    makeTopic({ slug: "known" }),
    makeByline({ slug: "known" }),
    makeSeries({ slug: "known" }),
  ]);
  await makePublishedArticle({
    sectionId: open.id,
    slug: "story",
    topicIds: [topic.id],
    bylineIds: [byline.id],
    seriesId: series.id,
  });
  // Of the archive, of which other years have nothing.
  await makePublishedArticle({ publishedAt: new Date("2019-04-01T12:00:00Z") });
});

test("every server action and route handler is in the table, and nothing else is", () => {
  expect([...entries.keys()].sort()).toEqual(Object.keys(TABLE).sort());
});

/** What matters: the password is asked again first, unless that was done lately. */
const CONFIRMED = [
  ...["disableTogether", "inviteAgain", "invitePerson"].map((name) => `people/actions.ts#${name}`),
  ...["disable", "enable", "endAllSessions", "endOneSession", "giveRole", "makeLink", "resetFactor"].map(
    (name) => `people/[id]/actions.ts#${name}`,
  ),
  ...["chooseFactors", "reset", "saveMatrix"].map((name) => `people/roles/actions.ts#${name}`),
  ...["dropDesk", "keepDesk"].map((name) => `people/desks/actions.ts#${name}`),
  ...["askNewPasskey", "beginApp", "confirmApp", "dropPasskey", "keepPasskey", "removeApp", "renewCodes"].map(
    (name) => `account/factors/actions.ts#${name}`,
  ),
].map((name) => `${NEWSROOM}/${name}`);

/** All that may be done before a second factor is set up that one's role asks for: setting it up, and leaving. */
const BEFORE_FACTOR = [
  ...["askNewPasskey", "beginApp", "confirmApp", "confirm"].map(
    (name) => `${NEWSROOM}/account/factors/actions.ts#${name}`,
  ),
];

test.each(CONFIRMED)("%s asks an owner again who did not say lately that it is them", async (name) => {
  const owner = await makeStaff({ role: "owner", passwordHash: await hashed() });
  const session = await makeSession({ staffId: owner.id, confirmedUntil: null });
  browser.session = null;
  const given = await TABLE[name]?.prepare({ owner, ownersSession: session.id });
  browser.session = session.id;
  if (!given || !("fields" in given)) throw new Error("No form");
  const data = new FormData();
  for (const [field, value] of Object.entries(given.fields)) data.set(field, value);
  expect(await entries.get(name)?.(null, data)).toMatchObject({ done: false, confirm: true });
});

test("whoever lacks a second factor that their role asks for may set one up, and nothing else", async () => {
  const boss = await makeStaff({ role: "owner" });
  await requireFactor(boss, { needed: ["owner"] });
  try {
    for (const [name, row] of Object.entries(TABLE)) {
      const isTheirs = name.startsWith(NEWSROOM) && row.own.includes("owner") && !row.own.includes("nobody");
      const makesFactor = /#(removeApp|renewCodes|dropPasskey)$/.test(name);
      if (!isTheirs || makesFactor) continue;
      const owner = await makeStaff({ role: "owner", passwordHash: await hashed() });
      const session = await makeSession({ staffId: owner.id });
      browser.session = null;
      const given = await row.prepare({ owner, ownersSession: session.id });
      browser.session = session.id;
      const expected = BEFORE_FACTOR.includes(name) ? "answered" : "refused";
      expect(`${name}: ${await call(entries.get(name), given)}`).toBe(`${name}: ${expected}`);
    }
  } finally {
    await requireFactor(boss, { needed: [] });
  }
}, 30_000);

test("whoever was disabled may do nothing that asks who they are", async () => {
  for (const [name, row] of Object.entries(TABLE)) {
    if (!row.own.includes("owner") || row.own.includes("nobody")) continue;
    const owner = await makeStaff({ role: "owner", passwordHash: await hashed() });
    const session = await makeSession({ staffId: owner.id });
    browser.session = null;
    const given = await row.prepare({ owner, ownersSession: session.id });
    await transact(async (tx) => tx.update(staffTable).set({ disabledAt: now() }).where(eq(staffTable.id, owner.id)));
    browser.session = session.id;
    expect(`${name}: ${await call(entries.get(name), given)}`).toBe(`${name}: refused`);
  }
}, 60_000);

/** What an editor whose desk has other sections may do to a story of somebody else all the same: read it, and say something of it. */
const ON_ANY_DESK = /#GET$|\/comments\/route\.ts#POST$/;

test("an editor whose desk has other sections changes nothing of another’s story", async () => {
  const answered: string[] = [];
  const elsewhere = await makeSection();
  for (const [name, row] of Object.entries(TABLE)) {
    if (!name.startsWith(`${NEWSROOM}/articles/[id]/`) || !row.others.includes("editor") || ON_ANY_DESK.test(name))
      continue;
    if (row.others.includes("nobody")) continue;
    const caller = await makeStaff({ role: "editor", passwordHash: await hashed() });
    await makeDesk({ sectionIds: [elsewhere.id], memberIds: [caller.id] });
    const owner = await makeStaff({ role: "editor" });
    browser.session = null;
    const given = await row.prepare({ owner, ownersSession: "" });
    browser.session = (await makeSession({ staffId: caller.id })).id;
    if ((await call(entries.get(name), given)) === "answered") answered.push(name);
  }
  expect(answered).toEqual([]);
}, 60_000);

describe.each(Object.entries(TABLE))("%s", (name, row) => {
  for (const who of WHO) {
    for (const whose of ["own", "others"] as const) {
      if (who === "nobody" && whose === "own") continue;
      const allowed = row[whose].includes(who);
      test(`${allowed ? "answers" : "refuses"} ${who}, on ${whose === "own" ? "their own" : "another's"}`, async () => {
        const passwordHash = await hashed();
        const role: Role = who === "nobody" ? "editor" : who;
        const caller = await makeStaff({ role, passwordHash });
        const owner = whose === "own" ? caller : await makeStaff({ role, passwordHash });
        // Both in one: the session that is used and, on another's, the one that is meant.
        const callers = await makeSession({ staffId: caller.id });
        const ownersSession = (await makeSession({ staffId: owner.id })).id;
        browser.session = null;
        const given = await row.prepare({ owner, ownersSession });
        browser.session = who === "nobody" ? null : callers.id;
        expect(await call(entries.get(name), given)).toBe(allowed ? "answered" : "refused");
      });
    }
  }
});

/** What no form and no script of ours sends, and what would matter if it were taken. */
const NEVER_SENT = [
  ...[
    "role",
    "ownerId",
    "createdBy",
    "staffId",
    "authorId",
    "uploadedBy",
    "editedBy",
    "invitedBy",
    "madeBy",
    "actorId",
  ],
  ...[
    "status",
    "stage",
    "publishedAt",
    "firstPublishedAt",
    "endedAt",
    "deletedAt",
    "disabledAt",
    "createdAt",
    "usedAt",
  ],
  ...[
    "passwordHash",
    "secretHash",
    "grants",
    "capabilities",
    "isOwner",
    "isAdmin",
    "confirmedUntil",
    "expiresAt",
    "hash",
  ],
  ...["lettersOffSince", "secondFactorSince", "articleId", "assetId", "parentId", "position"],
];

// Last, since it changes the settings that some rows above depend on.
test("no action and no endpoint takes what it did not ask for", async () => {
  const names = Object.keys(TABLE);
  const markOf = (name: string) => `mark-${names.indexOf(name)}-${"x".repeat(8)}`;
  const owners = () => db().$count(staffTable, eq(staffTable.role, "owner"));
  for (const [name, row] of Object.entries(TABLE)) {
    const owner = await makeStaff({ role: "owner", passwordHash: await hashed() });
    const session = await makeSession({ staffId: owner.id });
    browser.session = null;
    const given = await row.prepare({ owner, ownersSession: session.id });
    browser.session = session.id;
    const [mark, before] = [markOf(name), await owners()];
    if ("fields" in given) {
      const own = Object.keys(given.fields);
      const more = NEVER_SENT.filter((field) => !own.some((each) => each === field || each.startsWith(`${field}.`)));
      for (const field of more) given.fields[field] = field === "role" ? "owner" : mark;
      for (const field of ["__proto__.role", "constructor.prototype.role", "0.role"]) given.fields[field] = mark;
      await call(entries.get(name), given).catch(refusedFields);
    } else if (given.request.method !== "GET" && given.request.method !== "HEAD") {
      const body: unknown = await given.request
        .clone()
        .json()
        .catch(() => null);
      if (typeof body !== "object" || body === null) continue;
      const more = Object.fromEntries(NEVER_SENT.filter((field) => !(field in body)).map((field) => [field, mark]));
      const said = JSON.stringify({ ...more, ...body, role: "owner" });
      const request = new Request(given.request.url, { method: given.request.method, body: said });
      await call(entries.get(name), { ...given, request }).catch(refusedFields);
    }
    const isForOwners = /#(?:giveRole|invitePerson|join)$/.test(name);
    if (!isForOwners) expect(`${name}: ${(await owners()) - before} owners more`).toBe(`${name}: 0 owners more`);
    expect(({} as Record<string, unknown>).role, name).toBeUndefined();
  }
  await makeSection({ description: markOf("what is looked for") });
  const kept = await keptMarks();
  expect(["what is looked for", ...names].filter((name) => kept.includes(markOf(name)))).toEqual([
    "what is looked for",
  ]);
}, 120_000);

/** A schema may say that it does not know a field, which is as good as leaving it. @throws a fault */
function refusedFields(error: unknown): void {
  if (!(error instanceof Said)) throw error;
}

/** All that stands in any table and was made up by the test. */
async function keptMarks(): Promise<string> {
  const tables = db().all<{ name: string }>(
    sql`select name from sqlite_schema where type = 'table' and sql not like '%VIRTUAL%'`,
  );
  const found = tables.flatMap(({ name }) => {
    const columns = db().all<{ name: string }>(sql`select name from pragma_table_info(${name})`);
    const whole = columns.map((column) => `coalesce(cast("${column.name}" as text), '')`).join(" || ' ' || ");
    return db().all<{ whole: string }>(
      sql.raw(`select ${whole} as whole from "${name}" where ${whole} like '%mark-%'`),
    );
  });
  return found.map(({ whole }) => whole).join("\n");
}

/** That what was given is wrong in itself. */
class Said extends Error {}

let hash: Promise<string> | undefined;
function hashed(): Promise<string> {
  hash ??= hashPassword(PASSWORD);
  return hash;
}

/** Calls as Next would. @throws if what was given is wrong in itself: then the row says nothing about who may. */
async function call(entry: Entry | undefined, given: Given): Promise<"answered" | "refused"> {
  if (!entry) throw new Error("There is no such action or handler");
  if ("request" in given) {
    given.request.headers.set("origin", "http://localhost:3000");
    const response = (await entry(given.request, { params: Promise.resolve(given.params) })) as Response;
    if ([401, 403, 404].includes(response.status)) return "refused";
    if (response.status < 400) return "answered";
    throw new Said(`${response.status}: ${await response.text()}`);
  }
  const data = new FormData();
  for (const [name, value] of Object.entries(given.fields)) data.set(name, value);
  try {
    const state = (await entry(null, data)) as { done: boolean; message?: string } | undefined;
    if (!state || state.done) return "answered";
    if (
      /^Your role|^You are signed out|does not exist, or you may not|has been set up|^This passkey was not|no authenticator app|^Set up an auth|^This code|of another desk/.test(
        state.message ?? "",
      )
    )
      return "refused";
    throw new Said(state.message);
  } catch (error) {
    if (String((error as { digest?: string }).digest).startsWith("NEXT_REDIRECT")) return "answered";
    throw error;
  }
}

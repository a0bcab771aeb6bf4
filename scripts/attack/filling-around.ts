import sharp from "sharp";
import { db } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { aboutPages } from "@/db/schema";
import { createCollection } from "@/domain/media/collecting";
import { NewCollection } from "@/domain/media/collection";
import { describeAsset } from "@/domain/media/describing";
import { DescribeAsset } from "@/domain/media/description";
import { uploadAsset } from "@/domain/media/upload";
import { saveDesk } from "@/domain/people/desk-keeping";
import { Invite } from "@/domain/people/invitation";
import { invite } from "@/domain/people/inviting";
import { renameSelf } from "@/domain/people/own-account";
import { SaveDesk } from "@/domain/people/section-desk";
import type { Actor } from "@/domain/people/staff";
import { keepRedirect } from "@/domain/redirects/keeping";
import { ABOUT_SLUGS, EditAbout } from "@/domain/settings/about";
import { editAbout } from "@/domain/settings/about-keeping";
import { editMachines, editOrganisation, editSettings } from "@/domain/settings/editing";
import { Machines } from "@/domain/settings/machines";
import { Organisation } from "@/domain/settings/organisation";
import { Settings } from "@/domain/settings/settings";
import { createSnippet } from "@/domain/snippets/keeping";
import { NewSnippet } from "@/domain/snippets/snippet";
import { addStyleRule } from "@/domain/style/keeping";
import { NewStyleRule } from "@/domain/style/style";
import { EditByline, NewByline } from "@/domain/taxonomy/byline";
import { createByline, editByline } from "@/domain/taxonomy/byline-keeping";
import { EditSection, NewSection } from "@/domain/taxonomy/section";
import { createSection, editSection } from "@/domain/taxonomy/section-keeping";
import { NewSeries } from "@/domain/taxonomy/series";
import { createSeries } from "@/domain/taxonomy/series-keeping";
import { NewTopic } from "@/domain/taxonomy/topic";
import { createTopic } from "@/domain/taxonomy/topic-keeping";
import { bodyOf } from "@/domain/testing/content";
import { saveView } from "@/domain/views/keeping";
import { SaveView } from "@/domain/views/view";
import { newId } from "@/lib/id";
import { routes } from "@/lib/routes";
import { slugOf } from "@/lib/slug";
import type { Pen } from "./pen";

/** Where what was written stands. */
export type Written = {
  stories: { id: string; path: string }[];
  /** Readers' pages, and the newsroom's. */
  pages: string[];
  newsroom: string[];
  previews: string[];
  /** How many times a word was not taken. */
  refused: number;
};

/** What a story stands in and shows. */
export type Around = {
  sectionId: string;
  topicId: string | null;
  bylineId: string;
  seriesId: string | null;
  assetId: string;
};

/** So many sections are made; each set after writes into one of them anew. */
const SECTIONS = 8;
const sections: string[] = [];

/** Does what a verb may refuse for the words alone: that is counted. */
export async function tried<T>(written: Written, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || !["Refusal", "ZodError", "$ZodError"].includes(error.name)) throw error;
    written.refused++;
    return null;
  }
}

/** What there is one of: the paper's own words, its pages about itself, its owner's name. */
export async function writePaper(owner: Actor, pen: Pen, set: number, written: Written): Promise<void> {
  const zone = { timeZone: "Europe/London", language: "en" };
  await editSettings(
    owner,
    Settings.parse({ name: pen("paper.name", 80), tagline: pen("paper.tagline", 160), ...zone }),
  );
  const line = (field: string) => pen(`organisation.${field}`, 200);
  const organisation = Organisation.parse({
    ...{ legalName: line("legalName"), street: line("street"), locality: line("locality"), region: line("region") },
    ...{ postalCode: line("postalCode"), country: line("country"), ownership: pen("organisation.ownership", 500) },
    profiles: [
      `https://elsewhere.example/${encodeURI(pen("organisation.profile", 200, (word) => encodeURI(word).length <= 250))}`,
    ],
  });
  await editOrganisation(owner, organisation);
  await editMachines(owner, Machines.parse({ adsTxt: pen("ads", 5000) }));
  const slug = ABOUT_SLUGS[set % ABOUT_SLUGS.length] ?? "ethics";
  const rows = await db().select().from(aboutPages);
  const since = rows.find((row) => row.slug === slug)?.editedAt.toISOString() ?? "";
  const body = JSON.stringify(bodyOf(pen("about.body", 5000)));
  await editAbout(owner, EditAbout.parse({ slug, title: pen("about.title", 120), body, since, publish: "yes" }));
  await renameSelf(owner, { name: pen("staff.self", 100) });
  written.pages.push(routes.about(slug));
  written.newsroom.push(routes.newsroom.about(slug));
}

/** One of each thing that a story stands in or shows, and of what the newsroom keeps for itself. */
export async function writeAround(owner: Actor, pen: Pen, set: number, written: Written): Promise<Around> {
  const assetId = await picture(owner, pen);
  const topic = await tried(written, () =>
    createTopic(owner, NewTopic.parse({ name: pen("topic.name", 80, (word) => slugOf(word) !== "") })),
  );
  const sectionId = await section(owner, pen, set, written);
  const { subjectId: bylineId } = await createByline(owner, NewByline.parse({ name: pen("byline.name", 100) }));
  await tried(written, () => editByline(owner, EditByline.parse(profile(bylineId, assetId, pen))));
  const series = await tried(written, () =>
    createSeries(
      owner,
      NewSeries.parse({
        name: pen("series.name", 80, (word) => slugOf(word) !== ""),
        description: pen("series.description", 1000),
      }),
    ),
  );
  await keptForStaff(owner, pen, { assetId, sectionId, set }, written);
  if (topic) written.pages.push(routes.topic(topic.slug));
  if (series) written.pages.push(routes.series(series.slug));
  written.newsroom.push(routes.newsroom.asset(assetId), routes.newsroom.byline(bylineId));
  return { assetId, bylineId, sectionId, topicId: topic?.id ?? null, seriesId: series?.id ?? null };
}

async function section(owner: Actor, pen: Pen, set: number, written: Written): Promise<string> {
  const said = { name: pen("section.name", 60), description: pen("section.description", 300) };
  if (sections.length < SECTIONS) {
    const made = await createSection(owner, NewSection.parse({ ...said, slug: `tried-${newId()}` }));
    sections.push(made.id);
    written.pages.push(routes.section(made.slug));
    return made.id;
  }
  const id = sections[set % SECTIONS] ?? "";
  await editSection(owner, EditSection.parse({ ...said, id }));
  return id;
}

function profile(id: string, portraitAssetId: string, pen: Pen) {
  return {
    ...{ id, portraitAssetId, name: pen("byline.renamed", 100), title: pen("byline.title", 100) },
    bio: pen("byline.bio", 2000),
    particulars: {
      expertise: [pen("byline.expertise", 80)],
      location: pen("byline.location", 100),
      links: [
        { label: pen("byline.label", 60), url: `https://elsewhere.example/${encodeURI(pen("byline.url", 150))}` },
      ],
    },
  };
}

/** A picture that says such words of itself, under such a name, and of which the desk says such words. */
async function picture(owner: Actor, pen: Pen): Promise<string> {
  const background = { r: Math.floor(Math.random() * 255), g: Math.floor(Math.random() * 255), b: 7 };
  const told = (field: string) => pen(`exif.${field}`, 1000);
  const bytes = await sharp({
    create: { width: 640 + Math.floor(Math.random() * 90), height: 480, channels: 3, background },
  })
    .withExif({ IFD0: { ImageDescription: told("description"), Artist: told("artist"), Copyright: told("copyright") } })
    .withXmp(xmpOf(pen))
    .jpeg()
    .toBuffer();
  const { id } = await uploadAsset(owner, { filename: `${pen("asset.filename", 190)}.jpg`, bytes });
  const line = (field: string, longest = 300) => pen(`asset.${field}`, longest);
  const said = {
    ...{ id, alt: line("alt", 1000), decorative: false, caption: line("caption", 2000), credit: line("credit") },
    ...{ creator: line("creator"), agency: line("agency"), source: line("source"), place: line("place") },
    ...{ people: [line("person")], keywords: [line("keyword", 60)], notes: line("notes", 3000) },
    ...{ copyrightNotice: line("copyright"), licence: line("licence"), usageTerms: line("usage", 3000) },
    ...{ restrictions: line("restrictions", 3000), territory: line("territory"), cost: line("cost") },
  };
  await describeAsset(owner, DescribeAsset.parse(said));
  return id;
}

/** As Photoshop writes it. */
function xmpOf(pen: Pen): string {
  const told = (field: string) => pen(`xmp.${field}`, 1000).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const of = (name: string, text: string) =>
    `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${text.replace(/[^\t\n\r -\uD7FF]/g, "")}</rdf:li></rdf:Alt></dc:${name}>`;
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">${of("title", told("title"))}${of("description", told("description"))}${of("rights", told("rights"))}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}

async function keptForStaff(
  owner: Actor,
  pen: Pen,
  { assetId, sectionId, set }: { assetId: string; sectionId: string; set: number },
  written: Written,
): Promise<void> {
  const person = await makeStaff({ role: "reporter", name: pen("staff.name", 100), email: `${newId()}@example.test` });
  written.newsroom.push(routes.newsroom.person(person.id));
  const email = `${newId()}@example.test`;
  await invite(owner, Invite.parse({ name: pen("invitation.name", 100), email, role: "reporter" }));
  const body = JSON.stringify(bodyOf(pen("snippet.body", 3000)));
  await tried(written, () => createSnippet(owner, NewSnippet.parse({ name: pen("snippet.name", 80), body })));
  await tried(written, () =>
    addStyleRule(
      owner,
      NewStyleRule.parse({ avoid: pen("style.avoid", 100), preferred: "better", reason: pen("style.reason", 300) }),
    ),
  );
  await tried(written, () =>
    createCollection(
      owner,
      NewCollection.parse({
        name: pen("collection.name", 80),
        description: pen("collection.description", 500),
        ids: [assetId],
      }),
    ),
  );
  await tried(written, () =>
    saveDesk(owner, SaveDesk.parse({ name: pen("desk.name", 60), sectionIds: [sectionId], memberIds: [person.id] })),
  );
  const path = `/tried/${newId()}`;
  await tried(written, async () => {
    await keepRedirect(owner, { path, kind: "gone", note: pen("redirect.note", 500) });
    written.pages.push(path);
  });
  const to = `/moved/${newId()}`;
  await tried(written, async () => {
    await keepRedirect(owner, { path: to, kind: "moved", target: pen("redirect.target", 2000), note: "" });
    written.pages.push(to);
  });
  // A list has so many views at most.
  if (set >= 25) return;
  const query = new URLSearchParams({ q: pen("view.query", 200) }).toString();
  await tried(written, () =>
    saveView(owner, SaveView.parse({ list: "articles", name: pen("view.name", 60), query, shared: "on" })),
  );
}

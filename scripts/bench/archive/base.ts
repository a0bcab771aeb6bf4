import { eq } from "drizzle-orm";
import sharp from "sharp";
import { db, transact } from "@/db/client";
import { bylines, staff } from "@/db/schema";
import { editAsset } from "@/domain/media/editing";
import { uploadAsset } from "@/domain/media/upload";
import { findActor } from "@/domain/people/actors";
import { addByline, addStaff } from "@/domain/people/joining";
import { hashPassword } from "@/domain/people/password";
import type { Actor } from "@/domain/people/staff";
import { termsOf } from "@/domain/search/terms";
import { setUpByOwner } from "@/domain/settings/set-up";
import { createSection, editSection } from "@/domain/taxonomy/section-keeping";
import { createTopic } from "@/domain/taxonomy/topic-keeping";
import { slugOf } from "@/lib/slug";
import { photograph } from "@/scripts/bench/photograph";
import { person, subject } from "./prose";

type Named = { id: string; slug: string; terms: string };

/** What the stories of an archive name: made by the newsroom's own verbs. */
export type Base = {
  /** Who publishes. */
  editor: string;
  writers: string[];
  sections: { id: string; slug: string }[];
  topics: Named[];
  bylines: Named[];
  /** The byline of each of the staff, by their id. */
  own: Record<string, string>;
  pictures: { id: string; captionTerms: string }[];
};

export type Sizes = { writers: number; topics: number; bylines: number; pictures: number };

/** A paper that prints so much has so many subjects and people, and no more as its archive grows older. */
export const SIZES: Sizes = { writers: 25, topics: 800, bylines: 600, pictures: 8 };

const SECTIONS = ["News", "World", "Business", "Sport", "Culture", "Opinion", "Science", "Life"];
const SUBTOPICS = 6;

/** Sets a paper up in an empty database: its owner, staff, sections with their sub-topics, topics, bylines and pictures. */
export async function putInBase(owner: { email: string; password: string }, sizes: Sizes = SIZES): Promise<Base> {
  const publication = { name: "The Archive", tagline: "All of it", timeZone: "Europe/London", language: "en" };
  await setUpByOwner({ ...owner, name: "Ownerton Archive" }, publication);
  const [row] = await db().select({ id: staff.id }).from(staff).where(eq(staff.role, "owner"));
  const editor = row && (await findActor(db(), row.id));
  if (!editor) throw new Error("The paper has no owner");
  const passwordHash = await hashPassword(owner.password);
  const writers = await inTurn(sizes.writers, (at) =>
    transact((tx) =>
      addStaff(tx, { email: `writer${at}@example.test`, name: person(at), role: "reporter", passwordHash }),
    ),
  );
  await inTurn(sizes.bylines - sizes.writers, (at) =>
    transact((tx) =>
      addByline(tx, { name: person(at + sizes.writers), title: "Correspondent", bio: "", staffId: null }),
    ),
  );
  const topics = await inTurn(sizes.topics, async (at) => {
    const name = subject(at);
    const topic = await createTopic(editor, { name });
    return { id: topic.id, slug: topic.slug, terms: termsIn(name) };
  });
  const people = await db().select().from(bylines).orderBy(bylines.createdAt, bylines.id);
  return {
    editor: editor.id,
    writers,
    sections: await inTurn(SECTIONS.length, (at) => addSection(editor, at, topics)),
    topics,
    bylines: people.map(({ id, slug, name }) => ({ id, slug, terms: termsIn(name) })),
    own: Object.fromEntries(people.flatMap(({ id, staffId }) => (staffId ? [[staffId, id]] : []))),
    pictures: await addPictures(editor, sizes.pictures),
  };
}

async function addSection(editor: Actor, at: number, topics: Named[]) {
  const name = SECTIONS[at] ?? "";
  const { id, slug } = await createSection(editor, { name, slug: slugOf(name), description: "", accent: "" });
  const topicIds = topics.slice(at * SUBTOPICS, (at + 1) * SUBTOPICS).map((topic) => topic.id);
  await editSection(editor, { id, name, description: "", accent: "", topicIds });
  return { id, slug };
}

/** A few photographs with all their copies, so that every address of a picture answers. */
async function addPictures(editor: Actor, count: number): Promise<Base["pictures"]> {
  const { data, width, height } = await photograph(1600);
  return inTurn(count, async (at) => {
    const bytes = await sharp(data, { raw: { width, height, channels: 3 } })
      .modulate({ hue: at * 40, brightness: 0.8 + at / 20 })
      .jpeg({ quality: 85 })
      .toBuffer();
    const caption = `${subject(at)}, seen from the ${subject(at + 20).toLowerCase()}`;
    const { id } = await uploadAsset(editor, { filename: `archive-${at}.jpg`, bytes, copied: "at-once" });
    await editAsset(editor, { id, alt: subject(at), decorative: false, caption, credit: "The Archive" });
    return { id, captionTerms: termsIn(caption) };
  });
}

function termsIn(text: string): string {
  return termsOf(text)
    .map(({ term }) => term)
    .join(" ");
}

async function inTurn<T>(count: number, make: (at: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let at = 0; at < count; at++) made.push(await make(at));
  return made;
}

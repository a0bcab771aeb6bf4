import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { bylines, sections, series, topics } from "@/db/schema";
import type { ReadersContent } from "./article";
import { articlesIn } from "./body";
import type { KindNames, Naming } from "./legible";

/** What names the things that these contents refer to. @param stories what stories are called, of those that are told of */
export async function namesIn(
  contents: readonly ReadersContent[],
  kinds: KindNames,
  stories: ReadonlyMap<string, string>,
): Promise<{ naming: Naming; sectionSlug: (id: string | null) => string | null }> {
  const ids = (of: (content: ReadersContent) => (string | null)[]) => [
    ...new Set(contents.flatMap(of).filter((id) => id !== null)),
  ];
  const named = async (table: typeof topics | typeof bylines | typeof series, of: string[]) =>
    new Map(
      (await db().select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, of))).map((row) => [
        row.id,
        row.name,
      ]),
    );
  const sectionIds = ids(({ sectionId }) => [sectionId]);
  const [shelves, about, people, parts] = await Promise.all([
    db()
      .select({ id: sections.id, name: sections.name, slug: sections.slug })
      .from(sections)
      .where(inArray(sections.id, sectionIds)),
    named(
      topics,
      ids(({ topicIds }) => topicIds),
    ),
    named(
      bylines,
      ids(({ bylineIds, credits }) => [...bylineIds, ...credits.map(({ bylineId }) => bylineId)]),
    ),
    named(
      series,
      ids(({ seriesId }) => [seriesId]),
    ),
  ]);
  const shelf = (id: string | null) => shelves.find((each) => each.id === id);
  const naming: Naming = {
    ...kinds,
    section: (id) => shelf(id)?.name ?? null,
    topic: (id) => about.get(id) ?? null,
    byline: (id) => people.get(id) ?? null,
    series: (id) => parts.get(id) ?? null,
    story: (id) => stories.get(id) ?? null,
  };
  return { naming, sectionSlug: (id) => shelf(id)?.slug ?? null };
}

/** The stories that these contents refer to. */
export function storiesIn(contents: readonly ReadersContent[]): string[] {
  const named = contents.flatMap(({ body, relatedIds, translationOf }) => [
    ...articlesIn(body),
    ...relatedIds,
    ...(translationOf ? [translationOf] : []),
  ]);
  return [...new Set(named)];
}

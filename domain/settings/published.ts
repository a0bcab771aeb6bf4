import { and, asc, desc, eq, exists, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import {
  aboutPages,
  bylines,
  publications,
  renditions,
  revisionBylines,
  revisionCredits,
  settings,
  staff,
} from "@/db/schema";
import { whileUnchanged } from "@/db/unchanged";
import { articlesIn, Body, readableBody } from "@/domain/articles/body";
import { cardsOfArticles } from "@/domain/articles/cards";
import { enhanceBody } from "@/domain/articles/enhance";
import { type Tag, tag } from "@/domain/events/tags";
import type { Source } from "@/domain/media/asset";
import { ROLES } from "@/domain/people/staff";
import { routes } from "@/lib/routes";
import { ABOUT_SLUGS, type AboutEntry, type AboutLink, type AboutPage, AboutSlug, beginningOf } from "./about";
import { type Appearance, type EditAppearance, KeptAppearance } from "./appearance";
import { Machines } from "./machines";
import { Organisation } from "./organisation";
import type { Publication } from "./settings";

export type { Publication } from "./settings";

/** What the publication is; null until it has been set up. */
export const readPublication = whileUnchanged(async (): Promise<Publication | null> => {
  const [row] = await db()
    .select({
      name: settings.name,
      tagline: settings.tagline,
      timeZone: settings.timeZone,
      language: settings.language,
    })
    .from(settings)
    .limit(1);
  return row ?? null;
});

/** How the paper looks: the house's own looks until somebody chose. It belongs to `tag.frame`. */
export const readAppearance = whileUnchanged(async (): Promise<Appearance> => {
  const { accent, typeface, logoAssetId, darkLogoAssetId, iconAssetId } = await chosenAppearance();
  const marks = await marksOf([logoAssetId, darkLogoAssetId, iconAssetId]);
  const light = marks(logoAssetId, "whole");
  return {
    accent,
    typeface,
    logo: light.length > 0 ? { light, dark: marks(darkLogoAssetId, "whole") } : null,
    icons: marks(iconAssetId, "1x1"),
  };
});

/** The pictures that stand for the paper: logo, logo on dark paper, icon. */
export async function markAssetIds(): Promise<string[]> {
  const { logoAssetId, darkLogoAssetId, iconAssetId } = await chosenAppearance();
  return [logoAssetId, darkLogoAssetId, iconAssetId].filter((id) => id !== null);
}

/** What was chosen, by the ids of the pictures. */
export async function chosenAppearance(): Promise<EditAppearance> {
  const [row] = await db()
    .select({ kept: settings.appearance, logoAssetId: settings.logoAssetId, iconAssetId: settings.iconAssetId })
    .from(settings)
    .limit(1);
  return {
    ...KeptAppearance.parse(row?.kept ?? {}),
    logoAssetId: row?.logoAssetId ?? null,
    iconAssetId: row?.iconAssetId ?? null,
  };
}

/** Who publishes the paper. */
export const readOrganisation = whileUnchanged(async (): Promise<Organisation> => {
  const [row] = await db().select({ organisation: settings.organisation }).from(settings).limit(1);
  return Organisation.parse(row?.organisation ?? {});
});

/** What machines are told. The key in it is public: IndexNow fetches it. */
export async function readMachines(): Promise<Machines> {
  const [row] = await db().select({ machines: settings.machines }).from(settings).limit(1);
  return Machines.parse(row?.machines ?? {});
}

/** The pages about the paper that readers can open, in the order in which they are listed. They belong to `tag.frame`. */
export const aboutLinks = whileUnchanged(async (): Promise<AboutLink[]> => {
  const rows = await db()
    .select({ slug: aboutPages.slug, title: aboutPages.title })
    .from(aboutPages)
    .where(isNotNull(aboutPages.publishedAt));
  return listed(rows);
});

/** The same, each with how it begins. */
export async function aboutEntries(): Promise<AboutEntry[]> {
  const rows = await db()
    .select({ slug: aboutPages.slug, title: aboutPages.title, body: aboutPages.body })
    .from(aboutPages)
    .where(isNotNull(aboutPages.publishedAt));
  return listed(rows).map(({ body, ...link }) => ({ ...link, description: beginningOf(readableBody(body)) }));
}

function listed<Row extends { slug: string }>(rows: Row[]): (Row & Pick<AboutLink, "slug">)[] {
  return ABOUT_SLUGS.flatMap((slug) => {
    const row = rows.find((page) => page.slug === slug);
    return row ? [{ ...row, slug }] : [];
  });
}

/** One of them; null where readers may not see it. */
export async function findAbout(slug: string): Promise<(AboutPage & { tags: Tag[] }) | null> {
  const [row] = await db()
    .select({ title: aboutPages.title, body: aboutPages.body, editedAt: aboutPages.editedAt })
    .from(aboutPages)
    .where(and(eq(aboutPages.slug, slug), isNotNull(aboutPages.publishedAt)));
  const known = AboutSlug.safeParse(slug);
  if (!row || !known.success) return null;
  const body = Body.parse(row.body);
  const articleIds = articlesIn(body);
  const cards = await cardsOfArticles(articleIds);
  return {
    slug: known.data,
    title: row.title,
    description: beginningOf(body),
    blocks: enhanceBody(body, new Map(), { played: new Map(), cards }),
    editedAt: row.editedAt,
    tags: [tag.frame, ...articleIds.map(tag.article)],
  };
}

/** Somebody of the staff, as the masthead page names them. */
export type StaffName = { id: string; slug: string; name: string; title: string };

/**
 * The members of the staff whose profile readers can open: those whom a live story names. Owners and editors first, then
 * the other roles in their order; within one by name.
 */
export async function staffNames(): Promise<{ names: StaffName[]; tags: Tag[] }> {
  const rows = await db()
    .select({ id: bylines.id, slug: bylines.slug, name: bylines.name, title: bylines.title, role: staff.role })
    .from(bylines)
    .innerJoin(staff, eq(staff.id, bylines.staffId))
    .where(and(isNull(staff.disabledAt), or(named(revisionBylines), named(revisionCredits))))
    .orderBy(asc(bylines.name), desc(bylines.id));
  const names = rows
    .sort((one, other) => ROLES.indexOf(one.role) - ROLES.indexOf(other.role))
    .map(({ role: _, ...name }) => name);
  return { names, tags: [tag.stories, tag.staff, ...names.map(({ id }) => tag.profile(id))] };
}

function named(credits: typeof revisionBylines | typeof revisionCredits) {
  return exists(
    db()
      .select({ id: publications.id })
      .from(credits)
      .innerJoin(publications, eq(publications.revisionId, credits.revisionId))
      .where(and(eq(credits.bylineId, bylines.id), isNull(publications.endedAt))),
  );
}

/** The PNG files made of these pictures for logo and icon, smallest first. */
async function marksOf(assetIds: (string | null)[]) {
  const ids = assetIds.filter((id) => id !== null);
  const files =
    ids.length === 0
      ? []
      : await db()
          .select()
          .from(renditions)
          .where(and(inArray(renditions.assetId, ids), eq(renditions.format, "png")))
          .orderBy(asc(renditions.width));
  return (assetId: string | null, crop: "whole" | "1x1"): Source[] =>
    files
      .filter((file) => file.assetId === assetId && file.crop === crop)
      .map(({ key, width, height }) => ({ src: routes.media(key), width, height }));
}

import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { aboutPages, staff } from "@/db/schema";
import { Body, EMPTY_BODY } from "@/domain/articles/body";
import { standingPicture } from "@/domain/media/desk";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { notFound } from "@/lib/refusal";
import { ABOUT_SLUGS, type AboutSlug, type KeptAbout } from "./about";
import type { EditAppearance } from "./appearance";
import type { Machines } from "./machines";
import { pictureDeskOf, workflowOf } from "./newsroom";
import type { Organisation } from "./organisation";
import type { PictureDesk } from "./picture-desk";
import { chosenAppearance, readMachines, readOrganisation, readPublication } from "./published";
import type { Publication } from "./settings";
import type { Workflow } from "./workflow";

/** The settings, for whoever may change them. */
export async function readSettings(actor: Actor): Promise<Publication> {
  authorize(actor, "settings.manage");
  const publication = await readPublication();
  if (!publication) throw notFound("publication");
  return publication;
}

/** How the paper looks, as whoever may change it chose it. */
export async function readChosenAppearance(actor: Actor): Promise<EditAppearance> {
  authorize(actor, "settings.manage");
  return chosenAppearance();
}

/** The pictures of how the paper looks, for whoever may change them. */
export async function readChosenPictures(actor: Actor) {
  authorize(actor, "settings.manage");
  const { logoAssetId, darkLogoAssetId, iconAssetId } = await chosenAppearance();
  const [logo, darkLogo, icon] = await Promise.all([logoAssetId, darkLogoAssetId, iconAssetId].map(standingPicture));
  return { logo: logo ?? null, darkLogo: darkLogo ?? null, icon: icon ?? null };
}

/** Who publishes the paper, for whoever may change it. */
export async function manageOrganisation(actor: Actor): Promise<Organisation> {
  authorize(actor, "settings.manage");
  return readOrganisation();
}

/** What machines are told, for whoever may change it. */
export async function manageMachines(actor: Actor): Promise<Machines> {
  authorize(actor, "settings.manage");
  return readMachines();
}

/** How stories go through the newsroom, for whoever may change it. */
export async function manageWorkflow(actor: Actor): Promise<Workflow> {
  authorize(actor, "settings.manage");
  return workflowOf(db());
}

/** How the picture desk works, for whoever may change it. */
export async function managePictureDesk(actor: Actor): Promise<PictureDesk> {
  authorize(actor, "settings.manage");
  return pictureDeskOf(db());
}

/** What happens when rights lapse, for whoever may look at the library. */
export async function readWhenLapsed(actor: Actor): Promise<PictureDesk["whenLapsed"]> {
  authorize(actor, "asset.read");
  return (await pictureDeskOf(db())).whenLapsed;
}

/** The pages about the paper, written or not, in the order in which readers see them listed. */
export async function listAbout(actor: Actor): Promise<KeptAbout[]> {
  authorize(actor, "about.edit");
  const rows = await db().select().from(aboutPages).innerJoin(staff, eq(staff.id, aboutPages.editedBy));
  return ABOUT_SLUGS.map((slug) => {
    const row = rows.find(({ about_pages }) => about_pages.slug === slug);
    if (!row) return { slug, title: "", body: EMPTY_BODY, editedAt: "", editedBy: "", live: false };
    const { title, body, editedAt, publishedAt } = row.about_pages;
    return {
      slug,
      title,
      body: Body.parse(body),
      editedAt: editedAt.toISOString(),
      editedBy: row.staff.name,
      live: publishedAt !== null,
    };
  });
}

/** One of them. @throws Refusal "not-found" for a slug that none has */
export async function readAbout(actor: Actor, slug: string): Promise<KeptAbout> {
  const page = (await listAbout(actor)).find((one) => one.slug === (slug as AboutSlug));
  if (!page) throw notFound("page");
  return page;
}

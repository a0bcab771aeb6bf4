import { eq } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { settings } from "@/db/schema";
import { record } from "@/domain/events/record";
import { planCredentials } from "@/domain/media/credentials-planning";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { notFound } from "@/lib/refusal";
import type { EditAppearance, KeptAppearance } from "./appearance";
import type { Machines } from "./machines";
import { keepMarks, type MadeMark, makeMarks } from "./marks";
import { pictureDeskOf } from "./newsroom";
import type { Organisation } from "./organisation";
import type { PictureDesk } from "./picture-desk";
import type { Settings } from "./settings";
import type { Workflow } from "./workflow";

/** Changes what the publication is called and how it speaks of time. */
export function editSettings(actor: Actor, { name, tagline, timeZone, language }: Settings) {
  return change(actor, { name, tagline, timeZone, language });
}

/**
 * Changes how the paper looks. A picture that is chosen as logo or icon is public from then on, in the files made for it.
 * @throws Refusal "invalid" if a picture is not in the library or cannot be read
 */
export async function editAppearance(actor: Actor, chosen: EditAppearance) {
  authorize(actor, "settings.manage");
  const { logoAssetId, darkLogoAssetId, iconAssetId, ...looks } = chosen;
  const marks = [
    { assetId: logoAssetId, kind: "logo" as const, field: "logoAssetId" },
    { assetId: darkLogoAssetId, kind: "logo" as const, field: "darkLogoAssetId" },
    { assetId: iconAssetId, kind: "icon" as const, field: "iconAssetId" },
  ].flatMap(({ assetId, ...mark }) => (assetId ? [{ assetId, ...mark }] : []));
  const made: { assetId: string; kind: "logo" | "icon"; files: MadeMark[] }[] = [];
  for (const { assetId, kind, field } of marks)
    made.push({ assetId, kind, files: await makeMarks(assetId, kind, field) });
  const appearance: KeptAppearance = { ...looks, darkLogoAssetId };
  return change(actor, { appearance, logoAssetId, iconAssetId }, async (tx) => {
    for (const { assetId, kind, files } of made) await keepMarks(tx, assetId, kind, files);
  });
}

/** Changes who is said to publish the paper. */
export function editOrganisation(actor: Actor, organisation: Organisation) {
  return change(actor, { organisation });
}

/** Changes what machines are told, and which of them. */
export function editMachines(actor: Actor, machines: Machines) {
  return change(actor, { machines });
}

/** Changes how stories go through the newsroom. */
export function editWorkflow(actor: Actor, workflow: Workflow) {
  return change(actor, { workflow });
}

/** Changes how the picture desk works. */
export function editPictureDesk(actor: Actor, pictureDesk: PictureDesk) {
  return change(actor, { pictureDesk }, async (tx) => {
    const before = await pictureDeskOf(tx);
    if (before.trustedIssuers !== pictureDesk.trustedIssuers) await planCredentials(tx);
  });
}

function change(
  actor: Actor,
  to: Partial<typeof settings.$inferInsert>,
  before: (tx: Db) => Promise<void> = async () => {},
) {
  return transact(async (tx) => {
    authorize(actor, "settings.manage");
    await before(tx);
    const changed = await tx.update(settings).set(to).where(eq(settings.id, 1)).returning({ id: settings.id });
    if (changed.length === 0) throw notFound("publication");
    return record(tx, actor, "settings.edited", "publication");
  });
}

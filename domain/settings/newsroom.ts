import type { Db } from "@/db/client";
import { settings } from "@/db/schema";
import { PictureDesk } from "./picture-desk";
import { Workflow } from "./workflow";

/** The zone in which the newsroom chooses and shows times. */
export async function zoneOf(tx: Db): Promise<string> {
  const [row] = await tx.select({ zone: settings.timeZone }).from(settings).limit(1);
  return row?.zone ?? "UTC";
}

/** How stories go through the newsroom. */
export async function workflowOf(tx: Db): Promise<Workflow> {
  const [row] = await tx.select({ workflow: settings.workflow }).from(settings).limit(1);
  return Workflow.parse(row?.workflow ?? {});
}

/** How the picture desk works. */
export async function pictureDeskOf(tx: Db): Promise<PictureDesk> {
  const [row] = await tx.select({ kept: settings.pictureDesk }).from(settings).limit(1);
  return PictureDesk.parse(row?.kept ?? {});
}

import type { Db } from "@/db/client";
import { settings } from "@/db/schema";
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

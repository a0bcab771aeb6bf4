import type { Db } from "@/db/client";
import type { Event } from "@/domain/events/event";
import { gatherJob } from "@/domain/jobs/queue";
import { readMachines } from "@/domain/settings/published";
import { PINGS } from "./ping";

/**
 * Plans that machines are told of what became of an article, in the transaction in which that happened: those that the
 * settings name, and nobody before.
 * @returns the event
 */
export async function planPings(tx: Db, event: Event): Promise<Event> {
  const machines = await readMachines();
  for (const [kind, isOn] of Object.entries(PINGS)) if (isOn(machines)) await gatherJob(tx, kind, event.number);
  return event;
}

import { and, eq, isNull } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { settings, staff } from "@/db/schema";
import { record } from "@/domain/events/record";
import { refuseGuessable } from "@/domain/people/guessable";
import { addStaff } from "@/domain/people/joining";
import { hashPassword } from "@/domain/people/password";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { readPublication } from "./published";
import type { Publication, SetUp } from "./settings";

/**
 * Sets the publication up with its first owner. It works once: afterwards it refuses for good.
 * @throws Refusal "conflict" when the publication has been set up.
 */
export async function setUpPublication({ ownerName, email, password, ...publication }: SetUp) {
  // Hashing is dear: once set-up is done nobody is given any.
  if (await readPublication()) throw closed();
  refuseGuessable(password, [ownerName, email, publication.name]);
  const passwordHash = await hashPassword(password);
  return transact(async (tx) => {
    if (!(await addSettings(tx, publication))) throw closed();
    const ownerId = await addStaff(tx, { email, name: ownerName, role: "owner", passwordHash });
    return record(tx, { id: ownerId }, "settings.created", "publication");
  });
}

/**
 * Makes sure that somebody owns the publication, for a start that names the owner in the environment.
 * A publication that is not set up gets the name and settings given. Nothing happens where there is an active owner.
 * @returns whether the owner was made.
 */
export async function setUpByOwner(
  { email, password, name = "Owner" }: { email: string; password: string; name?: string },
  publication: Publication = DEFAULTS,
): Promise<boolean> {
  const passwordHash = await hashPassword(password);
  return transact(async (tx) => {
    const [present] = await tx
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.role, "owner"), isNull(staff.disabledAt)))
      .limit(1);
    if (present) return false;
    await addSettings(tx, publication);
    const address = email.trim().toLowerCase();
    const ownerId = await addStaff(tx, { email: address, name, role: "owner", passwordHash });
    await record(tx, null, "staff.created", ownerId);
    return true;
  });
}

const DEFAULTS: Publication = { name: "Masthead", tagline: "", timeZone: "UTC", language: "en" };

/** Writes the one row of the settings. @returns false where it was there already */
async function addSettings(tx: Db, { name, tagline, timeZone, language }: Publication): Promise<boolean> {
  const added = await tx
    .insert(settings)
    .values({ id: 1, name, tagline, timeZone, language, setUpAt: now() })
    .onConflictDoNothing()
    .returning({ id: settings.id });
  return added.length > 0;
}

function closed(): Refusal {
  return new Refusal("conflict", "This publication has been set up already. Sign in instead.");
}

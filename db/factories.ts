import { DAY, now } from "@/lib/clock";
import { newId } from "@/lib/id";
import type { Db } from "./client";
import { transact } from "./client";
import * as tables from "./schema";

/**
 * Rows as they stand after something happened, for tests. Each makes what it needs and takes what matters to the test.
 * The rules live in the domain: a factory only puts down what a rule would have allowed.
 */

let count = 0;
const next = () => ++count;

async function insert<T>(work: (tx: Db) => Promise<T[]>): Promise<T> {
  const [row] = await transact(work);
  if (!row) throw new Error("Nothing was inserted");
  return row;
}

type Given<T extends { $inferInsert: object }> = Partial<T["$inferInsert"]>;

/** A member of the staff; an editor unless told. The password hash fits no password. */
export function makeStaff(given: Given<typeof tables.staff> = {}) {
  const n = next();
  const values = {
    email: `person${n}@example.test`,
    name: `Person ${n}`,
    role: "editor" as const,
    passwordHash: "!",
    createdAt: now(),
    ...given,
  };
  return insert((tx) => tx.insert(tables.staff).values(values).returning());
}

export function makeSection(given: Given<typeof tables.sections> = {}) {
  const n = next();
  const values = {
    slug: `section-${n}`,
    name: `Section ${n}`,
    description: "",
    position: n,
    createdAt: now(),
    ...given,
  };
  return insert((tx) => tx.insert(tables.sections).values(values).returning());
}

export function makeTopic(given: Given<typeof tables.topics> = {}) {
  const n = next();
  const values = { slug: `topic-${n}`, name: `Topic ${n}`, createdAt: now(), ...given };
  return insert((tx) => tx.insert(tables.topics).values(values).returning());
}

export function makeByline(given: Given<typeof tables.bylines> = {}) {
  const n = next();
  const values = { slug: `byline-${n}`, name: `Byline ${n}`, title: "", bio: "", createdAt: now(), ...given };
  return insert((tx) => tx.insert(tables.bylines).values(values).returning());
}

export async function makeAsset(given: Given<typeof tables.assets> = {}) {
  const n = next();
  const values = {
    hash: `${newId()}${n}`,
    filename: `picture-${n}.jpg`,
    type: "image/jpeg",
    bytes: 1000,
    width: 1600,
    height: 1000,
    placeholder: "data:image/webp;base64,UklGRg==",
    alt: null,
    caption: "",
    credit: "",
    uploadedBy: given.uploadedBy ?? (await makeStaff()).id,
    createdAt: now(),
    ...given,
  };
  return insert((tx) => tx.insert(tables.assets).values(values).returning());
}

export async function makeSettings(given: Given<typeof tables.settings> = {}) {
  const values = {
    id: 1,
    name: "The Test",
    tagline: "",
    timeZone: "Europe/Helsinki",
    language: "en",
    setUpAt: now(),
    ...given,
  };
  return insert((tx) => tx.insert(tables.settings).values(values).returning());
}

/** A session that is in use, for thirty days unless told. */
export async function makeSession(given: Given<typeof tables.sessions> = {}) {
  const at = now();
  const values = {
    staffId: given.staffId ?? (await makeStaff()).id,
    createdAt: at,
    lastSeenAt: at,
    expiresAt: new Date(at.getTime() + 30 * DAY),
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    address: "192.0.2.1",
    ...given,
  };
  return insert((tx) => tx.insert(tables.sessions).values(values).returning());
}

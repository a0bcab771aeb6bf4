import { readFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { Secret, TOTP } from "otpauth";
import { hashPassword } from "@/domain/people/password";
import { keyedHash, seal } from "@/domain/people/sealing";
import { secretHashOf } from "@/domain/people/secret-hash";
import type { Role } from "@/domain/people/staff";
import { newId, newSecret } from "@/lib/id";

/** Someone of a paper that is tried: put into its database from beside, so that many can be had. */
export type Person = { id: string; email: string; password: string };

const PASSWORD = "the-password-of-everybody";
let hash: Promise<string> | undefined;

/** Puts so many people down. */
export async function makePeople(folder: string, count: number, role: Role = "reporter"): Promise<Person[]> {
  hash ??= hashPassword(PASSWORD);
  const passwordHash = await hash;
  return within(folder, (database) => {
    const put = database.prepare(
      "insert into staff (id, email, name, role, password_hash, created_at) values (?, ?, ?, ?, ?, ?)",
    );
    return Array.from({ length: count }, () => {
      const id = newId();
      const email = `${id}@example.test`;
      put.run(id, email, `Person ${id}`, role, passwordHash, Date.now());
      return { id, email, password: PASSWORD };
    });
  });
}

/** A link by which somebody chooses a new password. @returns its secret */
export function makeReset(folder: string, { id }: Person): string {
  const secret = newSecret();
  within(folder, (database) =>
    database
      .prepare("insert into password_resets (id, staff_id, secret_hash, created_at, expires_at) values (?, ?, ?, ?, ?)")
      .run(newId(), id, secretHashOf(secret), Date.now(), Date.now() + 600_000),
  );
  return secret;
}

/** Gives somebody an authenticator app and a recovery code. @returns what shows the app’s code, and the other */
export function makeFactor(folder: string, { id }: Person): { code: () => string; recovery: string } {
  process.env.AUTH_SECRET = readFileSync(path.join(folder, "secret"), "utf8").trim();
  const secret = new Secret({ size: 20 });
  const recovery = "abcdefghjkmn";
  within(folder, (database) => {
    database
      .prepare(
        "insert into authenticators (staff_id, secret, created_at, confirmed_at, last_step) values (?, ?, ?, ?, 0)",
      )
      .run(id, seal("authenticator", secret.base32), Date.now(), Date.now());
    database
      .prepare("insert into recovery_codes (code_hash, staff_id) values (?, ?)")
      .run(keyedHash("recovery-code", `${id}:${recovery}`), id);
  });
  return { code: () => new TOTP({ secret }).generate(), recovery };
}

/** How many events of a kind there are of somebody. */
export function eventsOf(folder: string, { id }: Person, verb: string): number {
  return within(folder, (database) =>
    Number(database.prepare("select count(*) from events where subject_id = ? and verb = ?").pluck().get(id, verb)),
  );
}

/** Does something to a paper's database from beside. */
export function within<T>(folder: string, work: (database: Database.Database) => T): T {
  const database = new Database(path.join(folder, "masthead.db"), { timeout: 10_000 });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

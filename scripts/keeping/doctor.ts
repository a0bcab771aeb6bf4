import { existsSync } from "node:fs";
import { and, isNotNull, isNull } from "drizzle-orm";
import { closeDatabase, databaseFile, open, transact } from "@/db/client";
import { jobs } from "@/db/schema";
import { enteredAt, haveFolderAlone } from "@/domain/backups/locks";
import { type Env, readEnv } from "@/lib/env";
import packageJson from "@/package.json" with { type: "json" };
import { checkBackups } from "./checks/backups";
import { checkDatabase, checkSchema, checkSearch } from "./checks/database";
import type { Finding, Patient } from "./checks/finding";
import { checkFolder } from "./checks/folder";
import { checkLibrary } from "./checks/library";
import { checkLog, checkMachine, checkWork, hasFailedWork } from "./checks/machine";
import { requireOwner } from "./owner";

type Asked = { migrations: string; fix: boolean; deep: boolean };

/** Looks at a paper, tells what it finds, and mends what is asked for. @returns 1 where a problem is left */
export async function examine(asked: Asked): Promise<number> {
  let env: Env;
  try {
    env = readEnv();
  } catch (error) {
    return tell([
      {
        what: "Settings",
        state: "problem",
        found: (error as Error).message,
        mend: "Set the variable so, and ask again.",
      },
    ]);
  }
  console.log(`Masthead ${packageJson.version}, the paper in ${env.DATA_DIR}\n`);
  if (!existsSync(databaseFile(env.DATA_DIR))) {
    return tell([
      {
        what: "Database",
        state: "problem",
        found: `There is none in ${env.DATA_DIR}`,
        mend: `Set DATA_DIR to the paper's folder. If it is lost: "restore ARCHIVE".`,
      },
    ]);
  }
  requireOwner(env.DATA_DIR);
  const findings = await findingsOf(env, asked);
  const toMend = findings.filter(({ fix }) => fix);
  if (!asked.fix || toMend.length === 0) return tell(findings);
  for (const { what, fix } of toMend) {
    try {
      console.log(`Mended: ${what}: ${await fix?.()}.`);
    } catch (error) {
      console.error(`Not mended: ${what}: ${(error as Error).message}`);
    }
  }
  closeDatabase();
  console.log("");
  return tell(await findingsOf(env, asked));
}

async function findingsOf(env: Env, { migrations, deep }: Asked): Promise<Finding[]> {
  const settings: Finding = { what: "Settings", state: "good", found: "Every variable is as expected" };
  let patient: Patient;
  try {
    const connection = open(databaseFile(env.DATA_DIR), true);
    patient = { env, migrations, connection, at: new Date(), deep, runningSince: runningSince(env.DATA_DIR) };
    connection.prepare("select count(*) from sqlite_master").get();
  } catch (error) {
    return [
      settings,
      {
        what: "Database",
        state: "problem",
        found: `It cannot be opened: ${(error as Error).message}`,
        mend: `End the paper and restore the last backup: "restore ARCHIVE".`,
      },
      ...(await checkBackups({ env, at: new Date() } as Patient)),
    ];
  }
  try {
    const sound = checkDatabase(patient);
    const schema = checkSchema(patient);
    const general = [settings, ...sound, schema, checkLog(patient)];
    // Other tables than these cannot be asked, and what is damaged tells nothing.
    if (schema.state !== "good" || sound.some(({ state }) => state === "problem"))
      return [...general, ...(await checkBackups(patient))];
    return [
      ...general,
      ...checkMachine(patient),
      ...checkFolder(patient),
      ...(await checkLibrary(patient)),
      ...(await checkSearch(patient)),
      ...withRetry(checkWork(patient), patient),
      ...(await checkBackups(patient)),
    ];
  } finally {
    patient.connection.close();
    closeDatabase();
  }
}

function withRetry(findings: Finding[], patient: Patient): Finding[] {
  if (!hasFailedWork(patient)) return findings;
  const fix = async () => {
    const failed = and(isNull(jobs.doneAt), isNotNull(jobs.lastError));
    await transact((tx) => tx.update(jobs).set({ runAt: new Date(), lastError: null }).where(failed));
    return "failed work is tried at once";
  };
  const at = findings.findIndex(({ state }) => state === "worth a look");
  return findings.map((finding, index) => (index === at ? { ...finding, fix } : finding));
}

function runningSince(dataDir: string): Date | null {
  const letGo = haveFolderAlone(dataDir);
  letGo?.();
  return letGo ? null : enteredAt(dataDir);
}

const MARKS: Record<Finding["state"], string> = { good: "good", "worth a look": "look", problem: "PROBLEM" };

function tell(findings: Finding[]): number {
  const wide = Math.max(...findings.map(({ what }) => what.length));
  for (const { what, state, found, mend } of findings) {
    console.log(`  ${MARKS[state].padEnd(7)}  ${what.padEnd(wide)}  ${found}`);
    if (mend) console.log(`${" ".repeat(wide + 13)}→ ${mend}`);
  }
  const count = (wanted: Finding["state"]) => findings.filter(({ state }) => state === wanted).length;
  const [problems, looks] = [count("problem"), count("worth a look")];
  console.log(`\n${problems} ${problems === 1 ? "problem" : "problems"}, ${looks} worth a look`);
  return problems > 0 ? 1 : 0;
}

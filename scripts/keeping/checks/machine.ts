import { existsSync, statfsSync, statSync } from "node:fs";
import path from "node:path";
import { databaseFile } from "@/db/client";
import { formatBytes } from "@/lib/bytes";
import { HOUR, MINUTE } from "@/lib/clock";
import { schemaOfCode, sqliteVersion } from "@/scripts/keeping/database";
import type { Finding, Patient } from "./finding";

const MB = 1024 * 1024;

/** What the paper stands on: Node, SQLite, the clock, the disk. */
export function checkMachine(patient: Patient): Finding[] {
  return [
    checkVersions(patient),
    checkClock(patient),
    ...checkDisks(patient),
    checkZone(patient),
    ...checkAddress(patient),
  ];
}

function checkVersions({ connection }: Patient): Finding {
  return {
    what: "Versions",
    state: "good",
    found: `Node ${process.versions.node}, SQLite ${sqliteVersion(connection)}`,
  };
}

/** How far ahead of the clock anything may be: disks of a network have clocks of their own. */
const AHEAD = 5 * MINUTE;

function checkClock({ connection, env, migrations, at }: Patient): Finding {
  const last = connection
    .prepare("select max(at) from (select at from events order by number desc limit 100)")
    .pluck()
    .get();
  const times: [string, number][] = [
    ["the last thing that happened in the paper", Number(last ?? 0)],
    ["the database was written", statSync(databaseFile(env.DATA_DIR)).mtimeMs],
    ["this version of Masthead was made", schemaOfCode(migrations)],
  ];
  const ahead = times.find(([, time]) => time > at.getTime() + AHEAD);
  if (!ahead) return { what: "Clock", state: "good", found: at.toISOString() };
  return {
    what: "Clock",
    state: "problem",
    found: `It is ${at.toISOString()}, and ${ahead[0]} at ${new Date(ahead[1]).toISOString()}`,
    mend: "Set the clock of this machine, and let it be kept (timedatectl set-ntp true). Planned stories come out by it.",
  };
}

function checkDisks({ env }: Patient): Finding[] {
  const places = [env.DATA_DIR, ...(env.BACKUP_DIR && existsSync(env.BACKUP_DIR) ? [env.BACKUP_DIR] : [])];
  return places.map((place) => {
    const { bavail, blocks, bsize } = statfsSync(place);
    const free = bavail * bsize;
    const found = `${formatBytes(free)} of ${formatBytes(blocks * bsize)} are free in ${place}`;
    const mend = "Make room, or move the folder to a larger disk: nothing can be saved once it is full.";
    if (free < 256 * MB) return { what: "Disk", state: "problem", found, mend };
    if (bavail < blocks / 20 || free < 1024 * MB) return { what: "Disk", state: "worth a look", found, mend };
    return { what: "Disk", state: "good", found };
  });
}

function checkZone({ connection }: Patient): Finding {
  const zone = connection.prepare("select time_zone from settings limit 1").pluck().get() as string | undefined;
  if (!zone)
    return {
      what: "Time zone",
      state: "worth a look",
      found: "The paper is not set up yet",
      mend: "Open /setup and set it up.",
    };
  try {
    const shown = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "medium", timeStyle: "short" });
    return { what: "Time zone", state: "good", found: `${zone}, where it is ${shown.format(new Date())}` };
  } catch {
    return {
      what: "Time zone",
      state: "problem",
      found: `This Node does not know the zone ${zone}`,
      mend: "Choose another under Settings in the newsroom, or use a newer Node.",
    };
  }
}

function checkAddress({ env }: Patient): Finding[] {
  const { protocol, hostname } = new URL(env.SITE_URL);
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (protocol === "http:" && !isHere) {
    return [
      {
        what: "Address",
        state: "worth a look",
        found: `SITE_URL is ${env.SITE_URL}: passwords travel in the open`,
        mend: "Put a proxy with a certificate in front, and set SITE_URL to its https address.",
      },
    ];
  }
  if (protocol === "https:" && env.TRUST_PROXY === 0) {
    return [
      {
        what: "Address",
        state: "worth a look",
        found: "SITE_URL is https, and TRUST_PROXY is 0: all visitors seem to come from the proxy",
        mend: "Set TRUST_PROXY to the number of proxies in front.",
      },
    ];
  }
  return [{ what: "Address", state: "good", found: env.SITE_URL }];
}

/** How old work may grow that was due, while the paper runs. */
const LATE = 10 * MINUTE;

/** What the paper does by itself. */
export function checkWork({ connection, at, runningSince }: Patient): Finding[] {
  const count = (query: string, ...values: unknown[]) =>
    connection
      .prepare(query)
      .pluck()
      .get(...values) as number;
  const failing = connection
    .prepare(
      "select kind, count(*) as count, max(last_error) as error from jobs where done_at is null and last_error is not null group by kind",
    )
    .all() as { kind: string; count: number; error: string }[];
  const late = at.getTime() - LATE;
  const waiting = count(
    "select count(*) from jobs where done_at is null and run_at < ? and (claimed_until is null or claimed_until < ?)",
    late,
    at.getTime(),
  );
  const overdue = count("select count(*) from schedules where ended_at is null and at < ?", late);
  const held = count("select count(*) from jobs where done_at is null and claimed_until > ?", at.getTime() + 2 * HOUR);
  const isAtWork = count("select count(*) from jobs where done_at > ? or claimed_until > ?", late, at.getTime()) > 0;
  // One that has just started is about to do what waited for it; one at work comes to it.
  const stuck = runningSince && runningSince.getTime() < late && !isAtWork ? waiting + overdue : 0;
  return [
    stuck > 0
      ? {
          what: "Work",
          state: "problem",
          found: `${waiting} jobs and ${overdue} planned stories have been due for more than ten minutes, though the paper runs`,
          mend: "Look at what the paper said when it began them, then start it anew.",
        }
      : {
          what: "Work",
          state: "good",
          found: runningSince
            ? `${waiting + overdue} pieces wait for their turn`
            : `The paper does not run; ${waiting + overdue} pieces wait for its start`,
        },
    ...(held > 0
      ? [
          {
            what: "Work",
            state: "worth a look" as const,
            found: `${held} jobs are claimed for hours to come: the clock was set back`,
            mend: "They are done once the clock has passed that; see Clock.",
          },
        ]
      : []),
    ...failing.map(({ kind, count: failed, error }) => ({
      what: "Work",
      state: "worth a look" as const,
      found: `${failed} of the kind "${kind}" failed and will be tried again: ${error.slice(0, 200)}`,
      mend: "Mend what it names; then --fix tries it at once.",
    })),
  ];
}

/** Whether anything is on its way that failed: those are tried again at once by --fix. */
export function hasFailedWork({ connection }: Patient): boolean {
  return (
    connection.prepare("select 1 from jobs where done_at is null and last_error is not null limit 1").get() !==
    undefined
  );
}

/** The folder that the paper's database has its log in, and how far that has grown. */
export function checkLog({ env, runningSince }: Patient): Finding {
  const file = `${databaseFile(env.DATA_DIR)}-wal`;
  const bytes = existsSync(file) ? statSync(file).size : 0;
  const found = `The log of the database has ${formatBytes(bytes)}`;
  if (bytes <= 64 * MB) return { what: "Log", state: "good", found };
  return {
    what: "Log",
    state: "worth a look",
    found: `${found}, more than 64 MB`,
    mend: runningSince
      ? `Something reads for very long, or Litestream lags behind: look who has ${path.basename(file)} open, or start the paper anew.`
      : "The next start writes it back.",
  };
}

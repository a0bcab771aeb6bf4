import { existsSync } from "node:fs";
import { readLastBackup } from "@/domain/backups/last";
import { DAY } from "@/lib/clock";
import { isOnOneDisk } from "@/scripts/keeping/files";
import { type Finding, many, type Patient } from "./finding";

/** How old the last backup may be. */
const OLD = 2 * DAY;

/** Whether there is a backup to go back to. */
export async function checkBackups({ env, at }: Patient): Promise<Finding[]> {
  const last = await readLastBackup(env.DATA_DIR);
  const schedule = env.BACKUP_DIR
    ? []
    : [
        {
          what: "Backups",
          state: "worth a look" as const,
          found: "None are scheduled",
          mend: "Set BACKUP_DIR to a folder on another disk; see docs/backups.md.",
        },
      ];
  const good = last?.lastGood;
  if (!last || !good) {
    const found = last ? `The last one failed (${last.failure}), and none was made before` : "None was made yet";
    return [{ what: "Backups", state: "problem", found, mend: `Make one now: "backup FOLDER".` }, ...schedule];
  }
  const when = `The last was made at ${good.at.toISOString()}, in ${good.place}`;
  const days = Math.floor((at.getTime() - good.at.getTime()) / DAY);
  return [
    ...(last.failure
      ? [
          {
            what: "Backups",
            state: "problem" as const,
            found: `The one of ${last.at.toISOString()} failed: ${last.failure}`,
            mend: `Mend that, then make one: "backup".`,
          },
        ]
      : []),
    at.getTime() - good.at.getTime() > OLD
      ? {
          what: "Backups",
          state: "problem",
          found: `${when}: ${many(days, "day")} ago`,
          mend: `Make one now: "backup".`,
        }
      : existsSync(good.place)
        ? { what: "Backups", state: "good", found: when }
        : {
            what: "Backups",
            state: "problem",
            found: `${when}, where there is nothing now`,
            mend: "Look whether that disk is there, and who removed it.",
          },
    ...(existsSync(good.place) && isOnOneDisk(good.place, env.DATA_DIR)
      ? [
          {
            what: "Backups",
            state: "worth a look" as const,
            found: "They lie on the same disk as the paper, and would be lost with it",
            mend: "Set BACKUP_DIR to a folder on another disk, or copy them to another machine.",
          },
        ]
      : []),
    ...last.warnings.map((warning) => ({
      what: "Backups",
      state: "worth a look" as const,
      found: `The last one lacks something: ${warning}`,
      mend: "See Files.",
    })),
    ...schedule,
  ];
}

import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { databaseFile } from "@/db/client";
import { DAY } from "@/lib/clock";
import { SECRET } from "@/scripts/keeping/archive";
import { type Finding, many, type Patient } from "./finding";

/** Who may read what is kept, and what a paper that was cut off left behind. */
export function checkFolder(patient: Patient): Finding[] {
  return [checkPermissions(patient), checkSecret(patient), ...checkAside(patient)];
}

function checkPermissions({ env }: Patient): Finding {
  const files = ["", "-wal", "-shm"].map((ending) => databaseFile(env.DATA_DIR) + ending);
  const all = [env.DATA_DIR, path.join(env.DATA_DIR, SECRET), path.join(env.DATA_DIR, "backups"), ...files];
  const open =
    process.platform === "win32" ? [] : all.filter((file) => existsSync(file) && statSync(file).mode & 0o077);
  if (open.length === 0) return { what: "Permissions", state: "good", found: "What is kept is for its owner alone" };
  return {
    what: "Permissions",
    state: "problem",
    found: `Other users of this machine can open ${open.map((file) => path.relative(env.DATA_DIR, file) || "DATA_DIR").join(", ")}`,
    mend: "--fix takes that from them (chmod go=).",
    fix: async () => {
      for (const file of open) chmodSync(file, statSync(file).mode & 0o700);
      return `took ${open.length} from other users`;
    },
  };
}

function checkSecret({ env, connection }: Patient): Finding {
  const file = path.join(env.DATA_DIR, SECRET);
  const secret = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  if (secret.length >= 32) return { what: "Secret", state: "good", found: "It is there" };
  const people = connection.prepare("select count(*) from staff").pluck().get() as number;
  if (people === 0) return { what: "Secret", state: "good", found: "The first start makes one" };
  return {
    what: "Secret",
    state: "problem",
    found: `${file} ${secret ? "holds none that can be used" : "is not there"}`,
    mend: "Take it from the last backup. A start makes a new one: then everybody signs in again, and sets up their second factor anew.",
  };
}

function checkAside({ env, at }: Patient): Finding[] {
  const names = readdirSync(env.DATA_DIR);
  const aside = names.filter((name) => name.startsWith("before-restore-"));
  const old = aside.filter((name) => statSync(path.join(env.DATA_DIR, name)).ctimeMs < at.getTime() - 7 * DAY);
  const cut = names.filter((name) => name === "first-edition.tmp" || /^\.restor/.test(name));
  return [
    ...(old.length > 0
      ? [
          {
            what: "Left behind",
            state: "worth a look" as const,
            found: `${many(old.length, "folder")} from before a restore: ${old.join(", ")}`,
            mend: "Remove them once you are sure that you need nothing of it.",
          },
        ]
      : []),
    ...(cut.length > 0
      ? [
          {
            what: "Left behind",
            state: "worth a look" as const,
            found: `${cut.join(", ")}: something was cut off`,
            mend: "The next start finishes it, or removes it.",
          },
        ]
      : []),
  ];
}

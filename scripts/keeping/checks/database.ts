import { sql } from "drizzle-orm";
import { transact } from "@/db/client";
import { catchUpLibrary, isLibraryBehind } from "@/domain/media/indexing";
import { catchUp, isIndexBehind } from "@/domain/search/indexing";
import { damageIn, schemaOf, schemaOfCode, violationsIn } from "@/scripts/keeping/database";
import { type Finding, many, type Patient } from "./finding";

/** Whether the database is sound. */
export function checkDatabase({ connection }: Patient): Finding[] {
  const damage = damageIn(connection);
  const violations = damage.length > 0 ? {} : violationsIn(connection);
  const broken = Object.entries(violations);
  return [
    damage.length > 0
      ? {
          what: "Database",
          state: "problem",
          found: `It is damaged: ${damage.slice(0, 3).join("; ")}`,
          mend: `End the paper and restore the last backup ("restore ARCHIVE"). If none is whole: sqlite3 masthead.db .recover`,
        }
      : { what: "Database", state: "good", found: "Every page of it was read" },
    ...(broken.length > 0
      ? [
          {
            what: "Database",
            state: "problem" as const,
            found: `Rows name others that are not there: ${broken.map(([table, count]) => `${count} of ${table}`).join(", ")}`,
            mend: "Restore a backup from before, or have somebody who knows SQLite look at them (pragma foreign_key_check).",
          },
        ]
      : []),
  ];
}

/** Whether the database is of this version. */
export function checkSchema({ connection, migrations }: Patient): Finding {
  const [found, code] = [schemaOf(connection), schemaOfCode(migrations)];
  if (found === code) return { what: "Schema", state: "good", found: "The database is of this version" };
  if (found < code) {
    return {
      what: "Schema",
      state: "worth a look",
      found: "The database is of an older version",
      mend: "The next start brings it up to date, and keeps a copy from before in DATA_DIR/backups. More is looked at then.",
    };
  }
  return {
    what: "Schema",
    state: "problem",
    found: "The database was written by a newer version of Masthead",
    mend: "Start that version, or restore an archive from before the upgrade.",
  };
}

/** Whether what is searched is what there is. */
export async function checkSearch({ connection }: Patient): Promise<Finding[]> {
  return [
    await checkIndex("stories", ["search_entries", "search_index"], isIndexBehind, catchUp),
    await checkIndex("the library", ["asset_entries", "asset_index"], isLibraryBehind, catchUpLibrary),
  ];

  async function checkIndex(
    of: string,
    [entries, index]: [string, string],
    isBehind: () => Promise<boolean>,
    catchUpWith: () => Promise<unknown>,
  ): Promise<Finding> {
    // Beside each row of FTS5's stands how many terms it has.
    const stray = connection
      .prepare(
        `select (select count(*) from ${entries} where id not in (select id from ${index}_docsize)) +
                (select count(*) from ${index}_docsize where id not in (select id from ${entries}))`,
      )
      .pluck()
      .get() as number;
    if (stray === 0 && !(await isBehind())) return { what: "Search", state: "good", found: `Of ${of} it is whole` };
    return {
      what: "Search",
      state: "problem",
      found:
        stray > 0
          ? `Of ${of} ${many(stray, "row")} of the index lack the other half`
          : `Of ${of} it does not have what there is`,
      mend: "--fix makes what is missing; the paper does so too, within a minute.",
      fix: async () => {
        await outdate(entries, index);
        await catchUpWith();
        return `made the index of ${of} whole`;
      },
    };
  }
}

async function outdate(entries: string, index: string): Promise<void> {
  await transact(async (tx) => {
    await tx.run(sql.raw(`update ${entries} set version = 0 where id not in (select id from ${index}_docsize)`));
    await tx.run(
      sql.raw(
        `delete from ${index} where rowid in (select id from ${index}_docsize where id not in (select id from ${entries}))`,
      ),
    );
  });
}

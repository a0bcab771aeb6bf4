import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, statSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { inArray } from "drizzle-orm";
import { transact } from "@/db/client";
import { assets } from "@/db/schema";
import { planCopies } from "@/domain/media/copies";
import { formatBytes } from "@/lib/bytes";
import { DAY } from "@/lib/clock";
import { isNamedBy } from "@/scripts/keeping/archive";
import { namedFiles } from "@/scripts/keeping/database";
import { contentFiles, forEach, hashFile } from "@/scripts/keeping/files";
import { type Finding, many, type Patient, some } from "./finding";

type Row = { path: string; bytes: number; assetId: string; filename: string; isPicture: number };

/** Whether rows and files of the library belong together. */
export async function checkLibrary(patient: Patient): Promise<Finding[]> {
  const { env, connection } = patient;
  // The rows first: a file is there before its row is.
  const rows = rowsOf(patient);
  const named = namedFiles(connection);
  const files = new Map((await contentFiles(env.DATA_DIR)).map(({ name, bytes }) => [name, bytes]));
  const lost = rows.filter((row) => !files.has(row.path));
  const wrong = new Set(
    rows.filter((row) => files.has(row.path) && files.get(row.path) !== row.bytes).map((row) => row.path),
  );
  if (patient.deep) {
    await forEach([...files.keys()], async (name) => {
      const hash = await hashFile(path.join(env.DATA_DIR, name)).catch(() => null);
      if (hash && !isNamedBy(name, hash)) wrong.add(name);
    });
  }
  const originals = lost.filter(({ path: name }) => name.startsWith("originals/"));
  const copies = lost.filter(({ path: name }) => name.startsWith("media/"));
  return [
    {
      what: "Files",
      state: "good",
      found: `${many(files.size, "file")}, ${patient.deep ? "all read" : "their sizes compared (--deep reads them)"}`,
    },
    ...(originals.length > 0 ? [missingOriginals(originals)] : []),
    ...(copies.length > 0 ? [missingCopies(copies, patient)] : []),
    ...(wrong.size > 0 ? [damaged([...wrong].sort(), patient.deep)] : []),
    ...(await unnamed(files, named, patient)),
    ...(await halfUploads(patient)),
  ];
}

function rowsOf({ connection }: Patient): Row[] {
  return connection
    .prepare(
      `select 'originals/' || substr(hash, 1, 2) || '/' || hash as path, bytes, id as assetId, filename, kind = 'picture' as isPicture
         from assets where purged_at is null
       union all select 'originals/' || substr(hash, 1, 2) || '/' || hash, bytes, asset_id, filename, 0 from former_files
       union all select 'media/' || substr(key, 1, 2) || '/' || key, renditions.bytes, asset_id, filename,
         assets.kind = 'picture' from renditions join assets on assets.id = asset_id`,
    )
    .all() as Row[];
}

function missingOriginals(lost: Row[]): Finding {
  return {
    what: "Files",
    state: "problem",
    found: `${many(lost.length, "original")} that the library names ${lost.length === 1 ? "is" : "are"} not there: ${some(lost.map(({ filename }) => filename))}`,
    mend: `Copy them from a backup, by their names: ${some(lost.map((row) => row.path))}.`,
  };
}

function missingCopies(lost: Row[], { env }: Patient): Finding {
  return {
    what: "Files",
    state: "problem",
    found: `${many(lost.length, "rendition")} that readers may ask for ${lost.length === 1 ? "is" : "are"} not there, of ${some([...new Set(lost.map(({ filename }) => filename))])}`,
    mend: "--fix has them made anew from their originals, as a job.",
    fix: async () => {
      const linked = lost.filter((row) => fromOriginal(row, env.DATA_DIR));
      const pictures = [
        ...new Set(lost.filter((row) => row.isPicture && !linked.includes(row)).map(({ assetId }) => assetId)),
      ];
      await transact(async (tx) => {
        for (let from = 0; from < pictures.length; from += 500) {
          const some = pictures.slice(from, from + 500);
          await tx.update(assets).set({ copiesSay: null }).where(inArray(assets.id, some));
          for (const id of some) await planCopies(tx, id);
        }
      });
      return `copied ${linked.length} from their originals, planned the copies of ${many(pictures.length, "picture")}`;
    },
  };
}

/** Sounds, films and documents are served as they came: such a copy has the name of its original, cut short. */
function fromOriginal({ path: name }: Row, dataDir: string): boolean {
  const [key = ""] = path.basename(name).split(".");
  const shard = path.join(dataDir, "originals", key.slice(0, 2));
  const original = existsSync(shard) ? readdirSync(shard).find((hash) => hash.startsWith(key)) : undefined;
  if (!original) return false;
  const target = path.join(dataDir, name);
  mkdirSync(path.dirname(target), { recursive: true });
  copyFileSync(path.join(shard, original), `${target}.tmp`);
  renameSync(`${target}.tmp`, target);
  return true;
}

function damaged(names: string[], deep: boolean): Finding {
  return {
    what: "Files",
    state: "problem",
    found: `${many(names.length, "file")} ${names.length === 1 ? "is" : "are"} not ${deep ? "what the name says" : "as large as the library says"}: ${some(names)}`,
    mend: "Copy them from a backup. A rendition may be removed instead: then --fix has it made anew.",
  };
}

async function unnamed(files: Map<string, number>, named: Set<string>, { env, at }: Patient): Promise<Finding[]> {
  const old: number[] = [];
  await forEach([...files], async ([name, bytes]) => {
    if (named.has(name)) return;
    const found = await stat(path.join(env.DATA_DIR, name)).catch(() => null);
    // The sweep takes copies after a day, originals after thirty.
    const days = name.startsWith("media/") ? 2 : 31;
    if (found && Math.max(found.mtimeMs, found.ctimeMs) < at.getTime() - days * DAY) old.push(bytes);
  });
  if (old.length === 0) return [];
  return [
    {
      what: "Files",
      state: "worth a look",
      found: `${many(old.length, "file")} that no row names (${formatBytes(old.reduce((sum, bytes) => sum + bytes, 0))}) ${old.length === 1 ? "was" : "were"} not swept away`,
      mend: "The paper sweeps once a day: see under Operations whether it does.",
    },
  ];
}

async function halfUploads({ env, at }: Patient): Promise<Finding[]> {
  const folder = path.join(env.DATA_DIR, "originals", "incoming");
  const names = await readdir(folder).catch(() => []);
  const old = names.filter((name) => statSync(path.join(folder, name)).ctimeMs < at.getTime() - 2 * DAY);
  if (old.length === 0) return [];
  return [
    {
      what: "Uploads",
      state: "worth a look",
      found: `${many(old.length, "upload")} that nobody went on with ${old.length === 1 ? "was" : "were"} not swept away`,
      mend: "The paper sweeps once a day: see under Operations whether it does.",
    },
  ];
}

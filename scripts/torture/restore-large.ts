import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { startPaper } from "@/scripts/trials/paper";
import type { Row } from "@/scripts/trials/report";
import { archived, kept } from "./keeper";

/** How long restoring may take, in seconds. */
const BOUND = 60;

type Copy = { key: string; bytes: number };

/** How long a paper of this size takes to be backed up, verified and restored, and whether it serves at once. */
export async function restoredLarge(
  folder: string,
  { stories, pictures }: { stories: number; pictures: number },
  isShort: boolean,
): Promise<Row[]> {
  const [data, archives, target] = ["large", "large-archives", "large-restored"].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  const made = spawnSync(process.execPath, [...process.execArgv, "scripts/bench/archive.ts", String(stories), data], {
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(made.stdout + made.stderr);
  writeFileSync(path.join(data, "secret"), "a-secret-of-a-large-paper-that-is-long-enough\n", { mode: 0o600 });
  const some = multiply(data, pictures);
  const first = await archived(archives, data);
  const second = await archived(archives, data);
  const verified = await kept(["verify", second.archive], data);
  const restored = await kept(["restore", second.archive, "--to", target], data);
  const size = /(\d+ files, [\d.]+ \w+)/.exec(restored.said)?.[1] ?? "";
  const began = performance.now();
  const paper = await startPaper(target);
  const started = performance.now() - began;
  const answers = await Promise.all(
    ["/", `/media/${some}`].map(async (place) => (await fetch(paper.url + place)).status),
  );
  await paper.end();
  const took = (restored.took + started) / 1000;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  return [
    { what: "A paper", figure: `${stories} stories, ${pictures} pictures: ${size}` },
    { what: "Backed up the first time; again", figure: `${seconds(first.took)}; ${seconds(second.took)}` },
    { what: "Verified", figure: seconds(verified.took) },
    {
      what: "Restored, and started until it answered",
      figure: `${seconds(restored.took)}, ${seconds(started)}`,
      // In the short form it depends on how busy the machine is.
      ...(isShort ? {} : { bound: `within ${BOUND} s`, holds: took <= BOUND }),
    },
    {
      what: "It serves its front and its pictures",
      figure: answers.join(", "),
      bound: "200, 200",
      holds: answers.every((status) => status === 200),
    },
  ];
}

/** Writes so many pictures beside those that are there: each a file of its own, with copies of its own. @returns the key of one that readers see */
function multiply(data: string, pictures: number): string {
  const file = path.join(data, "masthead.db");
  const database = new Database(file);
  const columns = (database.pragma("table_info(assets)") as { name: string }[]).map(({ name }) => name);
  const models = database.prepare("select id, hash, bytes from assets where kind = 'picture'").all() as {
    id: string;
    hash: string;
    bytes: number;
  }[];
  const copiesOf = database.prepare("select key, bytes from renditions where asset_id = ?");
  const set = columns.map((name) => (["id", "hash", "bytes"].includes(name) ? `@${name}` : name)).join(", ");
  const asset = database.prepare(
    `insert into assets (${columns.join(", ")}) select ${set} from assets where id = @model`,
  );
  const copied = (database.pragma("table_info(renditions)") as { name: string }[]).map(({ name }) => name);
  const setCopy = copied
    .map((name) => ({ key: "@key", id: "@id", asset_id: "@asset", bytes: "@bytes" })[name] ?? name)
    .join(", ");
  const copy = database.prepare(
    `insert into renditions (${copied.join(", ")}) select ${setCopy} from renditions where key = @model and asset_id = @of`,
  );
  database.exec("begin");
  for (let count = models.length; count < pictures; count++) {
    const model = models[count % models.length];
    if (!model) throw new Error("There is no picture to begin with");
    const id = `large${String(count).padStart(11, "0")}`;
    const original = put(data, "originals", model.hash, count, (hash) => hash);
    asset.run({ model: model.id, id, hash: original.name, bytes: original.bytes });
    for (const { key } of copiesOf.all(model.id) as Copy[]) {
      const extension = path.extname(key);
      const { name, bytes } = put(data, "media", key, count, (hash) => hash.slice(0, 32) + extension);
      copy.run({ model: key, of: model.id, id: `${id}${name.slice(0, 12)}`, asset: id, key: name, bytes });
    }
  }
  database.exec("commit");
  const shown = database
    .prepare(
      `select key from renditions join revision_assets on revision_assets.asset_id = renditions.asset_id
       join publications on publications.revision_id = revision_assets.revision_id where ended_at is null limit 1`,
    )
    .pluck()
    .get();
  database.close();
  return String(shown);
}

/** The same file with a few bytes after its end, which no decoder reads. */
function put(data: string, part: string, model: string, count: number, nameOf: (hash: string) => string) {
  const bytes = Buffer.concat([
    readFileSync(path.join(data, part, model.slice(0, 2), model)),
    Buffer.from(`picture ${count}`),
  ]);
  const name = nameOf(createHash("sha256").update(bytes).digest("hex"));
  const folder = path.join(data, part, name.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), bytes);
  return { name, bytes: bytes.length };
}

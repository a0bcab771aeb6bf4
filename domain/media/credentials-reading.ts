import { Worker } from "node:worker_threads";
import { eq, isNotNull } from "drizzle-orm";
import { db, transact } from "@/db/client";
import { assets } from "@/db/schema";
import { record } from "@/domain/events/record";
import type { Job } from "@/domain/jobs/queue";
import { pictureDeskOf } from "@/domain/settings/newsroom";
import { type Credentials, summaryOf } from "./credentials";
import { planCredentials } from "./credentials-planning";
import { originalFile } from "./files";
import { showing } from "./showing";

/** How long one file may be read, in milliseconds. */
const PATIENCE = 20_000;

/** Reads the content credentials of a file, and keeps what they say; of all that have some where none is named. */
export async function readCredentialsJob({ payload: { assetId } }: Pick<Job, "payload">): Promise<void> {
  if (typeof assetId === "string") return keepCredentials(assetId);
  const rows = await db().select({ id: assets.id }).from(assets).where(isNotNull(assets.credentials));
  for (const { id } of rows) await transact((tx) => planCredentials(tx, id));
}

async function keepCredentials(id: string): Promise<void> {
  const [asset] = await db().select({ hash: assets.hash, type: assets.type }).from(assets).where(eq(assets.id, id));
  if (!asset) return;
  const { trustedIssuers } = await pictureDeskOf(db());
  const credentials = await readCredentials(originalFile(asset.hash), asset.type, trustedIssuers);
  await transact(async (tx) => {
    const [present] = await tx.select({ hash: assets.hash }).from(assets).where(eq(assets.id, id));
    // Its file was replaced meanwhile: then another job is planned for that one.
    if (present?.hash !== asset.hash) return;
    await tx.update(assets).set({ credentials }).where(eq(assets.id, id));
    await record(tx, null, "asset.rendered", id, await showing(tx, id));
  });
}

/**
 * What the content credentials of a file say; null where it has none that can be read.
 * @param anchors certificates in PEM, whose holders and those whom they vouch for are trusted
 */
export async function readCredentials(file: string, type: string, anchors: string): Promise<Credentials | null> {
  const worker = new Worker(new URL("./credentials-worker.mjs", import.meta.url), {
    workerData: { file, type, anchors },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  try {
    const said = await new Promise<unknown>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => resolve(null));
      setTimeout(() => reject(new Error("Its content credentials took too long to read")), PATIENCE).unref();
    });
    return typeof said === "string" ? summaryOf(JSON.parse(said)) : null;
  } finally {
    await worker.terminate();
  }
}

import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { transact } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { assets, renditions } from "@/db/schema";
import { indexAsset } from "@/domain/media/indexing";
import { newId } from "@/lib/id";

/** For tests: puts a secret and so many files with a copy each into DATA_DIR. @returns the paths of the originals and copies */
export async function fillFolder(dataDir: string, count: number): Promise<{ originals: string[]; copies: string[] }> {
  const { id: uploadedBy } = await makeStaff({ role: "editor" });
  writeFileSync(path.join(dataDir, "secret"), "a secret that is made for tests alone, and long", { mode: 0o600 });
  const made = { originals: [] as string[], copies: [] as string[] };
  for (let each = 0; each < count; each++) {
    const [original, copy] = [randomBytes(3000), randomBytes(2000)];
    const hash = sha256(original);
    const key = `${sha256(copy).slice(0, 32)}.webp`;
    made.originals.push(put(dataDir, `originals/${hash.slice(0, 2)}/${hash}`, original));
    made.copies.push(put(dataDir, `media/${key.slice(0, 2)}/${key}`, copy));
    const id = newId();
    await transact(async (tx) => {
      const said = { type: "image/jpeg", bytes: original.length, width: 40, height: 30, caption: "", credit: "" };
      await tx.insert(assets).values({ ...said, id, hash, filename: `${each}.jpg`, uploadedBy, createdAt: new Date() });
      const size = { width: 40, height: 30, bytes: copy.length };
      await tx.insert(renditions).values({ ...size, key, assetId: id, crop: "whole", format: "webp" });
      await indexAsset(tx, id);
    });
  }
  return made;
}

function put(dataDir: string, name: string, bytes: Buffer): string {
  mkdirSync(path.dirname(path.join(dataDir, name)), { recursive: true });
  writeFileSync(path.join(dataDir, name), bytes, { mode: 0o600 });
  return name;
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

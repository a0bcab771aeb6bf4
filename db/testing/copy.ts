import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, inject } from "vitest";
import { closeDatabase, databaseFile } from "@/db/client";

// Each test file works on a data folder of its own, with a copy of the migrated database.
const folder = mkdtempSync(path.join(tmpdir(), "masthead-data-"));
process.env.DATA_DIR = folder;
copyFileSync(inject("template"), databaseFile(folder));

afterAll(() => {
  closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "@/db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated, empty database for every test file to copy. */
    template: string;
  }
}

export default async function makeTemplate(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), "masthead-test-"));
  const template = path.join(folder, "template.db");
  await migrateDatabase(template, path.resolve("drizzle"));
  project.provide("template", template);
  return () => rmSync(folder, { recursive: true, force: true });
}

import path from "node:path";
import { databaseFile } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { readEnv } from "@/lib/env";

const { applied, copy } = await migrateDatabase(databaseFile(readEnv().DATA_DIR), path.resolve("drizzle"));
console.log(applied === 0 ? "The database is up to date." : `Applied ${applied}. ${copy ? `Copy: ${copy}` : ""}`);

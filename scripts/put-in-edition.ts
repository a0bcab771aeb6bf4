import path from "node:path";
import { closeDatabase, databaseFile } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { putIn } from "@/db/seed/put-in";
import { readEnv } from "@/lib/env";

// Puts the demonstration edition into the empty folder DATA_DIR, for the owner and with the password given. Other
// programs run it; see first-edition.ts.

// The next start would begin anew beside one that goes on alone after its own was cut off.
const alone = () => process.exit(1);
process.once("disconnect", alone);

const { OWNER_EMAIL, OWNER_PASSWORD } = readEnv();
if (!OWNER_EMAIL || !OWNER_PASSWORD) throw new Error("OWNER_EMAIL and OWNER_PASSWORD: expected both");
const built = path.join(import.meta.dirname, "drizzle");
await migrateDatabase(databaseFile(), import.meta.filename.endsWith(".mjs") ? built : path.resolve("drizzle"));
await putIn({ ownerEmail: OWNER_EMAIL, password: OWNER_PASSWORD, say: (line) => console.log(line) });
closeDatabase();
process.off("disconnect", alone);

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeArchive } from "./archive/make";

/**
 * Makes an archive of so many stories in a folder of its own and says where: `tsx scripts/bench/archive.ts 100000 [folder]`.
 * Its owner is archive@example.test, with the password a-long-test-password.
 */
const stories = Number(process.argv[2] ?? 1000);
const folder = process.argv[3] ?? mkdtempSync(path.join(tmpdir(), "masthead-archive-"));
const owner = { email: "archive@example.test", password: "a-long-test-password" };
const { took, perSecond } = await makeArchive({ folder, stories, owner });
console.log(`${stories} stories in ${(took / 1000).toFixed(1)} s, ${Math.round(perSecond)} a second: ${folder}`);

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { OWNER } from "@/scripts/trials/paper";
import { makeArchive } from "./archive/make";

/** Makes an archive of so many stories, in a folder of its own, and says where: `tsx scripts/bench/archive.ts 100000 [folder]`. */
const stories = Number(process.argv[2] ?? 1000);
const folder = process.argv[3] ?? mkdtempSync(path.join(tmpdir(), "masthead-archive-"));
const { took, perSecond } = await makeArchive({ folder, stories, owner: OWNER });
console.log(`${stories} stories in ${(took / 1000).toFixed(1)} s, ${Math.round(perSecond)} a second: ${folder}`);
console.log(`Its owner signs in as ${OWNER.email} with "${OWNER.password}".`);

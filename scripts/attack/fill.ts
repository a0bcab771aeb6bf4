import { readFileSync, writeSync } from "node:fs";
import { eq } from "drizzle-orm";
import { closeDatabase, db } from "@/db/client";
import { staff } from "@/db/schema";
import { findActor } from "@/domain/people/actors";
import type { Actor } from "@/domain/people/staff";
import { type Written, writeAround, writePaper } from "./filling-around";
import { writeStory } from "./filling-stories";
import { penOf } from "./pen";

// Writes words into every field that the newsroom has, by its own schemas and verbs, as its owner, and prints where they
// stand. It runs in a process of its own, whose environment is that of a paper: which may be running.

const { words, sets } = JSON.parse(readFileSync(0, "utf8")) as { words: string[]; sets: number };
const pen = penOf(words);
const written: Written = { stories: [], pages: [], newsroom: [], previews: [], refused: 0 };

const owner = await ownerOf();
for (let set = 0; set < sets; set++) {
  await writePaper(owner, pen.write, set, written);
  const around = await writeAround(owner, pen.write, set, written);
  await writeStory(owner, pen.write, around, written);
}
closeDatabase();
writeSync(1, JSON.stringify({ ...written, fields: pen.fields(), held: pen.held() }));

async function ownerOf(): Promise<Actor> {
  const [row] = await db().select({ id: staff.id }).from(staff).where(eq(staff.role, "owner")).limit(1);
  const actor = row && (await findActor(db(), row.id));
  if (!actor) throw new Error("This paper has no owner");
  return actor;
}

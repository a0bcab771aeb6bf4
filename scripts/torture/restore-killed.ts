import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { enterFolder } from "@/scripts/keeping/restore";
import { startPaper } from "@/scripts/trials/paper";
import { none, type Row } from "@/scripts/trials/report";
import { heldBy, keeper, kept, removeAside } from "./keeper";
import type { Random } from "./random";

/**
 * Kills a restore at random moments: half of them at any, half once all is copied and the replacing begins. Whoever
 * comes next must find all of the old paper, or all of the new.
 */
export async function restoresKilled({
  data,
  archive,
  times,
  random,
}: {
  data: string;
  archive: string;
  times: number;
  random: Random;
}): Promise<Row[]> {
  const [old, folder] = [path.join(path.dirname(data), "old"), path.join(path.dirname(data), "target")];
  const fresh = path.join(path.dirname(data), "fresh");
  await kept(["restore", archive, "--to", fresh], data);
  const after = heldBy(fresh);
  // A paper that differs in everything: another secret, no pictures.
  cpSync(path.join(archive, "masthead.db"), path.join(folder, "masthead.db"), { recursive: true });
  const ended = await startPaper(folder, {});
  await ended.end();
  writeFileSync(path.join(folder, "secret"), "another-secret-of-another-paper-altogether\n");
  for (const part of ["originals/00", "media/00"])
    cpSync(path.join(archive, "manifest.json"), path.join(folder, part, "one"), { recursive: true });
  const before = heldBy(folder);
  cpSync(folder, old, { recursive: true });
  const { took } = await kept(["restore", archive], folder);

  const found = { old: 0, new: 0, between: [] as string[], left: 0 };
  for (let count = 0; count < times; count++) {
    rmSync(folder, { recursive: true, force: true });
    cpSync(old, folder, { recursive: true });
    const { child, end } = keeper(["restore", archive], folder);
    if (count % 2 === 0) await pause(random.within(0, Math.round(took)));
    else await untilReplacing(folder, end, random.within(0, 40) / 10);
    child.kill("SIGKILL");
    await end;
    (await enterFolder(folder))();
    const held = safely(() => heldBy(folder));
    if (held === before) found.old++;
    else if (held === after) found.new++;
    else found.between.push(`killed the ${count}. time: ${held}`);
    if ([".restoring", ".restore-decided", ".restore-cleared"].some((name) => existsSync(path.join(folder, name))))
      found.left++;
    removeAside(folder);
  }
  for (const each of found.between.slice(0, 5)) console.error(each, "\nbefore:", before, "\nafter: ", after);
  const paper = await startPaper(folder, {});
  const answers = (await fetch(`${paper.url}/`)).status;
  await paper.end();
  for (const used of [old, folder, fresh]) rmSync(used, { recursive: true, force: true });
  return [
    { what: `Restores killed ${times} times`, figure: `${found.old} left the old paper, ${found.new} the new` },
    none("Neither the old nor the new", found.between.length),
    none("Left something half behind", found.left),
    { what: "The last of them serves", figure: String(answers), bound: "200", holds: answers === 200 },
  ];
}

/** Until the replacing is decided, and a moment more; or until it is over. */
async function untilReplacing(folder: string, end: Promise<unknown>, wait: number): Promise<void> {
  let isOver = false;
  void end.then(() => {
    isOver = true;
  });
  const isStaged = () => existsSync(path.join(folder, ".restoring"));
  while (!isOver && !isStaged()) await pause(1);
  // What comes now takes a millisecond: it is looked for without a pause, and with one only to hear of the end.
  while (!isOver && isStaged()) await pause(0);
  const until = performance.now() + wait;
  while (performance.now() < until);
}

function safely(work: () => string): string {
  try {
    return work();
  } catch (error) {
    return (error as Error).message;
  }
}

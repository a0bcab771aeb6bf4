import { open, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "@/lib/refusal";

/** How often whoever has the turn shows that they live, and looks whether another asks for it, in milliseconds. */
const BEAT = 200;
/** Whoever has not shown that they live for so long has died, and has it no longer. */
const DEAD = 5_000;
/** How long a turn is waited for. */
const PATIENCE = 60_000;

/**
 * Waits for one's turn with what lies in a folder: one at a time, of all processes that share it. A connection may hang
 * half open for minutes: whoever has the turn is therefore told that another asks for it.
 * @param asked called once another asks
 * @returns what ends the turn
 * @throws Refusal "busy" if it does not come
 */
export async function takeTurn(folder: string, asked: () => void, signal?: AbortSignal): Promise<() => Promise<void>> {
  const held = path.join(folder, "turn");
  const wanted = path.join(folder, "wanted");
  const until = performance.now() + PATIENCE;
  while (!(await isMade(held))) {
    if (signal?.aborted || performance.now() > until) {
      throw new Refusal("busy", "This upload is being worked on. Try again in a moment.");
    }
    await writeFile(wanted, "");
    if ((await age(held)) > DEAD) await rm(held, { force: true });
    else await pause(BEAT / 2);
  }
  await rm(wanted, { force: true });
  const beat = setInterval(async () => {
    const at = new Date();
    await utimes(held, at, at).catch(() => undefined);
    if ((await age(wanted)) >= 0) asked();
  }, BEAT);
  return async () => {
    clearInterval(beat);
    await rm(held, { force: true });
  };
}

async function isMade(file: string): Promise<boolean> {
  try {
    await (await open(file, "wx", 0o600)).close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** How long ago a file was touched, in milliseconds; negative if there is none. */
async function age(file: string): Promise<number> {
  const found = await stat(file).catch(() => null);
  return found ? Math.max(0, Date.now() - found.mtimeMs) : -1;
}

import { mkdtempSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** Named by the process that made it, so that another can tell whether that still runs. */
const NAME = /^masthead-(\d+)-[A-Za-z0-9]{6}$/;

/** Makes a folder for sockets that only this user can open. Paths of sockets are short: it is where the system keeps such. */
export function socketFolder(): string {
  return mkdtempSync(path.join(tmpdir(), `masthead-${process.pid}-`));
}

/** Removes what papers that were killed left of such folders. What may still be in use stays. */
export async function sweepSockets(): Promise<void> {
  if (process.platform === "win32") return;
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const owner = Number(NAME.exec(name)?.[1]);
    const folder = path.join(tmpdir(), name);
    if (owner && (await isOurs(folder)) && !isRunning(owner) && !(await isAnswered(folder))) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

async function isOurs(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => null);
  return found?.uid === process.getuid?.();
}

/** A number may be given anew; ours was another's, since this process has made no folder yet. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** Whether anybody listens there: a process that cannot be told of from here, as in another container. */
async function isAnswered(folder: string): Promise<boolean> {
  for (const name of await readdir(folder).catch(() => [])) {
    const isHeard = await new Promise<boolean>((resolve) => {
      const socket = connect(path.join(folder, name), () => {
        socket.destroy();
        resolve(true);
      });
      socket.once("error", () => resolve(false));
    });
    if (isHeard) return true;
  }
  return false;
}

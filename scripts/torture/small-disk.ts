import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, rmSync, statfsSync, truncateSync, writeSync } from "node:fs";
import path from "node:path";

/** A disk of little room, with a folder on it. */
export type SmallDisk = {
  folder: string;
  /** Takes all the room that is left, to the last byte. */
  fill: () => void;
  /** Gives it back. */
  free: () => void;
  /** Takes the disk away. What used it has ended. */
  remove: () => void;
};

/** Larger than what uploads leave to the rest of the paper, and what a start needs. */
const SIZE_MB = 224;

/** Makes a small disk below a folder: in memory, or in a file where that may not be. @returns null where nothing may be mounted */
export function smallDisk(within: string): SmallDisk | null {
  const place = path.join(within, "disk");
  mkdirSync(place);
  const image = path.join(within, "disk.img");
  const ran = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: "ignore" }).status === 0;
  const inMemory = () => ran("mount", "-t", "tmpfs", "-o", `size=${SIZE_MB}m`, "tmpfs", place);
  const inFile = () => {
    closeSync(openSync(image, "w"));
    truncateSync(image, SIZE_MB * 1024 * 1024);
    return ran("mkfs.ext4", "-q", "-m", "0", image) && ran("mount", "-o", "loop", image, place);
  };
  if (!inMemory() && !inFile()) return null;
  const ballast = path.join(place, "ballast");
  return {
    folder: path.join(place, "data"),
    fill: () => {
      const file = openSync(ballast, "a");
      for (let piece = 1024 * 1024; piece >= 1; piece = Math.floor(piece / 2)) while (isWritten(file, piece));
      closeSync(file);
      const { bavail } = statfsSync(place);
      if (bavail > 0) throw new Error(`The small disk has ${bavail} blocks left`);
    },
    free: () => rmSync(ballast, { force: true }),
    remove: () => {
      ran("umount", place) || ran("umount", "-l", place);
      if (existsSync(image)) rmSync(image);
    },
  };
}

function isWritten(file: number, bytes: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(bytes, 1)) === bytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") return false;
    throw error;
  }
}

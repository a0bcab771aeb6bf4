import { readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

/** Up to which event an edge was purged: its number and instant, and by which build. */
const Told = z.object({ event: z.number().int(), at: z.number(), build: z.string() });
export type Told = z.infer<typeof Told>;

/**
 * What was told to each edge, by its address, in a file of the data folder. Beside the database and not in it: a database
 * that was put back from a copy does not know what edges have heard since.
 */
export function createMemory(folder: string) {
  const file = path.join(/* turbopackIgnore: true */ folder, "edges.json");
  const told = new Map(Object.entries(read(file)));
  let writing = Promise.resolve();

  return {
    get: (address: string): Told | undefined => told.get(address),

    /** @throws if it could not be written */
    put(address: string, one: Told): Promise<void> {
      told.set(address, one);
      const write = async () => {
        await writeFile(`${file}.new`, JSON.stringify(Object.fromEntries(told)));
        await rename(`${file}.new`, file);
      };
      // Edges share the file.
      const written = writing.then(write);
      writing = written.catch(() => {});
      return written;
    },
  };
}

/** Whatever cannot be read was never written: then all is purged. */
function read(file: string): Record<string, Told> {
  try {
    return z.record(z.string(), Told).parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return {};
  }
}

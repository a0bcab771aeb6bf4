import { closeDatabase } from "@/db/client";
import { sweepFiles } from "@/domain/media/sweeping";
import { DAY } from "@/lib/clock";

// Sweeps DATA_DIR as it will be swept once all that lies there is older than what a sweep leaves alone.

const LATER = 32 * DAY;
const Present = Date;

globalThis.Date = class extends Present {
  constructor(...given: unknown[]) {
    // @ts-expect-error Date takes what it is given.
    super(...(given.length > 0 ? given : [Present.now() + LATER]));
  }
  static override now() {
    return Present.now() + LATER;
  }
} as DateConstructor;

await sweepFiles();
closeDatabase();

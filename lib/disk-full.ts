import { Refusal } from "./refusal";

/** As the system, a quota and SQLite say it; the last where there is no room to tell the processes of new pages. */
const FULL = new Set(["ENOSPC", "EDQUOT", "SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"]);

/** Whether something failed since there is no room left on the disk. */
export function isDiskFull(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  return FULL.has(String(code)) || (cause !== undefined && isDiskFull(cause));
}

/** That there is no room left: whoever runs the paper has to make some. */
export function diskFull(): Refusal {
  return new Refusal("full", "The disk is full, and nothing was kept. Tell whoever runs the paper, then try again.");
}

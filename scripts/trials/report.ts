import { writeFileSync } from "node:fs";

/** One line of a trial's table: what was tried, what came of it, and whether that is within its bound. */
export type Row = {
  what: string;
  figure: string;
  /** What it must be, in words; without it the figure is told, and nothing depends on it. */
  bound?: string;
  holds?: boolean;
};

/** What a trial is told of this run. */
export type Run = {
  /** Whether it is the short form, which `npm test` runs. */
  isShort: boolean;
  /** A Chromium, if there is one. */
  browser: string | undefined;
};

/** Something that is tried upon the built paper, in a process and a folder of its own. */
export type Trial = { name: string; run: (run: Run) => Promise<Row[]> };

/**
 * Runs the trials that the arguments name, or all of them, one after the other, and prints a table of each. A trial that
 * throws is one that does not hold. Ends the process with 1 if anything does not; its last line counts what held.
 */
export async function runTrials(trials: readonly Trial[], args = process.argv.slice(2)): Promise<void> {
  const named = args.filter((arg) => !arg.startsWith("-"));
  const unknown = named.filter((name) => !trials.some((trial) => trial.name === name));
  if (unknown.length > 0) {
    console.error(`There is no ${unknown.join(", ")}: name any of ${trials.map(({ name }) => name).join(", ")}`);
    process.exit(2);
  }
  const run = { isShort: args.includes("--short"), browser: process.env.CHROMIUM || undefined };
  const rows: Row[] = [];
  for (const trial of trials.filter(({ name }) => named.length === 0 || named.includes(name))) {
    const began = performance.now();
    const own = await trial.run(run).catch((error: unknown) => [failed(error)]);
    print(`${trial.name} (${Math.round((performance.now() - began) / 1000)} s)`, own);
    rows.push(...own);
  }
  const bounded = rows.filter(({ holds }) => holds !== undefined);
  const broken = bounded.filter(({ holds }) => !holds).length;
  console.log(`\n${bounded.length - broken} passed, ${broken} failed`);
  const report = process.env.TRIALS_JSON_OUTPUT_FILE;
  // Counted by scripts/test.mjs.
  if (report) writeFileSync(report, JSON.stringify({ passed: bounded.length - broken, failed: broken }));
  process.exit(broken > 0 ? 1 : 0);
}

function failed(error: unknown): Row {
  console.error(error);
  return { what: "The trial itself", figure: "ended early", bound: "runs to its end", holds: false };
}

/** Prints rows in columns. */
export function print(title: string, rows: readonly Row[]): void {
  const wide = (cells: string[]) => Math.max(0, ...cells.map(({ length }) => length));
  const [first, second] = [wide(rows.map(({ what }) => what)), wide(rows.map(({ figure }) => figure))];
  console.log(`\n— ${title}`);
  for (const { what, figure, bound = "", holds } of rows) {
    const verdict = holds === undefined ? "" : holds ? "holds" : "BROKEN";
    console.log(
      `  ${what.padEnd(first)}  ${figure.padEnd(second)}  ${[verdict, bound].filter(Boolean).join(": ")}`.trimEnd(),
    );
  }
}

/** A row that must be nothing at all. */
export function none(what: string, found: number): Row {
  return { what, figure: String(found), bound: "0", holds: found === 0 };
}

/** The value below which `part` of all lie, such as 0.99. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

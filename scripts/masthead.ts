import path from "node:path";
import { parseArgs } from "node:util";
import { ArchiveError } from "./keeping/archive";
import { type Command, commands } from "./keeping/commands";
import { requireNode } from "./node";

/*
 * What is done to a paper from outside it: `npm run masthead -- COMMAND`, or `node masthead.mjs COMMAND` in a standalone
 * folder.
 */

const built = path.join(import.meta.dirname, "drizzle");
const migrations = import.meta.filename.endsWith(".mjs") ? built : path.resolve("drizzle");
const name = import.meta.filename.endsWith(".mjs") ? "node masthead.mjs" : "npm run masthead --";

function help(): string {
  const listed = Object.entries(commands).map(([each, { usage, does }]) => `  ${`${each} ${usage}`.padEnd(34)}${does}`);
  return `Usage: ${name} COMMAND

${listed.join("\n")}

The paper is the one in DATA_DIR (${process.env.DATA_DIR || "data"}). Every command ends with 0 where all is well, with 1
where something is not, with 2 where it was not understood. docs/backups.md tells more.`;
}

function helpOn(each: string, { usage, does, tells, options }: Command): string {
  const listed = Object.entries(options).map(
    ([option, { type, tells: told, value }]) =>
      `  ${`--${option}${type === "string" ? ` ${value}` : ""}`.padEnd(18)}${told}`,
  );
  return [
    `Usage: ${name} ${each} ${usage}`,
    "",
    `${does}.`,
    ...tells,
    ...(listed.length > 0 ? ["", ...listed] : []),
  ].join("\n");
}

function misunderstood(what: string): never {
  console.error(`${what}\n\n${help()}`);
  process.exit(2);
}

/** Where a path that was typed leads: npm changes the folder before it runs anything. */
function typed(place: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), place);
}

async function main(): Promise<number> {
  // What is kept holds drafts and people: it is for the user alone who runs this.
  process.umask(0o077);
  requireNode();
  const [word = "help", ...rest] = process.argv.slice(2);
  if (["help", "--help", "-h"].includes(word)) {
    const about = rest[0] && Object.hasOwn(commands, rest[0]) ? commands[rest[0]] : undefined;
    console.log(about && rest[0] ? helpOn(rest[0], about) : help());
    return 0;
  }
  const command = Object.hasOwn(commands, word) ? commands[word] : undefined;
  if (!command) misunderstood(`There is no command "${word}".`);
  let given: ReturnType<typeof parsed>;
  try {
    given = parsed(command, rest);
  } catch (error) {
    misunderstood((error as Error).message);
  }
  if (given.values.help) {
    console.log(helpOn(word, command));
    return 0;
  }
  if (given.positionals.length < command.takes.least || given.positionals.length > command.takes.most)
    misunderstood(`${word} takes ${command.usage || "nothing"}.`);
  return command.run({ places: given.positionals.map(typed), options: given.values, migrations, typed });
}

function parsed({ options }: Command, args: string[]) {
  const known = Object.fromEntries(Object.entries(options).map(([option, { type }]) => [option, { type }]));
  const help = { type: "boolean", short: "h" } as const;
  return parseArgs({ args, allowPositionals: true, options: { ...known, help } });
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof ArchiveError ? `Not done: ${error.message}.` : `Not done: ${error.message}`);
    process.exit(1);
  },
);

import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";
import { LOG_LEVELS } from "./env";
import { faultOf } from "./fault";

/** What each line says that is written in the course of some work: whose request, which job. */
type Fields = Record<string, string | number>;

// Next bundles a module once for each kind of entry: what is in hand must be one a process all the same.
const shared = globalThis as { mastheadInHand?: AsyncLocalStorage<Fields> };
shared.mastheadInHand ??= new AsyncLocalStorage();
const inHand = shared.mastheadInHand;

/** Does some work of which every line of the log says these fields. */
export function withFields<T>(fields: Fields, work: () => T): T {
  return inHand.run({ ...inHand.getStore(), ...fields }, work);
}

/** As `withFields`, for all that comes after in this course of work. */
export function enterFields(fields: Fields): void {
  inHand.enterWith({ ...inHand.getStore(), ...fields });
}

/** The id of the request that is being answered. */
export function requestIdInHand(): string | undefined {
  const id = inHand.getStore()?.request;
  return id === undefined ? undefined : String(id);
}

/** An error as it is remembered: where it was, what it was, and by what the log has it. */
export type Logged = { process: string; place: string; what: string; request: string; digest: string };

const heard = globalThis as { mastheadOnFault?: (logged: Logged) => void };

/** Tells of each error that this process logs. One may listen. */
export function onFault(listener: (logged: Logged) => void): void {
  heard.mastheadOnFault = listener;
}

const PROCESS = process.env.MASTHEAD_PROCESS ?? "press";
const ERROR = pino.levels.values.error ?? 50;

function tell(given: unknown, message: unknown): void {
  const fields = { ...inHand.getStore(), ...(typeof given === "object" ? given : {}) } as Record<string, unknown>;
  const word = (name: string) => (fields[name] === undefined ? "" : String(fields[name]));
  const said = typeof given === "string" ? given : String(message ?? "");
  const { type = "", message: why = "" } = fields.err === undefined ? {} : faultOf(fields.err);
  heard.mastheadOnFault?.({
    process: word("of") || PROCESS,
    place: word("route") || word("kind"),
    what: [said, type, why || word("how")].filter(Boolean).join(": "),
    request: word("request") || word("job"),
    digest: word("digest"),
  });
}

/**
 * What the processes of the paper say of themselves, a line of JSON each, on the standard error; where that is a terminal,
 * for people. What is said to whoever starts the paper goes to the standard output, as it is.
 * Nobody is named: no address of a client, no e-mail, no cookie, no body, no query. docs/decisions/0036 has the fields.
 */
export const log = pino(
  {
    level: LOG_LEVELS.find((level) => level === process.env.LOG_LEVEL) ?? "info",
    base: { process: PROCESS, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => inHand.getStore() ?? {},
    serializers: { err: (thrown) => faultOf(thrown) },
    hooks: {
      logMethod(given, method, level) {
        if (level >= ERROR) tell(...(given as unknown as [unknown, unknown]));
        method.apply(this, given);
      },
    },
  },
  process.stderr.isTTY ? { write: writeForPeople } : pino.destination({ dest: 2, sync: true }),
);

function writeForPeople(line: string): void {
  const { time, level, pid: _, process: who, msg, err, ...fields } = JSON.parse(line);
  const more = Object.entries(fields).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  const stack = err ? `\n  ${err.type}: ${err.message}\n${err.stack}` : "";
  process.stderr.write(`${time.slice(11, 19)} ${level.padEnd(5)} ${who}: ${msg}${more.join("")}${stack}\n`);
}

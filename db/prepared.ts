import { type Column, type Placeholder, type SQL, sql } from "drizzle-orm";
import { type Db, db } from "./client";

/** What a value may be in a question that is built once: as the column keeps it. A list is for `among`. */
type Value = string | number | null | readonly string[];

type Question = PromiseLike<unknown> & { prepare(): { execute(values?: Record<string, unknown>): unknown } };

/** Stands for a value that is known when it is asked. */
type Given = (name: string) => Placeholder;

/**
 * A question that is asked often, with other values each time. It is built once for a connection: Drizzle takes ten times
 * as long to build one as SQLite to answer it.
 * @param build makes it; `given` names the values. Nothing else in it may change from one time to the next.
 * @returns asks it. Through the connection for reading unless another is given.
 */
export function prepared<Q extends Question>(build: (db: Db, given: Given) => Q) {
  const built = new WeakMap<Db, ReturnType<Q["prepare"]>>();
  return async (values: Record<string, Value> = {}, through: Db = db()): Promise<Awaited<Q>> => {
    let question = built.get(through);
    if (!question) {
      question = build(through, sql.placeholder).prepare() as ReturnType<Q["prepare"]>;
      built.set(through, question);
    }
    return (await question.execute(asKept(values))) as Awaited<Q>;
  };
}

/** That a column is one of a list, however long it is. */
export function among(column: Column, list: Placeholder): SQL {
  return sql`${column} in (select value from json_each(${list}))`;
}

function asKept(values: Record<string, Value>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) kept[name] = Array.isArray(value) ? JSON.stringify(value) : value;
  return kept;
}

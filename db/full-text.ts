import { type SQL, sql } from "drizzle-orm";
import type { Db } from "./client";

/**
 * What every full-text index has in common, as SQLite's FTS5 keeps them. Each is a table of FTS5's without a text of its
 * own, and a table of entries beside it that says what a row is of. Rows grow with time, so that the newest can be read first.
 */
export type FullText<Column extends string> = {
  /** The table of FTS5's. */
  index: string;
  entries: string;
  /** The columns that words are looked for in, and how much a term in each is worth. */
  weights: Record<Column, number>;
};

/** Things of one millisecond that can be told apart by their time. */
const PER_MILLISECOND = 1000;

/** Terms in a row. Where `open`, the last one is only a beginning. */
export type Phrase = { terms: string[]; open?: boolean };

export type Question = {
  /** Each of these, in at least one of its forms. */
  all: Phrase[][];
  none: Phrase[];
  /** Where it stands, or what it is: words of small letters and digits alone. */
  shelves: string[];
};

/** The first row that something of this instant may have. */
export function rowAt(at: Date): number {
  return at.getTime() * PER_MILLISECOND;
}

/** FTS5 takes a row only as an integer, and numbers are bound as floating. */
export function row(id: number): SQL {
  return sql`cast(${id} as integer)`;
}

/** The first free row at or after an instant. */
export async function freeRow(tx: Db, { entries }: FullText<string>, at: Date): Promise<number> {
  const table = sql.raw(entries);
  const wanted = rowAt(at);
  const [taken] = await tx.all(sql`select id from ${table} where id = ${row(wanted)}`);
  if (!taken) return wanted;
  const [next] = await tx.all<{ id: number }>(
    sql`select id + 1 as id from ${table} as entry where id >= ${row(wanted)}
      and not exists (select 1 from ${table} as next where next.id = entry.id + 1) order by id limit 1`,
  );
  return next?.id ?? wanted;
}

/** Writes the terms of a row. */
export async function putTerms<Column extends string>(
  tx: Db,
  { index, weights }: FullText<Column>,
  id: number,
  terms: Record<Column, string[]>,
  shelves: string[],
): Promise<void> {
  const columns = Object.keys(weights) as Column[];
  const values = [...columns.map((column) => terms[column]), shelves].map((listed) => sql`${listed.join(" ")}`);
  await tx.run(
    sql`insert into ${sql.raw(index)} (rowid, ${sql.raw([...columns, "shelves"].join(", "))})
      values (${row(id)}, ${sql.join(values, sql`, `)})`,
  );
}

/** Takes the terms of a row away. */
export async function removeTerms(tx: Db, { index }: FullText<string>, id: number): Promise<void> {
  await tx.run(sql`delete from ${sql.raw(index)} where rowid = ${row(id)}`);
}

/**
 * That a row answers a question. There is something that it asks: a word or a shelf.
 * @param besides what it must say in one column too
 */
export function matching<Column extends string>(
  { index, weights }: FullText<Column>,
  { all, none, shelves }: Question,
  besides?: { column: Column; forms: Phrase[] },
): SQL {
  const columns = Object.keys(weights).join(" ");
  const asked = [
    ...(besides ? [saying(besides.column, besides.forms)] : []),
    ...shelves.map((shelf) => `shelves : ${written({ terms: [shelf] })}`),
    ...all.map((forms) => saying(columns, forms)),
  ].join(" AND ");
  const unwanted = none.map((phrase) => `{${columns}} : ${written(phrase)}`).join(" OR ");
  return sql`${sql.raw(index)} match ${none.length > 0 ? `(${asked}) NOT (${unwanted})` : asked}`;
}

function saying(columns: string, forms: Phrase[]): string {
  return `{${columns}} : (${forms.map(written).join(" OR ")})`;
}

/** How well a row answers: the lower, the better. */
export function rank({ index, weights }: FullText<string>): SQL {
  return sql.raw(`bm25(${index}, ${[...Object.values(weights), 0].join(", ")})`);
}

function written({ terms, open }: Phrase): string {
  return `"${terms.join(" ").replaceAll('"', "")}"${open ? " *" : ""}`;
}

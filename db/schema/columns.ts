import { integer, text } from "drizzle-orm/sqlite-core";
import { newId } from "@/lib/id";

/** A random identifier as primary key. */
export const id = () => text().primaryKey().$defaultFn(newId);

/** A UTC instant, kept as milliseconds since 1970. */
export const instant = () => integer({ mode: "timestamp_ms" });

/** A JSON document. Whoever reads it checks it. */
export const json = <T>() => text({ mode: "json" }).$type<T>();

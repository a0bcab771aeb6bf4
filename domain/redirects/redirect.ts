import { z } from "zod";
import { undoField } from "@/lib/json-field";
import { type ManyOutcome, MOST_AT_ONCE } from "@/lib/many";

/** A redirect as the newsroom lists it. */
export type Redirect = {
  path: string;
  /** Where it leads: a path of ours or an address of the web; null where what was there is gone. */
  target: string | null;
  /** Of the story that it leads to, wherever that stands. */
  headline: string | null;
  articleId: string | null;
  note: string;
  editedAt: Date;
  by: string;
  /** Whether a page of ours has its address by now, so that nobody is led on. */
  isTaken: boolean;
};

/** An address that a story left: it leads to where the story stands now, by itself. */
export type RetiredAddress = {
  path: string;
  target: string | null;
  articleId: string;
  headline: string;
  retiredAt: Date;
};

const MOST = 500;

/**
 * A path as it is asked for: with or without this site's address before it, without what is asked of it or points into
 * it, without a slash at its end. Null for what is none.
 */
export function pathIn(typed: string, site: string): string | null {
  let text = typed.trim();
  if (text.startsWith(`${site}/`)) text = text.slice(site.length);
  if (!text.startsWith("/") || text.startsWith("//") || text.length > MOST) return null;
  const [path = ""] = text.split(/[?#]/);
  const bare = path.length > 1 ? path.replace(/\/+$/, "") : path;
  try {
    const parts = bare.split("/").map((part) => encodeURIComponent(decodeURIComponent(part)));
    const isWhole = parts.slice(1).every((part) => part !== "" && part !== "." && part !== "..");
    return bare !== "" && isWhole ? parts.join("/") : null;
  } catch {
    return null;
  }
}

/** An address of the web other than this site's; null for what is none. */
export function webAddressIn(typed: string, site: string): string | null {
  const text = typed.trim();
  if (!/^https?:\/\//i.test(text) || text.length > 2000 || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username || url.password || url.origin === site) return null;
  return url.href;
}

const Path = z.string().trim().min(1, "Enter a path, such as /old/page.").max(MOST, "This address is too long.");

/** What an address leads to; or that what was there is gone, and why. */
export const KeepRedirect = z.object({
  path: Path,
  /** The path that it had, where one is edited. */
  was: z.string().max(MOST).optional(),
  kind: z.enum(["moved", "gone"], "Choose what becomes of it."),
  target: z.string().trim().max(2000, "This address is too long.").default(""),
  note: z.string().trim().max(500, "This has at most 500 characters.").default(""),
});
export type KeepRedirect = z.input<typeof KeepRedirect>;

export const RemoveRedirect = z.object({ path: Path });
export type RemoveRedirect = z.infer<typeof RemoveRedirect>;

/** What is removed together. */
export const RemoveRedirects = z.object({
  ids: z
    .union([Path.transform((path) => [path]), z.array(Path)], "Choose redirects first.")
    .pipe(z.array(Path).min(1).max(MOST_AT_ONCE, `Choose at most ${MOST_AT_ONCE} redirects.`)),
});
export type RemoveRedirects = z.infer<typeof RemoveRedirects>;

/** What puts back what was removed together. */
export const RestoreRedirects = z.object({
  undo: undoField(
    z
      .array(KeepRedirect.omit({ was: true }))
      .min(1)
      .max(MOST_AT_ONCE),
  ),
});
export type RestoreRedirects = z.infer<typeof RestoreRedirects>;

/** What became of many redirects, and what takes it back. */
export type ManyRedirects = ManyOutcome<RestoreRedirects["undo"][number]>;

/** The most lines that are taken in at once. */
export const MOST_LINES = 2000;

export const ImportRedirects = z.object({
  csv: z
    .string()
    .trim()
    .min(1, "Choose a file, or paste its lines.")
    .max(1_000_000, "This is more than can be taken in at once. Split it."),
});
export type ImportRedirects = z.infer<typeof ImportRedirects>;

/** A line of CSV that was not taken, and why. */
export type RefusedLine = { line: number; text: string; why: string };

/** The lines of a CSV text, each with its number and cells. Cells may be quoted; a quoted one may hold commas and line ends. */
export function csvRows(csv: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = "";
  let [quoted, line, from] = [false, 1, 1];
  const end = () => {
    cells.push(cell.trim());
    if (cells.some((each) => each !== "")) rows.push({ line: from, cells });
    [cells, cell, from] = [[], "", line];
  };
  const text = csv.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === "\n") line++;
    if (quoted) {
      if (letter === '"' && text[at + 1] === '"') cell += text[at++];
      else if (letter === '"') quoted = false;
      else cell += letter;
    } else if (letter === '"' && cell.trim() === "") [quoted, cell] = [true, ""];
    else if (letter === ",") {
      cells.push(cell.trim());
      cell = "";
    } else if (letter === "\n") end();
    else cell += letter;
  }
  end();
  return rows;
}

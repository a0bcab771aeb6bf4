import { MAX_FILENAME } from "./asset";

/** All that may turn a name into another to the eye, or a line into two; what joins letters and emoji stays. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

/**
 * The name of an uploaded file as it is kept and shown: the name alone, on one line, with its ending however long it is.
 * It never becomes the name of a file of ours.
 */
export function cleanFilename(filename: string): string {
  const base = filename.split(/[/\\]/).at(-1) ?? "";
  const line = base
    .replace(UNSEEN, "")
    .replace(/[\s\u2028\u2029]+/g, " ")
    .trim()
    .normalize("NFC");
  if (line.length <= MAX_FILENAME) return line || "untitled";
  const ending = /\.\w{1,10}$/.exec(line)?.[0] ?? "";
  const stem = [...line.slice(0, -ending.length || undefined)];
  let kept = "";
  for (const letter of stem) {
    if (kept.length + letter.length + ending.length >= MAX_FILENAME) break;
    kept += letter;
  }
  return `${kept}…${ending}`;
}

/** The header that has a browser save a file under its name: in ASCII for old programs, whole for all others (RFC 6266). */
export function attachment(filename: string): string {
  const plain =
    filename
      .normalize("NFKD")
      .replace(/[^\x20-\x7e]/g, "")
      .replace(/["\\%]/g, "_")
      .trim() || "file";
  const whole = encodeURIComponent(filename.replace(/\p{Cs}/gu, "")).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

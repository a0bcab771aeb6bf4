import { isoInZone } from "@/lib/time";
import type { ToldEvent } from "./naming";
import { sentenceOf } from "./sentence";
import type { ExportFormat } from "./trail";

const COLUMNS = [
  "number",
  "at",
  "actor",
  "actor id",
  "verb",
  "subject kind",
  "subject id",
  "subject",
  "what happened",
  "data",
];

type Writer = { type: string; head: string; line: (event: ToldEvent, timeZone: string) => string };

/** How the trail is written as a file. */
export const WRITERS: Record<ExportFormat, Writer> = {
  csv: {
    type: "text/csv; charset=utf-8",
    // By the mark of its encoding spreadsheets read names right.
    head: `\uFEFF${csvLine(COLUMNS)}`,
    line: (event, timeZone) =>
      csvLine([
        String(event.number),
        isoInZone(event.at, timeZone),
        event.actor ?? "Masthead",
        event.actorId ?? "",
        event.verb,
        event.subjectKind,
        event.subjectId,
        event.subject ?? "",
        sentenceOf(event, { timeZone }),
        JSON.stringify(event.data),
      ]),
  },
  jsonl: {
    type: "application/x-ndjson; charset=utf-8",
    head: "",
    line: ({ at, ...event }, timeZone) =>
      `${JSON.stringify({ ...event, at: isoInZone(at, timeZone), sentence: sentenceOf(event, { timeZone }) })}\n`,
  },
};

/** Text a batch at a time, as a stream that goes at the reader's pace. */
export function writeTrail(
  batches: AsyncGenerator<ToldEvent[]>,
  format: ExportFormat,
  timeZone: string,
): ReadableStream<Uint8Array> {
  const { head, line } = WRITERS[format];
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => {
      if (head) controller.enqueue(encoder.encode(head));
    },
    pull: async (controller) => {
      const { value, done } = await batches.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value.map((event) => line(event, timeZone)).join("")));
    },
    cancel: async () => {
      await batches.return(undefined);
    },
  });
}

/** One line (RFC 4180). Every cell is quoted. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${harmless(cell).replaceAll('"', '""')}"`).join(",")}\r\n`;
}

/** A spreadsheet takes a cell that begins like this for a formula, and would run it: before it stands what makes it text. */
function harmless(cell: string): string {
  return /^[\s]*[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}

import { endpoint } from "@/app/_kit/endpoint";
import { BringFile, bringFile } from "@/domain/media/bringing";
import { Refusal } from "@/lib/refusal";

/** How often it is told how far a file is, in milliseconds. */
const TOLD_EVERY = 200;

/**
 * Brings the file at `{ address }`, on another site, in. Answers why not, or a line of JSON at a time: `{ received, size }`
 * as it comes, and at the end `{ upload }`, for `take`, or `{ code, message }`.
 */
export const POST = endpoint(BringFile, async (actor, input) => {
  const abort = new AbortController();
  const { size, arrive } = await bringFile(actor, input, abort.signal);
  let toldAt = 0;
  const lines = new ReadableStream(
    {
      async pull(controller) {
        const tell = (line: object) => {
          if (!abort.signal.aborted) controller.enqueue(new TextEncoder().encode(`${JSON.stringify(line)}\n`));
        };
        const upload = await arrive((received) => {
          if (performance.now() - toldAt < TOLD_EVERY) return;
          toldAt = performance.now();
          tell({ received, size });
        }).catch((error) => {
          if (!(error instanceof Refusal)) throw error;
          tell({ code: error.code, message: error.message });
        });
        if (upload) tell({ upload });
        if (!abort.signal.aborted) controller.close();
      },
      cancel: () => abort.abort(),
    },
    { highWaterMark: 0 },
  );
  const headers = { "content-type": "application/x-ndjson", "cache-control": "private, no-store" };
  return new Response(lines, { headers });
});

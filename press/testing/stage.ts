import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "undici";
import { answerHeaders } from "@/lib/answer-headers";
import { createPress } from "@/press/press";
import type { Touch } from "@/press/touches";
import { NobodyAnswers, type Worker } from "@/press/workers";

/** A press before a Next of the test's own, both really listening, and the events that the test commits. */
export async function stage(
  next: RequestListener,
  options: { bytes?: number; proxies?: number; limitSearch?: (client: string) => Promise<number | null> } = {},
) {
  const behind = await listen(createServer(next));
  const pool = new Pool(behind.url);
  const events: Touch[] = [];
  let isUp = true;
  const press = createPress({
    workers: {
      lend: async (task) => {
        if (!isUp) throw new NobodyAnswers("No worker is up");
        return task({ renders: pool, passes: pool, quiet: new AbortController() } as unknown as Worker);
      },
    },
    lastEvent: 0,
    eventsAfter: async (number) => events.filter((event) => event.number > number),
    site: new URL("https://paper.example"),
    headers: answerHeaders({ SITE_URL: "https://paper.example", HSTS: "host" }),
    bytes: options.bytes ?? 50_000_000,
    proxies: options.proxies ?? 0,
    observe: () => {},
    observeRender: () => {},
    unavailable: (id) => `<h1>Nothing just now</h1><p>${id}</p>`,
    tooMany: "<h1>Too many</h1>",
    limitSearch: options.limitSearch ?? (async () => null),
  });
  const front = await listen(createServer(press.handle));
  return {
    press,
    url: front.url,
    /** As a commit does. */
    commit(tags: string[], withdraws = false): void {
      events.push({ number: events.length + 1, tags, withdraws });
    },
    set isUp(up: boolean) {
      isUp = up;
    },
    async end(): Promise<void> {
      await pool.destroy();
      for (const { server } of [front, behind]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

export type Stage = Awaited<ReturnType<typeof stage>>;

async function listen(server: Server): Promise<{ server: Server; url: string }> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Which way the press came by an answer. */
export function outcome(response: Response): string | undefined {
  return response.headers.get("server-timing")?.match(/^press;desc=(\w+)/)?.[1];
}

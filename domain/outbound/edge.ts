import { Agent, request } from "undici";
import { getEnv } from "@/lib/env";

/** How long a connection may take, and all of it, in milliseconds: a purge that is late is tried again. */
const PATIENCE = { connect: 2000, all: 5000 };
/** Of an answer no more is read than this, in bytes: only its status counts. */
const READ = 16 * 1024;

let agent: Agent | undefined;

/**
 * Asks a cache in front to forget something. Such a cache stands on a private network as a rule: so this calls what the
 * operator named in EDGE_PURGE and EDGE_WEBHOOK, wherever that is, and nothing else. No redirect is followed.
 * @returns the status of the answer
 * @throws Error if the address is none of those, or no answer comes in time
 */
export async function askEdge(
  address: string,
  { method, headers, body }: { method: "PURGE" | "POST"; headers: Record<string, string>; body?: string },
): Promise<number> {
  const { EDGE_PURGE, EDGE_WEBHOOK, SITE_URL } = getEnv();
  if (![...EDGE_PURGE, ...EDGE_WEBHOOK].includes(address)) throw new Error("This address may not be called");
  // One connection, since the order counts.
  agent ??= new Agent({ connect: { timeout: PATIENCE.connect }, connections: 1, pipelining: 1 });
  const answer = await request(address, {
    // Of the types PURGE is unknown; the wire knows it.
    method: method as "POST",
    headers: { "user-agent": `Masthead (+${SITE_URL})`, ...headers },
    body,
    dispatcher: agent,
    signal: AbortSignal.timeout(PATIENCE.all),
  });
  await answer.body.dump({ limit: READ });
  return answer.statusCode;
}

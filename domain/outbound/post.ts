import dns from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, request } from "undici";
import { getEnv } from "@/lib/env";
import { isCallable, isWithin, type Reach } from "./address";

/** How long a connection may take, and all of it, in milliseconds. */
const PATIENCE = { connect: 5000, all: 15_000 };
/** Of an answer no more is read than this, in bytes: only its status counts. */
const READ = 16 * 1024;

const agents = new Map<Reach, Agent>();

/**
 * How the server tells an address that somebody entered of something: by POST, to what OUTBOUND allows, following no
 * redirect.
 * @returns the status of the answer
 * @throws Error if the address may not be called, or no answer comes in time
 */
export async function post(address: string, type: string, body: string): Promise<number> {
  const reach = getEnv().OUTBOUND;
  if (!URL.canParse(address) || !isCallable(reach, new URL(address))) throw new Error("This address may not be called");
  const answer = await request(address, {
    method: "POST",
    headers: { "content-type": type, "user-agent": `Masthead (+${getEnv().SITE_URL})` },
    body,
    dispatcher: agentFor(reach),
    signal: AbortSignal.timeout(PATIENCE.all),
  });
  await answer.body.dump({ limit: READ });
  return answer.statusCode;
}

/** The one agent by which addresses of a reach are called: it connects to no other. */
export function agentFor(reach: Reach): Agent {
  let agent = agents.get(reach);
  if (!agent) {
    agent = new Agent({ connect: { timeout: PATIENCE.connect, lookup: guardedLookup(reach) } });
    agents.set(reach, agent);
  }
  return agent;
}

/** A look-up that refuses a name which stands for a forbidden address: the one looked at is the one connected to. */
export function guardedLookup(reach: Reach): LookupFunction {
  return (hostname, options, done) => {
    dns.lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const [first] = found;
      if (!first || found.some(({ address }) => !isWithin(reach, address))) {
        return done(new Error("This address may not be called"), []);
      }
      if (options.all) done(null, found);
      else done(null, first.address, first.family);
    });
  };
}

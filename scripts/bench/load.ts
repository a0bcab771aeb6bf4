import { spawn, spawnSync } from "node:child_process";
import autocannon from "autocannon";

export type Load = { perSecond: number; p50: number; p99: number };

/** Whether the load tool in hand is fast enough to find the limit of what it asks. */
export const isFast = spawnSync("wrk", ["-v"]).error === undefined;

/**
 * Asks for an address as fast as it is answered, over 32 connections. By `wrk` where it is installed; else by autocannon,
 * which takes so much of a core itself that it finds its own limit.
 * @returns answers a second, and how long half and 99 of a hundred took, in milliseconds.
 */
export async function load(url: string, seconds: number): Promise<Load> {
  if (!isFast) {
    const headers = { "accept-encoding": "br" };
    const { requests, latency } = await autocannon({ url, connections: 32, duration: seconds, headers });
    return { perSecond: requests.average, p50: latency.p50, p99: latency.p99 };
  }
  const said = await outputOf("wrk", ["-t1", "-c32", `-d${seconds}`, "-H", "accept-encoding: br", "--latency", url]);
  const errors = said.match(/Non-2xx[^\n]*|Socket errors[^\n]*/);
  if (errors) throw new Error(`${url}: ${errors[0]}`);
  // Of a line of its own: among what it says of the spread there may be a "7.50%" too.
  const percentile = (which: string) => milliseconds(said.match(new RegExp(`^\\s+${which}%\\s+(\\S+)`, "m"))?.[1]);
  return {
    perSecond: Number(said.match(/Requests\/sec:\s+([\d.]+)/)?.[1]),
    p50: percentile("50"),
    p99: percentile("99"),
  };
}

/** The one in the middle, by how many were answered a second. */
export function median(loads: readonly Load[]): Load {
  return loads.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(loads.length / 2)] as Load;
}

/** A load in words. */
export function described({ perSecond, p50, p99 }: Load): string {
  return `${Math.round(perSecond)} a second, half within ${p50.toFixed(2)} ms, 99% within ${p99.toFixed(2)} ms`;
}

function milliseconds(text = ""): number {
  const value = Number.parseFloat(text);
  if (text.endsWith("us")) return value / 1000;
  return text.endsWith("ms") ? value : value * 1000;
}

function outputOf(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
    });
    child.once("error", reject);
    child.once("close", () => resolve(said));
  });
}

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@/scripts/trials/paper";

const CONFIGURATION = "deploy/varnish/masthead.vcl";

/** What Varnish must be told beside its configuration, as docs/edge.md has it. */
const PARAMETERS = readFileSync("deploy/varnish/varnish.service.d/masthead.conf", "utf8").match(/-p \S+/g) ?? [];

/** Whether Varnish is installed here, with what our configuration needs of it. */
export function hasVarnish(folder: string): boolean {
  const compile = ["-C", "-j", "none", "-n", path.join(folder, "compiled"), "-f", path.resolve(CONFIGURATION)];
  return spawnSync("varnishd", compile).status === 0;
}

/** A cache in front that runs on this machine alone. */
export type Varnish = {
  url: string;
  /** A counter of its own, such as MAIN.backend_req. */
  counter: (name: string) => number;
  end: () => Promise<void>;
};

/** Varnish as deploy/ has it, in front of a port of this machine. */
export function startEdge(folder: string, { port, backend, token }: { port: number; backend: string; token: string }) {
  mkdirSync(folder, { recursive: true });
  const secret = path.join(folder, "token");
  writeFileSync(secret, `${token}\n`);
  const vcl = replaced(readFileSync(CONFIGURATION, "utf8"), {
    '.port = "3000"': `.port = "${backend}"`,
    "/etc/varnish/masthead-token": secret,
  });
  return start(folder, vcl, port);
}

/**
 * Varnish that knows nothing but one answer, which never ends: what stands to it as a static file does to other servers,
 * since it serves none.
 */
export async function startPlain(folder: string, source: string): Promise<Varnish> {
  mkdirSync(folder, { recursive: true });
  const { hostname, port } = new URL(source);
  const vcl = `vcl 4.1; backend bare { .host = "${hostname}"; .port = "${port}"; }
    sub vcl_backend_response { set beresp.ttl = 1d; return (deliver); }`;
  return start(folder, vcl, await freePort());
}

async function start(folder: string, vcl: string, port: number): Promise<Varnish> {
  const [file, own] = [path.join(folder, "in.vcl"), path.join(folder, "varnish")];
  writeFileSync(file, vcl);
  const args = ["-F", "-n", own, "-j", "none", "-f", file, "-a", `127.0.0.1:${port}`, "-s", "malloc,256m"];
  const child = spawn("varnishd", [...args, "-T", "none", ...PARAMETERS.flatMap((one) => one.split(" "))], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const url = `http://127.0.0.1:${port}`;
  await untilUp(child, url);
  return {
    url,
    counter: (name) => {
      const said = spawnSync("varnishstat", ["-n", own, "-1", "-f", name], { encoding: "utf8" }).stdout;
      return Number(said.trim().split(/\s+/)[1]);
    },
    end: async () => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await gone;
    },
  };
}

async function untilUp(child: ChildProcess, url: string): Promise<void> {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      said += chunk;
    });
  }
  const answers = () =>
    fetch(url, { method: "OPTIONS" }).then(
      () => true,
      () => false,
    );
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error(`Varnish did not start: ${said}`);
    await pause(50);
  }
}

/** @throws if something that is to be replaced is not there */
function replaced(text: string, by: Record<string, string>): string {
  for (const [from, to] of Object.entries(by)) {
    if (!text.includes(from)) throw new Error(`The configuration has no ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

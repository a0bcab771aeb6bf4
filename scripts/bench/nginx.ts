import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { request } from "undici";
import { freePort } from "@/scripts/trials/paper";

/** Whether nginx is installed here. */
export function hasNginx(): boolean {
  return spawnSync("nginx", ["-v"]).error === undefined;
}

/**
 * nginx with one file, which is sent whatever is asked.
 * @param source where the answer is had that the file is to be
 */
export async function startNginx(folder: string, source: string): Promise<{ url: string; end: () => Promise<void> }> {
  const www = path.join(folder, "www");
  mkdirSync(www, { recursive: true });
  const { body, headers } = await request(source, { headers: { "accept-encoding": "br" } });
  writeFileSync(path.join(www, "page"), Buffer.from(await body.arrayBuffer()));
  const port = await freePort();
  const said = ["content-encoding", "cache-control", "content-security-policy", "vary"].flatMap((name) =>
    headers[name] ? [`add_header ${name} "${String(headers[name]).replaceAll('"', '\\"')}";`] : [],
  );
  const file = path.join(folder, "nginx.conf");
  writeFileSync(
    file,
    `daemon off; pid ${folder}/pid; error_log stderr; worker_processes auto;
    ${process.getuid?.() === 0 ? "user root;" : ""}
    events { worker_connections 256; }
    http {
      access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=10;
      ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
      server { listen 127.0.0.1:${port}; default_type "text/html; charset=utf-8"; ${said.join(" ")}
        root ${www}; location / { try_files /page =404; } }
    }`,
  );
  const child = spawn("nginx", ["-p", folder, "-c", file], { stdio: ["ignore", "inherit", "inherit"] });
  const url = `http://127.0.0.1:${port}/`;
  while (
    !(await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error("nginx did not start");
    await pause(50);
  }
  return {
    url,
    end: async () => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
    },
  };
}

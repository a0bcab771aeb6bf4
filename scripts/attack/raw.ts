import { request } from "node:http";
import { connect } from "node:net";

/** An answer as it came. */
export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/**
 * Asks with headers that no browser and no fetch would send, such as another Host.
 * @param path the target of the request, as it is
 */
export function askRaw(
  site: string,
  path: string,
  headers: Record<string, string | string[]> = {},
  { method = "GET", body }: { method?: string; body?: string } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(site);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers, agent: false, setHost: !("host" in headers) });
    asked.once("error", reject);
    asked.once("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    asked.end(body);
  });
}

/** Writes bytes to the paper and gives all that comes back until it ends, is silent for a while, or said enough. */
export function sendBytes(site: string, bytes: string | Buffer, patience = 3000, enough?: RegExp): Promise<string> {
  const { hostname, port } = new URL(site);
  return new Promise((resolve) => {
    let said = "";
    const socket = connect(Number(port), hostname);
    const done = () => {
      socket.destroy();
      resolve(said);
    };
    socket.setTimeout(patience, done);
    socket.on("data", (chunk) => {
      said += chunk.toString("latin1");
      if (enough?.test(said)) done();
    });
    socket.once("error", done);
    socket.once("close", done);
    socket.write(bytes);
  });
}

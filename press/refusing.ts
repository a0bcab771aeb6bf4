import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { BARE_POLICY } from "@/lib/answer-headers";

/** What is answered to what cannot be read as a request, by the code of Node's error. */
const STATUS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** How long whoever is refused may go on, so that they hear why, in milliseconds. */
const HEARING = 1000;

type Headers = readonly (readonly [name: string, value: string])[];

const OWN: Headers = [
  ["content-security-policy", BARE_POLICY],
  ["cache-control", "no-store"],
];

/** Has a server answer what Node answers by itself, such as what is no request, with what every answer says. */
export function refuseWith(headers: Headers, server: Server): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex & { _httpMessage?: ServerResponse }) => {
    // Whoever asked has gone, or has part of an answer that this would be taken for.
    if (error.code === "ECONNRESET" || !socket.writable || socket._httpMessage?.headersSent) {
      return void socket.destroy();
    }
    const all = [...headers, ...OWN, ["content-length", "0"], ["connection", "close"]];
    const lines = all.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    socket.end(`HTTP/1.1 ${STATUS[error.code ?? ""] ?? "400 Bad Request"}\r\n${lines}\r\n`);
    letGo(socket);
  });
  server.on("checkExpectation", (_: IncomingMessage, response: ServerResponse) => refuse(response, 417, headers));
}

/** Ends a connection whatever the other side does; not at once, which would take back the answer with what was not read. */
export function letGo(socket: Duplex): void {
  const late = setTimeout(() => socket.destroy(), HEARING);
  socket.once("close", () => clearTimeout(late));
}

/** Answers with a status and nothing else. */
export function refuse(response: ServerResponse, status: number, headers: Headers): void {
  sayAlways(response, headers);
  response.writeHead(status, { "cache-control": "no-store", "content-length": 0 });
  response.end();
}

/** Has an answer that the press makes by itself say what every answer says. */
export function sayAlways(response: ServerResponse, headers: Headers, policy = BARE_POLICY): void {
  for (const [name, value] of [...headers, ["content-security-policy", policy] as const])
    response.setHeader(name, value);
}

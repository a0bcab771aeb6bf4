import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { answerHeaders } from "@/lib/answer-headers";
import { refuseWith } from "./refusing";

const EVERY = answerHeaders({ SITE_URL: "https://paper.example", HSTS: "subdomains" });

let server: Server;
beforeAll(async () => {
  server = createServer((_, response) => response.end("read"));
  refuseWith(EVERY, server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** All that comes back on what was said to the port. */
function answerTo(text: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk) => {
      heard += chunk;
      if (heard.includes("\r\n\r\n")) socket.destroy();
    });
    socket.on("close", () => resolve(heard));
  });
}

test.each([
  ["no request at all", 400, "HELLO\r\n\r\n"],
  ["two lengths at once", 400, "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n"],
  ["headers without an end", 431, `GET / HTTP/1.1\r\nhost: a\r\nx: ${"x".repeat(40_000)}\r\n\r\n`],
  ["an expectation that nobody meets", 417, "GET / HTTP/1.1\r\nhost: a\r\nexpect: more\r\n\r\n"],
])("%s is answered with %i, and with what every answer says", async (_, status, text) => {
  const head = await answerTo(text);
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  for (const [name, value] of EVERY) expect(head).toContain(`${name}: ${value}\r\n`);
  expect(head).toContain("content-security-policy: default-src 'none';");
  expect(head).toContain("cache-control: no-store");
});

test("whoever is refused and neither listens nor goes is let go of all the same", async () => {
  const { port } = server.address() as AddressInfo;
  const connections = () =>
    new Promise<number>((resolve, reject) =>
      server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );
  await vi.waitFor(async () => expect(await connections()).toBe(0));
  const deaf = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  deaf.on("error", () => {});
  deaf.write("HELLO\r\n\r\n");
  await vi.waitFor(async () => expect(await connections()).toBe(1));
  await vi.waitFor(async () => expect(await connections()).toBe(0), 5000);
  deaf.destroy();
});

test("what can be read is answered as ever", async () => {
  expect(await answerTo("GET / HTTP/1.1\r\nhost: a\r\n\r\n")).toMatch(/^HTTP\/1\.1 200 OK/);
});

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isCallable, isWithin } from "./address";
import { get } from "./get";
import { guardedLookup, post } from "./post";

test.each([
  "127.0.0.1",
  "127.9.9.9",
  "10.0.0.1",
  "172.16.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "255.255.255.255",
  "224.0.0.1",
  "::1",
  "::",
  "fe80::1",
  "fd00::1",
  "ff02::1",
  "::ffff:127.0.0.1",
  "::ffff:10.0.0.1",
  "64:ff9b::7f00:1",
  "2002:7f00:1::",
  "not an address",
])("%s is not of the public internet", (address) => expect(isWithin("public", address)).toBe(false));

test.each(["93.184.215.14", "2606:4700::1111", "::ffff:93.184.215.14"])("%s is", (address) => {
  expect(isWithin("public", address)).toBe(true);
  expect(isWithin("loopback", address)).toBe(false);
});

test.each([
  ["https://hub.example/", true],
  ["https://93.184.215.14/", true],
  ["http://hub.example/", false],
  ["ftp://hub.example/", false],
  ["https://user:pass@hub.example/", false],
  ["https://127.0.0.1/", false],
  ["https://[::1]/", false],
  ["https://2130706433/", false],
  ["https://0x7f.1/", false],
  ["https://[::ffff:7f00:1]/", false],
])("in earnest, %s may be called: %s", (address, may) => expect(isCallable("public", new URL(address))).toBe(may));

let server: Server;
let site: string;
const asked: { url?: string; type?: string; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      asked.push({ url: request.url, type: request.headers["content-type"], body });
      if (request.url?.startsWith("/to/")) {
        response.writeHead(302, { location: decodeURIComponent(request.url.slice(4)) });
      }
      if (request.url === "/none") response.writeHead(404);
      if (request.url === "/away") response.writeHead(307, { location: "/elsewhere" });
      response.end("x".repeat(100_000));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test("a body is sent as it is, and the status comes back", async () => {
  expect(await post(`${site}/ping`, "text/plain", "a=1")).toBe(200);
  expect(asked.at(-1)).toEqual({ url: "/ping", type: "text/plain", body: "a=1" });
  expect(await post(site.replace("127.0.0.1", "localhost"), "text/plain", "b")).toBe(200);
});

test("a name is looked through: what stands for a forbidden address is not connected to", async () => {
  const looked = (reach: "public" | "loopback") =>
    new Promise((resolve) =>
      guardedLookup(reach)("localhost", { all: true }, (error, found) => resolve(error ?? found)),
    );
  expect(await looked("public")).toMatchObject({ message: "This address may not be called" });
  expect(await looked("loopback")).toContainEqual({ address: "127.0.0.1", family: 4 });
});

test("nobody is sent on to another address", async () => {
  expect(await post(`${site}/away`, "text/plain", "")).toBe(307);
  expect(asked.some(({ url }) => url === "/elsewhere")).toBe(false);
});

test.each(["https://93.184.215.14/", "file:///etc/passwd", "https://10.0.0.1/", "nonsense"])(
  "under test nothing beyond this machine is called: %s",
  async (address) => {
    await expect(post(address, "text/plain", "")).rejects.toThrow("may not be called");
  },
);

describe("a file", () => {
  const read = async (address: string) => {
    const { body } = await get(address, "image/*", { patience: 10_000 });
    let bytes = 0;
    for await (const part of body) bytes += part.length;
    return bytes;
  };

  test("is had, also where the address leads on", async () => {
    expect(await read(`${site}/file`)).toBe(100_000);
    expect(await read(`${site}/to/%2Ffile`)).toBe(100_000);
  });

  test("is not had from where it may not be, however one is led there", async () => {
    await expect(read("http://10.0.0.1/")).rejects.toThrow("may not be called");
    await expect(read("file:///etc/passwd")).rejects.toThrow("may not be called");
    await expect(read(`${site}/to/${encodeURIComponent("http://169.254.169.254/latest")}`)).rejects.toThrow(
      "may not be called",
    );
    await expect(read(`${site}/none`)).rejects.toThrow("404");
    const round = `${site}${Array.from({ length: 5 }).reduce<string>((way) => `/to/${encodeURIComponent(way)}`, "/file")}`;
    await expect(read(round)).rejects.toThrow("on and on");
  });
});

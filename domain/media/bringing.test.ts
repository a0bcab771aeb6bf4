import { existsSync, readdirSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeStaff } from "@/db/factories";
import type { Actor } from "@/domain/people/staff";
import { bringFile } from "./bringing";
import { readAsset } from "./desk";
import { incomingFolder } from "./files";
import { takeUpload } from "./taking";

let server: Server;
let site = "";
beforeAll(async () => {
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#123" } })
    .png()
    .toBuffer();
  server = createServer((request, response) => {
    if (request.url === "/page") response.writeHead(200, { "content-type": "text/html" }).end("<h1>No</h1>");
    else if (request.url === "/liar.png") response.writeHead(200, { "content-type": "image/png" }).end("<h1>No</h1>");
    else if (request.url === "/leads-inside") response.writeHead(302, { location: "http://169.254.169.254/a" }).end();
    else if (request.url === "/leads-around") response.writeHead(302, { location: "/leads-around" }).end();
    else if (request.url === "/cut.png") {
      response.writeHead(200, { "content-type": "image/png", "content-length": png.length });
      response.write(png.subarray(0, 20), () => response.destroy());
    } else response.writeHead(200, { "content-type": "image/png", "content-length": png.length }).end(png);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => rmSync(incomingFolder(), { recursive: true, force: true }));

/** Brings a file in and takes it, as the newsroom's script does. */
async function bring(actor: Actor, address: string) {
  const { arrive } = await bringFile(actor, { address });
  return takeUpload(actor, { upload: await arrive(() => undefined), keep: false });
}

test("a file of another site is taken into the library, once, under its name, and says how far it is", async () => {
  const reporter = await makeStaff({ role: "reporter" });
  const { arrive, size } = await bringFile(reporter, { address: `${site}/the%20weir.png?w=800` });
  const told: number[] = [];
  const upload = await arrive((bytes) => told.push(bytes));
  expect(told.at(-1)).toBe(size);
  const taken = await takeUpload(reporter, { upload, keep: false });
  if ("alike" in taken) throw new Error("Nothing looks like it");
  expect(taken.existed).toBe(false);
  expect(await readAsset(reporter, taken.assetId)).toMatchObject({ kind: "picture", filename: "the weir.png" });
  expect(await bring(reporter, `${site}/again.png`)).toMatchObject({ assetId: taken.assetId, existed: true });
});

test.each([
  ["/page", "unsupported"],
  ["/liar.png", "unsupported"],
  ["/cut.png", "invalid"],
  ["/leads-inside", "invalid"],
  ["/leads-around", "invalid"],
])("what is no file for the library is refused, and leaves nothing: %s", async (path, code) => {
  const reporter = await makeStaff({ role: "reporter" });
  await expect(bring(reporter, site + path)).rejects.toMatchObject({ code });
  expect(existsSync(incomingFolder()) ? readdirSync(incomingFolder()) : []).toEqual([]);
});

test.each([
  "http://10.0.0.1/a.png",
  "http://169.254.169.254/",
  "data:image/png;base64,AAAA",
  "file:///etc/passwd",
  "nonsense",
])("what may not be called is refused: %s", async (address) => {
  const reporter = await makeStaff({ role: "reporter" });
  await expect(bring(reporter, address)).rejects.toMatchObject({ code: "invalid" });
});

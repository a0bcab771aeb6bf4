import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeStaff } from "@/db/factories";
import { bringPicture } from "./bringing";
import { readAsset } from "./desk";

let server: Server;
let site = "";
beforeAll(async () => {
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#123" } })
    .png()
    .toBuffer();
  server = createServer((request, response) => {
    if (request.url === "/page") response.writeHead(200, { "content-type": "text/html" }).end("<h1>No</h1>");
    else if (request.url === "/liar.png") response.writeHead(200, { "content-type": "image/png" }).end("<h1>No</h1>");
    else if (request.url === "/cut.png") {
      response.writeHead(200, { "content-type": "image/png", "content-length": png.length });
      response.write(png.subarray(0, 20), () => response.destroy());
    } else response.writeHead(200, { "content-type": "image/png" }).end(png);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test("a picture of another site is taken into the library, once, under its name", async () => {
  const reporter = await makeStaff({ role: "reporter" });
  const { id, existed } = await bringPicture(reporter, { address: `${site}/the%20weir.png?w=800` });
  expect(existed).toBe(false);
  expect(await readAsset(reporter, id)).toMatchObject({ kind: "picture", filename: "the weir.png" });
  expect(await bringPicture(reporter, { address: `${site}/again.png` })).toEqual({ id, existed: true });
});

test.each([
  ["/page", "unsupported"],
  ["/liar.png", "unsupported"],
  ["/cut.png", "invalid"],
])("what is no picture is refused: %s", async (path, code) => {
  const reporter = await makeStaff({ role: "reporter" });
  await expect(bringPicture(reporter, { address: site + path })).rejects.toMatchObject({ code });
});

test.each(["http://10.0.0.1/a.png", "http://169.254.169.254/", "data:image/png;base64,AAAA", "nonsense"])(
  "what may not be called is refused: %s",
  async (address) => {
    const reporter = await makeStaff({ role: "reporter" });
    await expect(bringPicture(reporter, { address })).rejects.toMatchObject({ code: "invalid" });
  },
);

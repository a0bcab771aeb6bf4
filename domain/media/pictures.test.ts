import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { picture } from "@/domain/testing/pictures";
import { servedLadders } from "./copies";
import { headerOf, makeCopies, servePictures } from "./pictures";
import { NO_TERMS } from "./terms";

let folder: string;
let socket: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "masthead-test-"));
  socket = path.join(folder, "sock");
  vi.stubEnv("MASTHEAD_PICTURES", socket);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function written(bytes: Promise<Buffer> | Buffer): Promise<string> {
  const file = path.join(folder, "original");
  writeFileSync(file, await bytes);
  return file;
}
const order = (file: string) =>
  ({ file, ladders: servedLadders(null), extent: "first", isUrgent: true, terms: NO_TERMS }) as const;

test("another process is asked, which keeps the files and says what it made; one that is about to start is waited for", async () => {
  const file = await written(picture(500, 400).jpeg().toBuffer());
  const asking = headerOf(file);
  await new Promise((resolve) => setTimeout(resolve, 150));
  const server = servePictures(socket, () => {});
  expect(await asking).toMatchObject({ format: "jpeg", width: 500, height: 400, frames: 1 });
  const { files, suggested } = await makeCopies(order(file));
  expect(Object.keys(suggested)).toHaveLength(6);
  expect(files.map(({ crop, format }) => `${crop} ${format}`)).toContain("16x9 jpeg");
  server.close();
});

test("what it refuses is refused here, with its reason", async () => {
  const server = servePictures(socket, () => {});
  const whole = await picture(500, 400).jpeg().toBuffer();
  await expect(makeCopies(order(await written(whole.subarray(0, 900))))).rejects.toMatchObject({
    name: "Refusal",
    code: "invalid",
  });
  server.close();
});

test("when it ends in the middle, whoever asked is told to try again, and it is not asked again by itself", async () => {
  let asked = 0;
  const crashing = createServer((request) => {
    asked++;
    request.socket.destroy();
  }).listen(socket);
  await expect(makeCopies(order("any"))).rejects.toMatchObject({
    code: "busy",
    message: expect.stringMatching(/Try again/),
  });
  expect(asked).toBe(1);
  crashing.close();
});

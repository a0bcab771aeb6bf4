import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { makeStaff } from "@/db/factories";
import { newId } from "@/lib/id";
import { incomingFolder } from "./files";
import { beginUpload, cancelUpload, continueUpload, readUpload, uploadTurn, wholeUpload } from "./incoming";

const reporter = await makeStaff({ role: "reporter" });
const other = await makeStaff({ role: "editor" });

const left = () => (existsSync(incomingFolder()) ? readdirSync(incomingFolder()) : []);
beforeEach(() => rmSync(incomingFolder(), { recursive: true, force: true }));

async function begun(size: number, filename = "a.jpg") {
  const id = newId();
  await beginUpload(reporter, { id, filename, size });
  return id;
}
const send = (id: string, offset: number, text: string, by = reporter) =>
  continueUpload(by, { id, offset, chunks: Readable.from([Buffer.from(text)]) });

/** What comes until the connection breaks. */
async function* cut(text: string) {
  yield Buffer.from(text);
  throw new Error("The connection was lost");
}

describe("an upload", () => {
  test("comes in by pieces, each upon the last", async () => {
    const id = await begun(9);
    expect(await send(id, 0, "abc")).toBe(3);
    await expect(send(id, 0, "abc")).rejects.toMatchObject({ code: "conflict" });
    await expect(send(id, 4, "abc")).rejects.toMatchObject({ code: "conflict" });
    expect(await send(id, 3, "defghi")).toBe(9);
    const { file } = await wholeUpload(reporter, id);
    expect(readFileSync(file, "utf8")).toBe("abcdefghi");
  });

  test("that is cut off keeps what came, and goes on from there", async () => {
    const id = await begun(6);
    await expect(continueUpload(reporter, { id, offset: 0, chunks: cut("abc") })).rejects.toThrow("lost");
    await expect(wholeUpload(reporter, id)).rejects.toMatchObject({ code: "conflict" });
    expect((await readUpload(reporter, id)).offset).toBe(3);
    expect(await send(id, 3, "def")).toBe(6);
  });

  test("is its uploader's alone, whatever others may", async () => {
    const id = await begun(3);
    for (const attempt of [readUpload, (by: typeof other, of: string) => send(of, 0, "abc", by), cancelUpload]) {
      await expect(attempt(other, id)).rejects.toMatchObject({ code: "not-found" });
    }
    expect((await readUpload(reporter, id)).offset).toBe(0);
  });

  test("needs that one may upload, at every piece", async () => {
    const id = await begun(3);
    const demoted = { ...reporter, grants: {} };
    await expect(send(id, 0, "abc", demoted)).rejects.toMatchObject({ code: "forbidden" });
    await expect(beginUpload(demoted, { id: newId(), filename: "a", size: 1 })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test.each(["../../masthead", "..", "", "x/../y", "A".repeat(16)])(
    "is named by nothing but its id: %s",
    async (id) => {
      await expect(readUpload(reporter, id)).rejects.toMatchObject({ code: "not-found" });
      await expect(beginUpload(reporter, { id, filename: "a", size: 1 })).rejects.toMatchObject({ code: "not-found" });
    },
  );

  test("of nothing, or of more than the largest file, does not begin", async () => {
    await expect(begun(0)).rejects.toMatchObject({ code: "invalid", message: expect.stringMatching(/empty/) });
    await expect(begun(501 * 1024 * 1024)).rejects.toMatchObject({ code: "too-large" });
    expect(left()).toEqual([]);
  });

  test("too large for what it is by its first bytes is refused upon them, whatever it is called", async () => {
    const id = await begun(51 * 1024 * 1024, "film.mp4");
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString("latin1");
    await expect(
      continueUpload(reporter, { id, offset: 0, chunks: Readable.from([Buffer.from(jpeg, "latin1")]) }),
    ).rejects.toMatchObject({ code: "too-large", message: expect.stringMatching(/50 MB/) });
    expect(left()).toEqual([]);
  });

  test("given up leaves nothing", async () => {
    const id = await begun(3);
    await send(id, 0, "ab");
    await cancelUpload(reporter, id);
    expect(left()).toEqual([]);
  });

  test.skipIf(!existsSync("/dev/full"))("for which the disk has no room is told so, and leaves nothing", async () => {
    const id = await begun(6);
    await send(id, 0, "abc");
    const file = path.join(incomingFolder(), id, "bytes");
    rmSync(file);
    // Whatever is written there, the system answers as a disk that has no room.
    symlinkSync("/dev/full", file);
    await expect(send(id, 0, "abcdef")).rejects.toMatchObject({ code: "full", message: /^The disk is full/ });
    expect(left()).toEqual([]);
  });

  test("that the disk has no room for does not begin", async () => {
    vi.resetModules();
    vi.doMock("node:fs/promises", async (original) => ({
      ...(await original<typeof import("node:fs/promises")>()),
      statfs: async () => ({ bavail: 1000, bsize: 4096 }),
    }));
    const { beginUpload } = await import("./incoming");
    const refused = beginUpload(reporter, { id: newId(), filename: "a.jpg", size: 30_000_000 });
    await expect(refused).rejects.toMatchObject({ code: "full" });
    vi.doUnmock("node:fs/promises");
    expect(left()).toEqual([]);
  });
});

describe("turns", () => {
  test("whoever has one is told that another asks, and the next has it at once", async () => {
    const id = await begun(3);
    let asked = 0;
    const end = await uploadTurn(id, () => {
      asked++;
      void end();
    });
    const next = await uploadTurn(id, () => undefined);
    expect(asked).toBeGreaterThan(0);
    await next();
    expect(readdirSync(path.join(incomingFolder(), id)).sort()).toEqual(["bytes", "upload.json"]);
  });

  test("one whose process died is taken over", async () => {
    const id = await begun(3);
    const held = path.join(incomingFolder(), id, "turn");
    writeFileSync(held, "");
    const { utimesSync } = await import("node:fs");
    utimesSync(held, new Date(0), new Date(0));
    await (await uploadTurn(id, () => undefined))();
    expect(existsSync(held)).toBe(false);
  });

  test("one that has come to an end while another waits is not waited for longer than asked", async () => {
    const id = await begun(3);
    const end = await uploadTurn(id, () => undefined);
    const waiting = uploadTurn(id, () => undefined, AbortSignal.timeout(300));
    await expect(waiting).rejects.toMatchObject({ code: "busy" });
    await end();
  });
});

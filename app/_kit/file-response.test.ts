import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { fileResponse } from "./file-response";

const file = path.join(mkdtempSync(path.join(tmpdir(), "masthead-file-")), "digits");
writeFileSync(file, "0123456789");

async function ask(headers: Record<string, string> = {}, method = "GET") {
  const request = new Request("http://localhost/media/x", { method, headers });
  const response = await fileResponse(request, { file, tag: "t1", type: "image/webp" }, { "cache-control": "public" });
  if (!response) throw new Error("There is no such file");
  const { status, headers: got } = response;
  return { status, body: await response.text(), get: (name: string) => got.get(name) };
}

describe("fileResponse", () => {
  test("the whole file, with what a cache and a browser need to know", async () => {
    const answer = await ask();
    expect([answer.status, answer.body]).toEqual([200, "0123456789"]);
    const names = [
      "content-type",
      "content-length",
      "etag",
      "accept-ranges",
      "cache-control",
      "x-content-type-options",
    ];
    expect(names.map(answer.get)).toEqual(["image/webp", "10", '"t1"', "bytes", "public", "nosniff"]);
  });

  test("HEAD says the same without the body, and knows no ranges", async () => {
    const answer = await ask({ range: "bytes=0-1" }, "HEAD");
    expect([answer.status, answer.body, answer.get("content-length")]).toEqual([200, "", "10"]);
  });

  test.each(['"t1"', 'W/"t1"', '"other", "t1"', "*"])("If-None-Match: %s is answered with 304", async (tag) => {
    const answer = await ask({ "if-none-match": tag, range: "bytes=0-1" });
    expect([answer.status, answer.body, answer.get("etag"), answer.get("cache-control")]).toEqual([
      304,
      "",
      '"t1"',
      "public",
    ]);
  });

  test("another tag gets the file; a precondition that fails gets 412", async () => {
    expect((await ask({ "if-none-match": '"t2"' })).status).toBe(200);
    expect((await ask({ "if-match": '"t2"' })).status).toBe(412);
    expect((await ask({ "if-match": '"t1"' })).status).toBe(200);
  });

  test.each([
    ["bytes=0-3", "0123", "bytes 0-3/10"],
    ["bytes=7-", "789", "bytes 7-9/10"],
    ["bytes=-2", "89", "bytes 8-9/10"],
    ["bytes=-99", "0123456789", "bytes 0-9/10"],
    ["bytes=8-99", "89", "bytes 8-9/10"],
  ])("Range: %s is answered with 206", async (range, body, contentRange) => {
    const answer = await ask({ range });
    expect([answer.status, answer.body, answer.get("content-range")]).toEqual([206, body, contentRange]);
    expect(answer.get("content-length")).toBe(String(body.length));
  });

  test.each(["bytes=10-", "bytes=99-100", "bytes=-0"])("Range: %s is answered with 416", async (range) => {
    const answer = await ask({ range });
    expect([answer.status, answer.body, answer.get("content-range")]).toEqual([416, "", "bytes */10"]);
  });

  test.each(["bytes=3-1", "bytes=-", "lines=0-1", "bytes=0-1,4-5", "bytes=a-b"])(
    "Range: %s is answered with the whole",
    async (range) => {
      expect(await ask({ range })).toMatchObject({ status: 200, body: "0123456789" });
    },
  );

  test("If-Range honours the range only for the very same file", async () => {
    expect((await ask({ range: "bytes=0-1", "if-range": '"t1"' })).status).toBe(206);
    expect((await ask({ range: "bytes=0-1", "if-range": '"t2"' })).status).toBe(200);
    expect((await ask({ range: "bytes=0-1", "if-range": 'W/"t1"' })).status).toBe(200);
    expect((await ask({ range: "bytes=0-1", "if-range": "Wed, 21 Oct 2026 07:28:00 GMT" })).status).toBe(200);
  });

  test("no file, no answer", async () => {
    const request = new Request("http://localhost/media/x");
    expect(await fileResponse(request, { file: `${file}-gone`, tag: "t", type: "image/webp" }, {})).toBeNull();
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { inspect } from "@/domain/media/inspection";
import { recordings } from "./recordings";

const folder = mkdtempSync(path.join(tmpdir(), "masthead-recordings-"));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ["dredgersPassing", { kind: "audio", format: "wav", duration: 12_000 }],
  ["sedulousYear", { kind: "video", format: "webm", width: 640, height: 360, duration: 12_000 }],
  ["sedulousCaptions", { kind: "captions", format: "vtt" }],
  ["sedulousLoads", { kind: "document", format: "pdf" }],
] as const)("makes %s such as the library takes it, small enough for a first start", async (key, found) => {
  const bytes = await recordings[key].make();
  expect(bytes.length).toBeLessThan(3 * 1024 * 1024);
  const file = path.join(folder, recordings[key].filename);
  writeFileSync(file, bytes);
  expect(await inspect(file)).toMatchObject(found);
});

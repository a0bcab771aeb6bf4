import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holdAlone, holdShared } from "./lock";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "masthead-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a lock is shared by many, or held by one alone", () => {
  const file = path.join(folder, "lock");
  const first = holdShared(file);
  const second = holdShared(file);
  expect(first).not.toBeNull();
  expect(second).not.toBeNull();
  expect(holdAlone(file)).toBeNull();
  first?.();
  expect(holdAlone(file)).toBeNull();
  second?.();
  const alone = holdAlone(file);
  expect(alone).not.toBeNull();
  expect(holdShared(file)).toBeNull();
  expect(holdAlone(file)).toBeNull();
  alone?.();
  const last = holdShared(file);
  expect(last).not.toBeNull();
  last?.();
});

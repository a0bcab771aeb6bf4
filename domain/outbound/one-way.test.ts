import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/**
 * What runs on the server calls nobody outside but by domain/outbound: no other file of it may so much as name what calls.
 * Those named here speak to this machine alone.
 */
const AMONG_OURSELVES = new Set([
  // The process for pictures, by a socket that this user alone can open.
  "domain/media/pictures.ts",
  // Types of a request and an answer.
  "app/_kit/reply.ts",
]);
const CALLS = [
  /from "(?:node:)?(?:http|https|http2|net|tls|dns|dgram)(?:\/promises)?"/,
  /from "(?:undici|nodemailer|got|axios|node-fetch|ws)"/,
  /(?<![.\w])fetch\(/,
  /\bnew (?:WebSocket|EventSource|XMLHttpRequest)\(/,
];
/** What runs in a browser asks the paper itself. */
const IN_THE_BROWSER = /^\s*"use client"/m;

const files = globSync("{app,domain,jobs,db,lib,components}/**/*.{ts,tsx,mjs}", {
  exclude: ["**/*.test.*", "domain/testing/**", "domain/outbound/**", "**/testing/**"],
}).sort();

test("nothing on the server calls outside but by domain/outbound", () => {
  const server = files.filter((file) => !file.startsWith("components/") && !AMONG_OURSELVES.has(file));
  const calling = server.filter((file) => {
    const text = readFileSync(file, "utf8");
    return !IN_THE_BROWSER.test(text) && CALLS.some((call) => call.test(text.replaceAll(/^import type .*$/gm, "")));
  });
  expect(server.length).toBeGreaterThan(300);
  expect(calling).toEqual([]);
});

test("nothing turns the checking of certificates off", () => {
  const all = [...files, ...globSync("{domain/outbound,press,scripts}/**/*.{ts,mjs}")];
  const off = all.filter(
    (file) =>
      !file.endsWith("one-way.test.ts") &&
      /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|insecureHTTPParser/.test(readFileSync(file, "utf8")),
  );
  expect(off).toEqual([]);
});

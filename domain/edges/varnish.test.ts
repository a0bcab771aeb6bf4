import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isBuilt, PARAMETERS, readerAddress } from "@/lib/reader-address";

// deploy/varnish/masthead.vcl says again what lib/reader-address.ts says: an edge must not know less, nor more.
const vcl = readFileSync("deploy/varnish/masthead.vcl", "utf8");
const listed = (pattern: RegExp) => vcl.match(pattern)?.[1]?.split("|") ?? [];

test("what is not for readers passes the edge", () => {
  const passing = listed(/\^\/\(([\w|-]+)\)\(\/\|\\\?\|\$\)/);
  expect(passing.length).toBeGreaterThan(5);
  for (const first of passing) expect(readerAddress(`/${first}/x`)).toBeNull();
  for (const first of ["newsroom", "sign-in", "sign-out", "setup", "invitation", "preview", "api", "media"]) {
    expect(readerAddress(`/${first}`)).toBeNull();
    expect(passing).toContain(first);
  }
});

test("the edge knows the parameters that pages know, and no others", () => {
  const known = new Set(PARAMETERS.flatMap(([, ...names]) => names));
  expect(listed(/\(\?!\(([\w|]+)\)=\)/).sort()).toEqual([...known].sort());
});

test("the edge keeps built files where the press does", () => {
  const built = listed(/\^\/\((_next\/static[\w|/]+)\)\//);
  expect(built.length).toBe(3);
  for (const folder of built) expect(isBuilt(`/${folder}/x`)).toBe(true);
});

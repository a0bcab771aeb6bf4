import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ALLOWED, licencesText } from "./licences";
import { isAtLeast, lockedPackages } from "./lockfile";

const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));
const Floors = z.array(
  z.strictObject({
    name: z.string(),
    floor: z.string().regex(/^\d+\.\d+\.\d+(?:-beta\.\d+)?$/),
    advisories: z.array(z.string().regex(/^GHSA(?:-[0-9a-z]{4}){3}$/)).min(1),
    reason: z.string().min(10),
    except: z.record(z.string(), z.string().min(10)).optional(),
  }),
);
const floors = Floors.parse(JSON.parse(readFileSync("scripts/supply/floors.json", "utf8")));
const packages = lockedPackages();

test("every version is exact, and the lockfile has the same", () => {
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    expect(`${name}@${version}`).toMatch(/@\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    expect(packages.find(({ place }) => place === `node_modules/${name}`)?.version, name).toBe(version);
  }
});

test("every package is known by a hash, and comes from no host that somebody wrote into the lockfile", () => {
  expect(packages.filter(({ integrity }) => !integrity?.startsWith("sha512-")).map(({ place }) => place)).toEqual([]);
  expect(packages.filter(({ resolved }) => resolved !== undefined).map(({ place }) => place)).toEqual([]);
});

test("whatever has an install script was looked at, and node’s alone may run", () => {
  const scripted = new Set(packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name));
  expect([...scripted].filter((name) => !(name in manifest.allowScripts))).toEqual([]);
  expect(Object.entries(manifest.allowScripts).filter(([, may]) => may)).toEqual([["node", true]]);
});

test("no licence comes in that was not allowed, and the list of them is up to date (npm run licences)", () => {
  expect(packages.filter(({ license }) => !ALLOWED.has(license ?? "none")).map(({ place }) => place)).toEqual([]);
  expect(readFileSync("docs/licences.md", "utf8")).toBe(licencesText(packages));
});

describe("no version with a known hole comes back:", () => {
  test.each(floors.map((floor) => [floor.name, floor] as const))("%s", (name, { floor, except = {} }) => {
    const ours = packages.filter((each) => each.name === name);
    expect(ours.length, "the floor is of something that is not used").toBeGreaterThan(0);
    const below = ours.filter(({ version }) => !isAtLeast(version, floor)).map(({ place }) => place);
    expect(below).toEqual(Object.keys(except));
  });
});

test.each([
  ["1.2.3", "1.2.3", true],
  ["1.10.0", "1.9.9", true],
  ["1.2.2", "1.2.3", false],
  ["5.0.0-beta.32", "5.0.0-beta.30", true],
  ["5.0.0-beta.4", "5.0.0-beta.30", false],
  ["5.0.0", "5.0.0-beta.30", true],
  ["5.0.0-beta.30", "5.0.0", false],
])("%s is at least %s: %s", (version, floor, is) => expect(isAtLeast(version, floor)).toBe(is));

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** How many requirements of levels 1 and 2 each section of ASVS 5.0 has: those that are of level 3 are left out by number. */
const SECTIONS: Record<string, [count: number, ...ofLevel3: number[]]> = {
  "1.1": [2],
  "1.2": [10, 10],
  "1.3": [12, 12],
  "1.4": [3],
  "1.5": [3, 3],
  "2.1": [3],
  "2.2": [3],
  "2.3": [5, 5],
  "2.4": [2, 2],
  "3.2": [3, 3],
  "3.3": [5, 5],
  "3.4": [8, 7, 8],
  "3.5": [8, 6, 7, 8],
  "3.7": [5, 3, 4, 5],
  "4.1": [5, 4, 5],
  "4.2": [5, 2, 3, 4, 5],
  "4.3": [2],
  "4.4": [4],
  "5.1": [1],
  "5.2": [6, 4, 5, 6],
  "5.3": [3, 3],
  "5.4": [3],
  "6.1": [3],
  "6.2": [12],
  "6.3": [8, 5, 6, 7, 8],
  "6.4": [6, 5, 6],
  "6.5": [8, 6, 7, 8],
  "6.6": [4, 4],
  "6.8": [4],
  "7.1": [3],
  "7.2": [4],
  "7.3": [2],
  "7.4": [5],
  "7.5": [3, 3],
  "7.6": [2],
  "8.1": [4, 3, 4],
  "8.2": [4, 4],
  "8.3": [3, 2, 3],
  "8.4": [2, 2],
  "9.1": [3],
  "9.2": [4],
  "10.1": [2],
  "10.2": [3, 3],
  "10.3": [5, 5],
  "10.4": [16, 12, 13, 14, 15, 16],
  "10.5": [5],
  "10.6": [2],
  "10.7": [3],
  "11.1": [4, 3, 4],
  "11.2": [5, 4, 5],
  "11.3": [5, 4, 5],
  "11.4": [4],
  "11.5": [2, 2],
  "11.6": [2, 2],
  "12.1": [5, 4, 5],
  "12.2": [2],
  "12.3": [5, 5],
  "13.1": [4, 2, 3, 4],
  "13.2": [6, 6],
  "13.3": [4, 3, 4],
  "13.4": [7, 6, 7],
  "14.1": [2],
  "14.2": [8, 5, 6, 7, 8],
  "14.3": [3],
  "15.1": [5, 4, 5],
  "15.2": [5, 4, 5],
  "15.3": [7],
  "16.1": [1],
  "16.2": [5],
  "16.3": [4],
  "16.4": [3],
  "16.5": [4, 4],
  "17.1": [2, 2],
  "17.2": [8, 5, 6, 7, 8],
  "17.3": [2],
};

const text = readFileSync("docs/asvs.md", "utf8");
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| ([^|]+) \| ([^|]+) \| (.+) \|$/gm)].map(
  ([, id = "", level, , status = "", seen = ""]) => ({ id, level, status, seen }),
);

test("every requirement of levels 1 and 2 has one row, and says whether it is met", () => {
  const all = Object.entries(SECTIONS).flatMap(([section, [count, ...left]]) =>
    Array.from({ length: count }, (_, at) => at + 1)
      .filter((number) => !left.includes(number))
      .map((number) => `${section}.${number}`),
  );
  expect(all).toHaveLength(253);
  expect(rows.map(({ id }) => id)).toEqual(all);
  expect(rows.filter(({ level }) => level === "1")).toHaveLength(70);
  expect(rows.filter(({ status, seen }) => !/^(?:met|\*\*not met\*\*|not applicable)$/.test(status) || !seen)).toEqual(
    [],
  );
});

test("the summary counts what stands in the rows", () => {
  const counted = (status: string, level?: string) =>
    rows.filter((row) => row.status.replaceAll("*", "") === status && (!level || row.level === level)).length;
  const told = (level?: string) =>
    ["met", "not met", "not applicable"].map((status) => `${counted(status, level)} ${status}`).join(", ");
  expect(text).toContain(`${told()}, of 253`);
  expect(text).toContain(`${told("1")}, of 70`);
});

test.each(["docs/asvs.md", "SECURITY.md"])("every file that %s names is there", (file) => {
  const linked = [...readFileSync(file, "utf8").matchAll(/\]\((?!https?:)((?:[^()\s]|\([^()\s]*\))+)\)/g)].map(
    ([, to = ""]) => to,
  );
  const named = [...readFileSync(file, "utf8").matchAll(/`((?:app|domain|scripts|press)\/[\w./-]+\.\w+)`/g)].map(
    ([, to = ""]) => to,
  );
  expect(linked.length).toBeGreaterThan(5);
  expect(linked.filter((to) => !existsSync(path.join(path.dirname(file), to)))).toEqual([]);
  expect(named.filter((to) => !existsSync(to))).toEqual([]);
});

/** Trials that are not of this list, or not there, cannot be what shows something. */
test("every trial that is named can be run", () => {
  const lists = ["attack", "torture"].map((kind) => readFileSync(`scripts/${kind}/${kind}.ts`, "utf8")).join();
  const named = [
    ...`${text}${readFileSync("SECURITY.md", "utf8")}`.matchAll(/(?:trials? |-- )([a-z]+(?:-[a-z]+)*)/g),
  ].map(([, name = ""]) => name);
  const unknown = [...new Set(named)].filter(
    (name) => !new RegExp(`\\b${name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}\\b`).test(lists),
  );
  expect(unknown).toEqual([]);
});

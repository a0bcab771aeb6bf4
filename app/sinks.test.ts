import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isSafeHref } from "@/domain/articles/body";
import { webAddressIn } from "@/domain/redirects/redirect";
import { isHttps } from "@/lib/web-address";
import { vectors } from "@/scripts/attack/filled";

/** Where text becomes markup or script, as browsers, React and Node name it. */
const SINKS =
  /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|createContextualFragment|document\.write|srcdoc|setHTMLUnsafe|\beval\(|new Function\(|\bimport\(\s*[^"'`)/\s]|setAttribute\(\s*["'`]on/i;

test("no page, script of readers or answer makes markup or script of text", () => {
  const files = globSync("{app,components,reader,press,lib,domain,jobs}/**/*.{ts,tsx}").filter(
    (file) => !/\.test\.tsx?$/.test(file),
  );
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, index) => (SINKS.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});

test("the pattern knows what it looks for", () => {
  const sinks = [
    "<p dangerouslySetInnerHTML={{ __html }} />",
    "a.innerHTML = b",
    "a.outerHTML += b",
    "eval(a)",
    "import(name)",
  ];
  expect(sinks.filter((line) => !SINKS.test(line))).toEqual([]);
});

/** As a browser reads an address of a page of ours. */
const schemeOf = (address: string) => new URL(address, "https://paper.example").protocol;

test.each([
  ["a link in a body", isSafeHref, ["http:", "https:", "mailto:", "tel:", "article:"]],
  ["a link of a profile", isHttps, ["https:"]],
  [
    "what a redirect leads to",
    (text: string) => webAddressIn(text, "https://paper.example") !== null,
    ["http:", "https:"],
  ],
])("no attempt at a script is taken for %s", (_, isTaken, schemes) => {
  const attempts = vectors().flatMap((vector) => [
    vector,
    ` ${vector}`,
    `\t${vector}\n`,
    `https://a.example/${vector}`,
  ]);
  expect(attempts.length).toBeGreaterThan(1600);
  const taken = attempts.filter(isTaken);
  expect(taken.length).toBeGreaterThan(0);
  expect(taken.filter((address) => !schemes.includes(schemeOf(address)))).toEqual([]);
});

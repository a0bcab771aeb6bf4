import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parametersOf, readerAddress } from "./reader-address";

test.each([
  ["/", "/"],
  ["/?page=2&utm_source=x", "/?page=2"],
  ["/harbour?utm_source=x&fbclid=1", "/harbour"],
  ["/harbour/story?page=2", "/harbour/story"],
  ["/search?page=2&q=a+b&q=c&x=1", "/search?page=2&q=a+b&q=c"],
  ["/%68arb%6Fur", "/harbour"],
  ["/topics/%d8%b9", "/topics/%D8%B9"],
  ["/sitemap.xml?file=2&page=1", "/sitemap.xml?file=2"],
  ["/_next/static/chunks/a.js?dpl=1", "/_next/static/chunks/a.js"],
  ["/newsroomy", "/newsroomy"],
])("%s is the page %s", (url, address) => {
  expect(readerAddress(url)).toBe(address);
});

test.each([
  "/newsroom",
  "/newsroom/articles/x/preview",
  "/sign-in?next=/",
  "/setup",
  "/invitation/abc",
  "/preview/abc",
  "/preview/files/a/b/c.webp",
  "/api/health",
  "/media/x.webp",
  "/_next/data/x.json",
  "/%6Eewsroom",
  "//harbour",
  "/harbour/",
  "/harbour/../newsroom",
  "/harbour%2Fnewsroom",
  "/harbour%2e%2e/%2e%2e",
  "/a\\b",
  "/%",
  "/%ff",
  "http://elsewhere.example/",
  "*",
])("%s is left to Next", (url) => {
  expect(readerAddress(url)).toBeNull();
});

test("every readers' page that reads its query is in the table, and every route handler that does", () => {
  const root = path.resolve("app/(site)");
  const readers = globSync("**/{page.tsx,route.ts}", { cwd: root }).filter((file) =>
    /searchParams|request\.nextUrl|new URL\(request\.url\)/.test(readFileSync(path.join(root, file), "utf8")),
  );
  expect(readers.length).toBeGreaterThan(3);
  for (const file of readers) {
    const address = `/${path
      .dirname(file)
      .replace(/^\.$/, "")
      .replace(/\(\w+\)\/?/g, "")
      .replace(/\[\w+\]/g, "x")}`;
    expect(parametersOf(address), file).not.toEqual([]);
  }
});

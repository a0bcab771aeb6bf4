import { expect, test } from "vitest";
import { newsroomPath } from "./newsroom-path";

test.each(["/newsroom", "/newsroom/articles?state=draft&search=a%20b", "/newsroom/articles/x1#body"])(
  "%s is our own",
  (path) => {
    expect(newsroomPath(path)).toBe(path);
  },
);

test.each([
  "https://evil.example/newsroom",
  "//evil.example/newsroom",
  "/\\evil.example/newsroom",
  "\\\\evil.example/newsroom",
  "/\t/evil.example/newsroom",
  "/newsroom/../..//evil.example",
  "/newsroom@evil.example",
  "/newsroomy",
  "javascript:alert(1)",
  "http://[",
  "",
  "/sign-in",
  undefined,
  ["/newsroom/articles", "//evil.example"],
])("%s leads to the start of the newsroom", (path) => {
  expect(newsroomPath(path)).toBe("/newsroom");
});

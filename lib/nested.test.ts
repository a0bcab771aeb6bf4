import { expect, test } from "vitest";
import { nested } from "./nested";

test("names with dots become what they describe, others stay", () => {
  expect(nested({ name: "A", "emails.general": "a@b.test", "links.0.url": "u", "links.1.url": "v" })).toEqual({
    name: "A",
    emails: { general: "a@b.test" },
    links: [{ url: "u" }, { url: "v" }],
  });
});

test("a made-up name changes nothing but what it is asked for", () => {
  expect(nested({ "__proto__.admin": "on", "a.__proto__.b": "on", "constructor.prototype.x": "1" })).not.toHaveProperty(
    "admin",
  );
  expect(({} as Record<string, unknown>).admin).toBeUndefined();
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

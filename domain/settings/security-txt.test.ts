import { expect, test } from "vitest";
import { Machines } from "./machines";
import { securityTxt } from "./security-txt";

const site = "https://paper.example";
const { security } = Machines.parse({
  security: { contact: "security@paper.example", policy: "https://paper.example/about/contact", languages: "en, fi" },
});

test("says whom to write to, in which languages, and by what rules", () => {
  expect(securityTxt(security, site, new Date("2026-11-25T12:00:00Z"))?.text).toBe(
    [
      "Contact: mailto:security@paper.example",
      "Expires: 2027-06-01T00:00:00.000Z",
      "Preferred-Languages: en, fi",
      "Canonical: https://paper.example/.well-known/security.txt",
      "Policy: https://paper.example/about/contact",
      "",
    ].join("\n"),
  );
});

test.each(["2026-01-01T00:00:00Z", "2026-11-30T23:59:59Z", "2028-02-29T12:00:00Z"])(
  "expires more than half a year and less than a year from now, and is made anew before: %s",
  (text) => {
    const at = new Date(text);
    const file = securityTxt(security, site, at);
    const expires = new Date(/^Expires: (.+)$/m.exec(file?.text ?? "")?.[1] ?? "");
    const days = (expires.getTime() - at.getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(180);
    expect(days).toBeLessThan(366);
    expect(file?.until.getTime()).toBeGreaterThan(at.getTime());
    expect(file?.until.getTime()).toBeLessThan(expires.getTime());
  },
);

test("is not there where nobody is to be written to", () => {
  expect(securityTxt(Machines.parse({}).security, site, new Date())).toBeNull();
});

import { longestIllustratedPath } from "@/db/seed/edition/longest";
import { EDITION } from "./servers";
import { expect, test } from "./test";
import { BUDGET, weigh } from "./weigh";

const PAGES = {
  front: "/",
  section: "/harbour",
  "longest illustrated story": longestIllustratedPath(),
  search: "/search?q=harbour",
};

for (const [name, address] of Object.entries(PAGES)) {
  test(`The ${name} costs a reader on a phone no more than its budget, and asks nobody else @once`, async ({
    browser,
  }) => {
    const { weight, foreign, moved } = await weigh(browser, EDITION.url + address);
    expect(weight.document, "the page itself").toBeGreaterThan(0);
    expect(weight.document + weight.style + weight.script, "HTML, CSS and script").toBeLessThanOrEqual(BUDGET.text);
    expect(weight.script, "script").toBeLessThanOrEqual(BUDGET.script);
    expect(weight.font, "fonts").toBeLessThanOrEqual(BUDGET.font);
    expect(foreign).toEqual([]);
    expect(moved, "how far things move while it loads").toBeLessThan(0.01);
  });
}

import { describe, expect, test } from "vitest";
import { HOUR } from "@/lib/clock";
import { instantsOf } from "@/lib/zoned-time";
import { conditionsOf, isWithinRights, LAPSES_SOON, type Rights, rightsState, rightsWords, shownAt } from "./rights";

const free: Rights = {
  validFrom: null,
  validUntil: null,
  usesAllowed: null,
  usageTerms: "",
  restrictions: "",
  territory: "",
};
const at = new Date("2026-03-10T09:00:00.000Z");
const by = (milliseconds: number) => new Date(at.getTime() + milliseconds);
const kindAt = (rights: Partial<Rights>, uses = 0, when = at) => rightsState({ ...free, ...rights }, when, uses).kind;

describe("how rights stand", () => {
  test.each([
    ["nothing said", {}, "usable"],
    ["until now, to the millisecond", { validUntil: at }, "lapsed"],
    ["until a millisecond ago", { validUntil: by(-1) }, "lapsed"],
    ["for a millisecond yet", { validUntil: by(1) }, "lapses-soon"],
    ["for two weeks yet", { validUntil: by(LAPSES_SOON) }, "lapses-soon"],
    ["for more than two weeks yet", { validUntil: by(LAPSES_SOON + 1) }, "usable"],
    ["from now on", { validFrom: at }, "usable"],
    ["from the next millisecond on", { validFrom: by(1) }, "not-yet"],
    ["lapsed before it begins", { validFrom: by(1), validUntil: by(-1) }, "lapsed"],
    ["with terms", { usageTerms: "Editorial only" }, "restricted"],
    ["with a territory", { territory: "Finland" }, "restricted"],
    ["with restrictions, and lapsing", { restrictions: "No covers", validUntil: by(5) }, "lapses-soon"],
    ["with blank terms", { usageTerms: "  " }, "usable"],
  ] as const)("%s", (_, rights, kind) => expect(kindAt(rights)).toBe(kind));

  test.each([
    [null, 1000, "usable"],
    [2, 1, "usable"],
    [2, 2, "exhausted"],
    [2, 3, "exhausted"],
    [0, 0, "exhausted"],
  ] as const)("%s uses allowed, %i elsewhere", (usesAllowed, uses, kind) =>
    expect(kindAt({ usesAllowed }, uses)).toBe(kind),
  );

  test("three of the states keep it from a new story", () => {
    const keeps = ["lapsed", "not-yet", "exhausted"];
    const states = [
      rightsState({ ...free, validUntil: at }, at, 0),
      rightsState({ ...free, validFrom: by(1) }, at, 0),
      rightsState({ ...free, usesAllowed: 1 }, at, 1),
      rightsState({ ...free, validUntil: by(1) }, at, 0),
      rightsState({ ...free, territory: "Finland" }, at, 0),
      rightsState(free, at, 0),
    ];
    expect(states.filter((state) => !isWithinRights(state)).map(({ kind }) => kind)).toEqual(keeps);
  });
});

describe("on the nights on which the clocks change", () => {
  const zone = "Europe/Helsinki";

  test("the end is the instant that was chosen of the hour that comes twice", () => {
    const [first, second] = instantsOf("2026-10-25T03:30", zone) ?? [];
    if (!first || !second) throw new Error("It comes twice");
    expect(second.getTime() - first.getTime()).toBe(HOUR);
    const shown = (validUntil: Date, when: Date) => shownAt({ validFrom: null, validUntil }, when).shown;
    expect([shown(first, new Date(first.getTime() - 1)), shown(first, first)]).toEqual([true, false]);
    expect([shown(second, first), shown(second, new Date(second.getTime() - 1)), shown(second, second)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test("two weeks are counted in hours over the one that is left out, and told by the clocks of the day", () => {
    const [until] = instantsOf("2026-03-29T04:00", zone) ?? [];
    if (!until) throw new Error("It comes");
    const before = new Date(until.getTime() - LAPSES_SOON);
    const state = rightsState({ ...free, validUntil: until }, before, 0);
    expect(state.kind).toBe("lapses-soon");
    expect(kindAt({ validUntil: until }, 0, new Date(before.getTime() - 1))).toBe("usable");
    expect(rightsWords(state, "the picture “a.jpg”", zone)).toBe(
      "The rights to the picture “a.jpg” lapse on 29 March 2026 at 04:00 EEST.",
    );
  });
});

test("what changes next is the beginning, then the end, then nothing", () => {
  const rights = { validFrom: by(0), validUntil: by(10) };
  expect(shownAt(rights, by(-1))).toEqual({ shown: false, changesAt: by(0) });
  expect(shownAt(rights, by(0))).toEqual({ shown: true, changesAt: by(10) });
  expect(shownAt(rights, by(10))).toEqual({ shown: false, changesAt: null });
});

test("each state is a sentence, and terms are sentences", () => {
  const words = (rights: Partial<Rights>, uses = 0) =>
    rightsWords(rightsState({ ...free, ...rights }, at, uses), "the picture “a.jpg”", "UTC");
  expect(words({ validUntil: at })).toBe("The rights to the picture “a.jpg” lapsed on 10 March 2026 at 09:00 UTC.");
  expect(words({ validFrom: by(60_000) })).toMatch(/^The picture “a.jpg” may not be shown before .* 09:01 UTC\.$/);
  expect(words({ usesAllowed: 1 }, 1)).toBe("The picture “a.jpg” was in 1 story already, and may be used in 1 only.");
  expect(words({ usesAllowed: 0 })).toBe("The picture “a.jpg” may not be used in any story.");
  expect(words({})).toBe("");
  expect(conditionsOf({ restrictions: "No covers", territory: "Finland", usageTerms: "Editorial only." })).toEqual([
    "Restrictions: No covers.",
    "To be shown only in: Finland.",
    "Terms: Editorial only.",
  ]);
});

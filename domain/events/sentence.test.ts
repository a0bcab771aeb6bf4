import { expect, test } from "vitest";
import { sentenceOf, sentenceParts, VERBS, verbName } from "./sentence";

const told = { actor: "Ada", subject: "The bridge", data: {} };
const kindOf = (verb: string) => verb.slice(0, verb.indexOf("."));

test("an event is a sentence that says who did what to which story", () => {
  const event = { ...told, verb: "article.published" as const, subjectKind: "article" };
  expect(sentenceOf(event)).toBe("Ada published “The bridge”");
  expect(sentenceOf(event, { it: "this story" })).toBe("Ada published this story");
  expect(sentenceOf({ ...event, actor: null, subject: null })).toBe("Masthead published a story without a headline");
  expect(sentenceParts(event)).toEqual({ before: "Ada published ", subject: "“The bridge”", after: "" });
});

test("a sentence says what the event kept, and not what it cannot read", () => {
  const event = { ...told, verb: "article.edited" as const, subjectKind: "article" };
  expect(sentenceOf({ ...event, data: { fields: ["headline", "body", "topicIds"] } })).toBe(
    "Ada changed the headline, the text and the topics of “The bridge”",
  );
  expect(sentenceOf({ ...event, data: { fields: 7 } })).toBe("Ada edited “The bridge”");
  const role = { ...told, subject: "Bo", verb: "staff.role-changed" as const, subjectKind: "staff" };
  expect(sentenceOf({ ...role, data: { from: "editor", to: "owner" } })).toBe("Ada made Bo, until then editor, owner");
  expect(sentenceOf({ ...role, data: { from: "king" } })).toBe("Ada gave Bo another role");
});

test("a time is told in the zone of whoever tells it", () => {
  const event = { ...told, verb: "article.scheduled" as const, subjectKind: "article" };
  const data = { act: "publish", at: "2026-11-28T07:00:00.000Z" };
  expect(sentenceOf({ ...event, data }, { timeZone: "Europe/Helsinki" })).toBe(
    "Ada planned that “The bridge” is published 28 Nov 2026, 09:00",
  );
  expect(sentenceOf({ ...event, data: { at: "soon" } })).toBe("Ada planned that “The bridge” is published at a time");
});

test.each(VERBS)("%s has a whole sentence and a name", (verb) => {
  const sentence = sentenceOf({ ...told, verb, subjectKind: kindOf(verb) });
  expect(sentence).toMatch(/^Ada \S.*\S$/);
  expect(sentence).not.toMatch(/[{}]|undefined/);
  expect(verbName(verb)).toMatch(/^[A-Z][a-z ]+: [a-z ]+$/);
});

test("an event that this code does not know is told all the same", () => {
  expect(sentenceOf({ ...told, verb: "moon.landed" as never, subjectKind: "moon" })).toBe(
    "Ada did “moon.landed” to “The bridge”",
  );
});

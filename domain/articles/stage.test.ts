import { describe, expect, test } from "vitest";
import { grantsOf } from "@/domain/people/capability";
import type { Role } from "@/domain/people/staff";
import { STAGES, stageAfterWriting, stepsFor, stepTo } from "./stage";

const story = { ownerId: "ines" };
const somebody = (id: string, role: Role) => ({ id, grants: grantsOf(role), sectionIds: null });
const writer = somebody("ines", "reporter");
const colleague = somebody("tom", "reporter");
const editor = somebody("mirjam", "editor");

describe("the steps that somebody is offered", () => {
  test("are the writer’s own for a writer, and an editor’s for an editor", () => {
    expect(stepsFor(writer, { stage: "drafting", before: null }, story)).toEqual(["submit"]);
    expect(stepsFor(writer, { stage: "review", before: null }, story)).toEqual(["withdraw"]);
    expect(stepsFor(colleague, { stage: "drafting", before: null }, story)).toEqual([]);
    expect(stepsFor(editor, { stage: "review", before: null }, story)).toEqual(["return", "approve", "hold", "kill"]);
    expect(stepsFor(editor, { stage: "killed", before: "ready" }, story)).toEqual(["revive"]);
    for (const stage of [null, ...STAGES]) expect(stepsFor(colleague, { stage, before: null }, story)).toEqual([]);
  });
});

describe("a card that is dropped in another column", () => {
  test("takes the step that leads there", () => {
    expect(stepTo(editor, { stage: "review", before: null }, "drafting", story)).toEqual({ step: "return" });
    expect(stepTo(writer, { stage: "review", before: null }, "drafting", story)).toEqual({ step: "withdraw" });
    expect(stepTo(editor, { stage: "held", before: "ready" }, "ready", story)).toEqual({ step: "resume" });
  });

  test("is refused with the reason where none does, or where it is not theirs to take", () => {
    const refused = (...given: Parameters<typeof stepTo>) => expect(stepTo(...given));
    refused(editor, { stage: "drafting", before: null }, "ready", story).toEqual({
      refusal: "Only what was in review can be ready: send it to review first.",
    });
    refused(editor, { stage: "held", before: "review" }, "drafting", story).toEqual({
      refusal: "It was held in “In review”, and goes back there.",
    });
    refused(writer, { stage: "review", before: null }, "ready", story).toEqual({
      refusal: "You may not do this: it takes somebody who may review stories.",
    });
  });
});

describe("writing in a story", () => {
  test("begins an idea or an assignment for its owner alone", () => {
    expect(stageAfterWriting(writer, "idea", story)).toBe("drafting");
    expect(stageAfterWriting(writer, "assigned", story)).toBe("drafting");
    expect(stageAfterWriting(editor, "assigned", story)).toBeNull();
  });

  test("begins a new cycle of one at rest, whoever writes", () => {
    expect(stageAfterWriting(editor, null, story)).toBe("drafting");
  });

  test("takes back the approval, unless whoever may approve writes", () => {
    expect(stageAfterWriting(writer, "ready", story)).toBe("review");
    expect(stageAfterWriting(editor, "ready", story)).toBeNull();
  });

  test("leaves all else where it is", () => {
    for (const stage of ["drafting", "review", "held", "killed"] as const) {
      expect(stageAfterWriting(writer, stage, story)).toBeNull();
    }
  });
});

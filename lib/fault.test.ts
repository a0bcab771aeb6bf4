import { describe, expect, test } from "vitest";
import { faultOf, scrubbed } from "./fault";

describe("what the log says of a fault", () => {
  test("says what a query was, not with what: drizzle's message has every value", () => {
    const cause = Object.assign(new Error("UNIQUE constraint failed: staff.email"), { code: "SQLITE_CONSTRAINT" });
    const error = new Error("Failed query: insert into staff values (?, ?)\nparams: jane@example.test,$argon2id$x", {
      cause,
    });
    const said = faultOf(error);
    expect(said.message).toBe("Failed query: insert into staff values (?, ?)");
    expect(said.cause).toMatchObject({ code: "SQLITE_CONSTRAINT", message: "UNIQUE constraint failed: staff.email" });
    expect(JSON.stringify(said)).not.toMatch(/jane|argon/);
  });

  test("has the frames of the stack, which repeats the message, alone", () => {
    const { stack } = faultOf(new Error("550 no mailbox jane@example.test\nhere"));
    expect(stack).toMatch(/^\s+at .*fault\.test\.ts/);
    expect(stack).not.toContain("mailbox");
  });

  test.each([
    ["550 <jane.roe@mail.example>: no", "550 <(e-mail)>: no"],
    ["connect ECONNREFUSED 10.1.2.3:25", "connect ECONNREFUSED (address):25"],
    ["connect ETIMEDOUT 2001:db8::7f", "connect ETIMEDOUT (address)"],
    ["::1 went away", "(address) went away"],
    ["GET /search?q=my+illness failed", "GET /search?… failed"],
    ["at 12:30:05 in node:internal/x:3:4", "at 12:30:05 in node:internal/x:3:4"],
  ])("takes out whom it concerns: %s", (text, expected) => {
    expect(scrubbed(text)).toBe(expected);
  });

  test("takes whatever was thrown, as deep as it makes sense", () => {
    expect(faultOf("jane@example.test")).toEqual({ type: "string", message: "(e-mail)", stack: "" });
    expect(faultOf(null)).toEqual({ type: "object", message: "", stack: "" });
    const round = new Error("a");
    round.cause = round;
    expect(JSON.stringify(faultOf(round)).length).toBeLessThan(20_000);
  });
});

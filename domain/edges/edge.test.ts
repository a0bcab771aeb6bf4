import { expect, test } from "vitest";
import { asksFor, purgeFor } from "./edge";

const event = (number: number, tags: string[], withdraws = false) => ({ number, tags, withdraws });
const said = { token: "a-token-of-the-edge", site: "https://paper.example", at: new Date(0) };

test("what several events touched is forgotten at once, each tag once, what was withdrawn for good", () => {
  const purge = purgeFor([event(7, ["stories", "a:1"]), event(8, ["stories", "a:2"], true), event(9, [])]);
  expect(purge).toEqual({ event: 9, changed: ["a:1"], withdrawn: ["stories", "a:2"] });
});

test("an event that touches everything leaves nothing else to say", () => {
  expect(purgeFor([event(1, ["a:1"]), event(2, ["*"])])).toEqual({ event: 2, changed: ["*"], withdrawn: [] });
  expect(purgeFor([event(1, ["a:1"], true), event(2, ["*"])])).toMatchObject({ changed: ["*"], withdrawn: ["a:1"] });
  expect(purgeFor([event(1, ["a:1"]), event(2, ["*"], true)])).toMatchObject({ changed: [], withdrawn: ["*"] });
});

test("what readers see nothing of is no purge", () => expect(purgeFor([event(1, []), event(2, [], true)])).toBeNull());

test("more tags than a header holds come in several requests, all of them, what was withdrawn first", () => {
  const many = (kind: string) => Array.from({ length: 1000 }, (_, at) => `${kind}:${String(at).padStart(20, "0")}`);
  const purge = { event: 1, changed: many("a"), withdrawn: many("b") };
  const asks = asksFor({ kind: "varnish", address: "http://127.0.0.1/" }, purge, said);
  const lines = asks.map(({ headers }) => headers["xkey-purge"] ?? headers["xkey-soft"] ?? "");
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(6100);
  expect(lines.flatMap((line) => line.split(" "))).toEqual([...purge.withdrawn, ...purge.changed]);
});

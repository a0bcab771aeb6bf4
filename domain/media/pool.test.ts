import { expect, test } from "vitest";
import { createPool, type Pool, type Step } from "./pool";

function closed() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Begins a step that ends when told, and notes its name. */
function steps(pool: Pool) {
  const begun: string[] = [];
  const run = (name: string, step: Step) => {
    const gate = closed();
    const done = pool.run(step, () => {
      begun.push(name);
      return gate.opened;
    });
    return {
      done,
      end: () => {
        gate.open();
        return done;
      },
    };
  };
  return { begun, run };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("two are done at a time, in the order of their coming", async () => {
  const { begun, run } = steps(createPool());
  const all = ["a", "b", "c"].map((name) => run(name, { rank: "begin" }));
  await settled();
  expect(begun).toEqual(["a", "b"]);
  await all[1]?.end();
  expect(begun).toEqual(["a", "b", "c"]);
});

test("what is half done goes before what is not begun, and what somebody waits for before what nobody does", async () => {
  const { begun, run } = steps(createPool());
  const [one, other] = [run("one", { rank: "begin" }), run("other", { rank: "begin" })];
  const later = run("later", { rank: "finish-later" });
  const next = run("next", { rank: "begin" });
  run("half", { rank: "finish" });
  await one.end();
  await other.end();
  await settled();
  expect(begun).toEqual(["one", "other", "half", "next"]);
  await next.end();
  expect(begun.at(-1)).toBe("later");
  await later.end();
});

test("what nobody waits for takes one place, so that the other is free", async () => {
  const { begun, run } = steps(createPool());
  const first = run("first", { rank: "begin-later" });
  run("second", { rank: "begin-later" });
  run("urgent", { rank: "begin" });
  await settled();
  expect(begun).toEqual(["first", "urgent"]);
  await first.end();
  expect(begun).toEqual(["first", "urgent", "second"]);
});

test("beside what is large nothing is done, and it is not overtaken for ever", async () => {
  const { begun, run } = steps(createPool());
  const small = run("small", { rank: "begin" });
  const large = run("large", { rank: "begin", alone: true });
  const after = run("after", { rank: "begin" });
  await settled();
  expect(begun).toEqual(["small"]);
  await small.end();
  expect(begun).toEqual(["small", "large"]);
  await large.end();
  expect(begun).toEqual(["small", "large", "after"]);
  await after.end();
});

test("whoever gives up waiting is never begun, and holds nobody up", async () => {
  const { begun, run } = steps(createPool());
  const busy = run("busy", { rank: "begin" });
  const gone = new AbortController();
  const given = run("given up", { rank: "begin", alone: true, signal: gone.signal });
  run("next", { rank: "begin" });
  await settled();
  gone.abort(new Error("gone"));
  await expect(given.done).rejects.toThrow("gone");
  expect(begun).toEqual(["busy", "next"]);
  await busy.end();
});

test("a step that fails leaves its place", async () => {
  const pool = createPool();
  const failing = () => pool.run({ rank: "begin", alone: true }, () => Promise.reject(new Error("broken")));
  await expect(failing()).rejects.toThrow("broken");
  await expect(failing()).rejects.toThrow("broken");
});

test("more than can wait is refused, and told so", async () => {
  const pool = createPool();
  const gate = closed();
  const all = Array.from({ length: 500 }, () => pool.admit(() => gate.opened));
  await expect(pool.admit(async () => 1)).rejects.toMatchObject({ code: "busy" });
  gate.open();
  await Promise.all(all);
  expect(await pool.admit(async () => 1)).toBe(1);
});

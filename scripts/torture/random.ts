/** Chance that can be had again: the same seed gives the same numbers. */
export type Random = {
  seed: number;
  /** A whole number from `least` to `most`. */
  within: (least: number, most: number) => number;
  oneOf: <T>(all: readonly T[]) => T;
  shuffled: <T>(all: readonly T[]) => T[];
};

/** Chance by the mulberry32 generator. @param seed from TORTURE_SEED if that is set, else from the time */
export function chance(seed = Number(process.env.TORTURE_SEED) || Date.now() % 1_000_000): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const within = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    seed,
    within,
    oneOf: (all) => all[within(0, all.length - 1)] as (typeof all)[number],
    shuffled: (all) =>
      all
        .map((each) => ({ each, at: next() }))
        .sort((one, other) => one.at - other.at)
        .map(({ each }) => each),
  };
}

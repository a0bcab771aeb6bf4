/** Numbers from 0 to 1 that look drawn by lot, and are the same for the same seed. */
export type Random = () => number;

/** Draws of one story: of the seed of the archive and the story's number, so that any story can be told by itself. */
export function randomOf(seed: number, number: number): Random {
  let [a, b, c, count] = [seed | 0, number | 0, 0x9e37_79b9 | 0, 1];
  const draw = () => {
    const drawn = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return (drawn >>> 0) / 4_294_967_296;
  };
  // Until the seed is in all of it: neighbours are nothing alike.
  for (let at = 0; at < 15; at++) draw();
  return draw;
}

const SLOTS = 1 << 15;

/** Draws of `size` things by Zipf's law: the first is drawn most, the second half as often, and so on. */
export function zipf(size: number): (random: Random) => number {
  const slots = new Uint32Array(SLOTS);
  let total = 0;
  for (let rank = 1; rank <= size; rank++) total += 1 / rank;
  let [at, sum] = [0, 0];
  for (let rank = 0; rank < size; rank++) {
    sum += 1 / (rank + 1) / total;
    for (; at < Math.round(sum * SLOTS); at++) slots[at] = rank;
  }
  // What is rarer than a slot is drawn now and then all the same.
  return (random) => {
    const drawn = random();
    if (size > 64 && drawn > 0.97) return Math.floor(((drawn - 0.97) / 0.03) * size) % size;
    return slots[Math.floor((drawn / 0.97) * SLOTS) % SLOTS] ?? 0;
  };
}

/** One of these, each as often as the others. */
export function oneOf<T>(random: Random, all: readonly T[]): T {
  return all[Math.floor(random() * all.length)] as T;
}

const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

/** An identifier as lib/id.ts makes them. */
export function idBy(random: Random): string {
  let id = "";
  for (let at = 0; at < 16; at++) id += LETTERS[Math.floor(random() * 36)];
  return id;
}

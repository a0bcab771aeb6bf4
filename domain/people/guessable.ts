import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { Refusal } from "@/lib/refusal";

/** How many guesses somebody needs at least who knows the commonest passwords, and what these people and this paper are called. */
const LEAST_GUESSES = 1e8;

/** So much of a password is looked at, in characters: what is guessed by then is guessed. */
const LOOKED_AT = 64;

/** Words of the product that passwords are made of. */
const OF_THE_HOUSE = ["masthead", "newsroom", "newspaper", "journalist", "editor", "reporter", "owner", "password"];

const SEPARATORS = /[^\p{L}\p{N}]+/gu;

let estimator: ZxcvbnFactory | undefined;

/**
 * Refuses a new password that is among the commonest (some 40,000 are known), or is made of such, of rows of keys, of dates
 * or of the words given, in ways that guessing programs try first.
 * @param words what those who know the person and the paper would try: names and addresses
 * @throws Refusal "invalid" for the field `password`
 */
export function refuseGuessable(password: string, words: readonly string[]): void {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const parts = words.flatMap((text) => [...text.split(SEPARATORS), text.replaceAll(SEPARATORS, "")]);
  const known = [...words, ...parts, ...OF_THE_HOUSE];
  const own = known.filter((word) => word.length > 2).map((word) => word.toLowerCase());
  if (estimator.check(password.slice(0, LOOKED_AT), own).guesses >= LEAST_GUESSES) return;
  const message =
    "This password is easily guessed. Use several words that have nothing to do with each other or with you.";
  throw new Refusal("invalid", message, { password: message });
}

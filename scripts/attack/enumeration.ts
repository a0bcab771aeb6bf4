import { act } from "@/scripts/trials/act";
import type { Paper } from "@/scripts/trials/paper";
import { percentile, type Row, type Run } from "@/scripts/trials/report";
import type { Visitor } from "@/scripts/trials/visitor";
import { makePeople } from "./people";
import { anywhere, from, tries } from "./sessions";

type Asked = { name: string; ask: (browser: Visitor, email: string) => Promise<{ status: number; text: string }> };

const ASKED: Asked[] = [
  { name: "Signing in", ask: (browser, email) => tries(browser, email, "not-the-password") },
  {
    name: "Asking for a new password",
    ask: (browser, email) =>
      act(
        browser,
        "/sign-in/forgotten",
        { file: "app/(account)/sign-in/forgotten/actions.ts", name: "ask" },
        { email },
      ),
  },
];

/**
 * Whether it can be told from an answer, by its words or by how long it took, that somebody has an account. Both kinds are
 * asked in turn, so that whatever else the machine does is the same for both.
 */
export async function enumeration({ isShort }: Run, paper: Paper): Promise<Row[]> {
  const pairs = isShort ? 30 : 150;
  const rows: Row[] = [];
  for (const { name, ask } of ASKED) {
    const people = await makePeople(paper.folder, pairs);
    const took: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
    const words = { known: new Set<string>(), unknown: new Set<string>() };
    await ask(from(paper, anywhere()), "warm@example.test");
    for (const [at, person] of people.entries()) {
      const both = [
        ["known", person.email],
        ["unknown", `nobody${at}@example.test`.padStart(person.email.length, "x")],
      ] as const;
      for (const [kind, email] of at % 2 === 0 ? both : both.toReversed()) {
        const began = performance.now();
        const answer = await ask(from(paper, anywhere()), email);
        took[kind].push(performance.now() - began);
        words[kind].add(`${answer.status} ${told(answer.text, email)}`);
      }
    }
    const [known] = words.known;
    const same = words.known.size === 1 && words.unknown.size === 1 && words.unknown.has(known ?? "");
    rows.push({
      what: `${name}: what is answered to a known and an unknown address`,
      figure: same ? "the same" : `${words.known.size} and ${words.unknown.size} kinds`,
      bound: "the same",
      holds: same,
    });
    const chance = above(took.known, took.unknown);
    // Three standard deviations of what chance alone gives.
    const noise = 3 * Math.sqrt((2 * pairs + 1) / (12 * pairs * pairs));
    rows.push({
      what: `${name}: how often a known address takes longer than an unknown one`,
      figure: `${(chance * 100).toFixed(0)} in 100 (medians ${Math.round(percentile(took.known, 0.5))} and ${Math.round(percentile(took.unknown, 0.5))} ms)`,
      bound: `50 ± ${(noise * 100).toFixed(0)}, as by chance`,
      holds: Math.abs(chance - 0.5) <= noise,
    });
  }
  const closed = await Promise.all(
    ["/invitation/", "/sign-in/reset/", "/preview/"].map(async (path) => {
      const answers = [];
      for (const secret of ["a".repeat(40), "short", "b".repeat(40)]) {
        const response = await from(paper).fetch(path + secret);
        answers.push(`${response.status} ${(await response.text()).length > 0}`);
      }
      return new Set(answers).size === 1;
    }),
  );
  rows.push({
    what: "Made-up links of invitations, passwords and previews",
    figure: closed.every(Boolean) ? "one answer each" : "answers differ",
    bound: "one answer each",
    holds: closed.every(Boolean),
  });
  return rows;
}

/** What an answer says, apart from what is made anew for each and from the order in which it comes. */
function told(text: string, email: string): string {
  const same = text
    .replaceAll(email, "EMAIL")
    .replaceAll(/"nonce":"[^"]*"|[A-Za-z0-9+/]{40,}={0,2}|"[bB]":"[^"]*"|"[\w-]{20,}[mv]"/g, "");
  return [...same].sort().join("");
}

/** How often a value of the first is larger than one of the second: 0.5 where nothing tells them apart. */
function above(first: readonly number[], second: readonly number[]): number {
  let wins = 0;
  for (const a of first) for (const b of second) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / (first.length * second.length);
}

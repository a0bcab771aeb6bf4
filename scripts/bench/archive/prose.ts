import { termsOf } from "@/domain/search/terms";
import { oneOf, type Random, randomOf, zipf } from "./random";

/** A text, and the terms by which search finds it. */
export type Said = { text: string; terms: string };

/** How many invented names there are of a kind: enough that most are rare in any archive. */
const PLACES = 6000;
const NAMES = 9000;

const nouns =
  "council bridge harbour school market hospital river budget station museum theatre factory library stadium airport tram ferry housing election court tunnel orchard festival vineyard reservoir railway archive laboratory observatory warehouse bakery greenhouse lighthouse quarry mill clinic college choir orchestra gallery garden parade regatta strike inquiry petition tender contract report survey vote ruling appeal pension tariff subsidy permit licence audit drought flood storm frost harvest catch cargo timber steel copper wool barley cider bread cheese salt fuel water power heat rent wage tax fare toll fine grant loan bond debt deficit surplus forecast census map plan model sample signal satellite sensor turbine battery engine cable pipeline dam canal lock pier quay dock crane barge tug trawler dinghy bus coach bicycle pavement crossing roundabout square tower chapel cathedral cemetery monument statue mural portrait novel poem opera symphony recital rehearsal premiere exhibition lecture debate conference summit treaty accord border customs garrison regiment veteran pilot nurse surgeon teacher pupil tenant landlord farmer miner sailor docker driver cyclist walker swimmer runner keeper striker captain referee crowd season league final replay draw defeat".split(
    " ",
  );
const adjectives =
  "new old long quiet public private northern southern eastern western rare common heavy light early late local regional national disputed delayed costly narrow broad empty crowded restored damaged promised planned temporary permanent annual modest bitter gentle sudden steady unusual familiar".split(
    " ",
  );
const verbs =
  "opened closed delayed approved rejected repaired flooded sold bought painted surveyed widened moved lost found counted measured renamed defended questioned praised doubted suspended resumed extended shortened financed inspected rebuilt demolished".split(
    " ",
  );
const times =
  "yesterday today on_Monday on_Tuesday on_Wednesday on_Thursday on_Friday this_week last_week this_month last_month this_year last_year after_midnight before_dawn at_noon in_spring in_autumn".split(
    " ",
  );
const offices =
  "mayor treasurer spokeswoman spokesman engineer harbourmaster curator headteacher chairwoman chairman inspector director organiser researcher historian witness".split(
    " ",
  );

/** Sentences with places to fill: N a noun, A an adjective, V a verb, P a place, S somebody, T a time, O an office, # a number. */
const SENTENCES = [
  "The A N of P was V T",
  "S, the O, said that the N had been V T",
  "It was one of # to be V in P since the A N",
  "Residents of P V the N and asked for a A N",
  "The O of P said the N would cost # crowns, and the N # more",
  "Nobody in P expected the N to be V so soon after the N",
  "A A N, a A N and # pages of notes were V T",
  "S has lived beside the N for # years and calls it A",
  "What the N means for P is not yet known",
  "In P the N was V while the N stood A and A",
  "The N, said S, is A but not A",
  "Of # people asked in P, # wanted the N to be V",
  "T the N was A again, and the O V the N",
  "There is no N without a N, as they say in P",
  "The work on the N near P began T and was V twice",
  "S and S V the A N, which the O had V before",
  "The figures show a A N in # of # districts around P",
  "Where the N once stood there is now a A N",
  "That the N was V surprised the O, S, less than the N of P",
  "If the N holds, the N between P and P will be V T",
];
const HEADLINES = [
  "P N V after A N",
  "The A N that P V",
  "N in P V as N stays A",
  "How P V its N",
  "A N, a N and a A N",
  "P asks who V the N",
  "O of P V the A N",
  "The N of P is A again",
  "After # years P V its A N",
  "S on the N, the N and P",
];

type Word = { text: string; term: string };
type Slot = Word | keyof typeof kinds;

const SYLLABLES =
  "ar bel cor dun el fen gar hol ist jor kel lun mar nor ost pel quin ras sol tor ulm ver wen yar zel bri cla dro fle gri sta tha wyn".split(
    " ",
  );
const ENDINGS = "ford wick mouth haven by holm stead bury dale ness combe thorpe wold gate mere ley".split(" ");

function invented(count: number, seed: number, endings: readonly string[]): Word[] {
  const random = randomOf(seed, 0);
  const all = new Set<string>();
  while (all.size < count) {
    const parts = Array.from({ length: 1 + Math.floor(random() * 2.3) }, () => oneOf(random, SYLLABLES));
    const name = parts.join("") + oneOf(random, endings);
    all.add(name[0]?.toUpperCase() + name.slice(1));
  }
  return [...all].map(wordOf);
}

function wordOf(text: string): Word {
  const said = text.replaceAll("_", " ");
  return { text: said, term: termsIn(said) };
}

function termsIn(text: string): string {
  return termsOf(text)
    .map(({ term }) => term)
    .join(" ");
}

const firstNames =
  "Ada Bram Cleo Dario Edda Femi Greta Hugo Ines Jonas Kaia Lars Mina Nuri Odile Pavel Rosa Silas Tilda Umar Vera Wim Xenia Yusuf Zora".split(
    " ",
  );

const kinds = {
  N: nouns.map(wordOf),
  A: adjectives.map(wordOf),
  V: verbs.map(wordOf),
  P: invented(PLACES, 11, ENDINGS),
  S: invented(NAMES, 12, ["son", "sen", "man", "er", "ova", "ini", "ez", "ak", "as", "well"]).map(({ text }, at) =>
    wordOf(`${firstNames[at % firstNames.length]} ${text}`),
  ),
  T: times.map(wordOf),
  O: offices.map(wordOf),
  "#": Array.from({ length: 900 }, (_, at) => wordOf(String(at + 2))),
};
const draws = Object.fromEntries(Object.entries(kinds).map(([kind, words]) => [kind, zipf(words.length)])) as Record<
  keyof typeof kinds,
  (random: Random) => number
>;
const sentences = SENTENCES.map(slotsOf);
const headlines = HEADLINES.map(slotsOf);

/** A pattern as words and places to fill, each with the blank or comma that comes before it. */
function slotsOf(pattern: string): { before: string; slot: Slot; after: string }[] {
  return pattern.split(" ").map((part, at) => {
    const [, core = "", after = ""] = /^(#|[\w']+)(.*)$/.exec(part) ?? [];
    const before = at === 0 ? "" : " ";
    if (core in kinds) return { before, slot: core as keyof typeof kinds, after };
    return { before, slot: wordOf(core), after };
  });
}

function filled(random: Random, pattern: ReturnType<typeof slotsOf>): Said {
  let [text, terms] = ["", ""];
  for (const { before, slot, after } of pattern) {
    const { text: word, term } =
      typeof slot === "string" ? (kinds[slot][draws[slot](random)] as Word) : (slot satisfies Word);
    text += before + word + after;
    if (term) terms += terms ? ` ${term}` : term;
  }
  return { text: text.charAt(0).toUpperCase() + text.slice(1), terms };
}

/** A headline. */
export function headline(random: Random): Said {
  return filled(random, oneOf(random, headlines));
}

/** A run of so many sentences. */
export function paragraph(random: Random, length: number): Said {
  let [text, terms] = ["", ""];
  for (let at = 0; at < length; at++) {
    const next = filled(random, oneOf(random, sentences));
    text += `${text && " "}${next.text}.`;
    terms += terms ? ` ${next.terms}` : next.terms;
  }
  return { text, terms };
}

/** A place that is nowhere, by its number: the first is named most. */
export function place(at: number): string {
  return (kinds.P[at % PLACES] as Word).text;
}

/** The name of somebody who does not exist, by a number. */
export function person(at: number): string {
  return (kinds.S[at % NAMES] as Word).text;
}

/** What a story can be about, by a number: each is another. */
export function subject(at: number): string {
  const noun = nouns[at % nouns.length] ?? "";
  const around = Math.floor(at / nouns.length);
  const name = noun.charAt(0).toUpperCase() + noun.slice(1);
  return around === 0 ? name : `${name} of ${place(at)}`;
}

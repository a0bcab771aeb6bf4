import { type Card, eachPictureOnce } from "./card";

/** How the front is laid out. No story stands on it twice, and no picture. */
export type Front<Section> = {
  lead: Card | null;
  /** Beside the lead. */
  second: Card[];
  /** Headlines with their times. */
  briefs: Card[];
  /** What people think, by their faces: of the section that holds nothing else, where there is one. */
  opinion: { section: Section | null; cards: Card[] };
  /** Of what is read most, what does not stand above. */
  mostRead: Card[];
  sections: { section: Section; cards: Card[] }[];
};

const SECOND = 4;
const OPINIONS = 4;
const MOST_READ = 5;
const BRIEFS = 6;
const IN_SECTION = 5;
/** Fewer opinions are no strip: they stand in their section. */
const FEWEST_OPINIONS = 2;
/** As many are no list. */
const FEWEST_MOST_READ = 3;
/** The newest story with a picture leads, if it is among this many. */
export const LEAD_AMONG = 5;

const TOP = 1 + SECOND;

/** How many stories of each kind a front is chosen from: as many as it shows, and as stand before them. */
export const FRONT_CHOICE = {
  overall: TOP + OPINIONS + MOST_READ + BRIEFS,
  opinions: TOP + OPINIONS,
  perSection: TOP + OPINIONS + MOST_READ + BRIEFS + IN_SECTION,
  mostRead: 10,
};

/** What a front is chosen from: the newest of all, the newest opinions, what is read most, the newest of each section. */
export type FrontChoice<Section> = {
  latest: readonly Card[];
  opinions: readonly Card[];
  mostRead: readonly Card[];
  /** In the order of the site. */
  shelves: readonly { section: Section; cards: readonly Card[] }[];
};

/** Lays out the front. */
export function layOutFront<Section>({ latest, opinions, mostRead, shelves }: FrontChoice<Section>): Front<Section> {
  const placed = new Set<string>();
  const shown = new Set<string>();
  const free = (cards: readonly Card[]) => cards.filter((card) => !placed.has(card.articleId));
  const place = (cards: readonly Card[], most: number, fewest = 0) => {
    const chosen = free(cards).slice(0, most);
    if (chosen.length < fewest) return [];
    for (const { articleId } of chosen) placed.add(articleId);
    return eachPictureOnce(chosen, shown);
  };
  const [lead = null] = place([...latest.slice(0, LEAD_AMONG).filter((card) => card.picture), ...latest], 1);
  const second = place(latest, SECOND);
  const voices = place(withoutPictures(opinions), OPINIONS, FEWEST_OPINIONS);
  const briefs = place(withoutPictures(latest), BRIEFS);
  const read = place(withoutPictures(mostRead), MOST_READ, FEWEST_MOST_READ);
  const ofOpinion =
    voices.length > 0 ? shelves.find(({ cards }) => cards.length > 0 && cards.every(isOpinion)) : undefined;
  const sections = shelves
    .filter((shelf) => shelf !== ofOpinion)
    .map(({ section, cards }) => ({ section, cards: place(cards, IN_SECTION) }))
    .filter(({ cards }) => cards.length > 0);
  return {
    lead,
    second,
    briefs,
    opinion: { section: ofOpinion?.section ?? null, cards: voices },
    mostRead: read,
    sections,
  };
}

function isOpinion({ label }: Card): boolean {
  return label === "opinion";
}

function withoutPictures(cards: readonly Card[]): Card[] {
  return cards.map((card) => ({ ...card, picture: null }));
}

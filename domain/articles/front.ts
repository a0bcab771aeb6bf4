import { type Card, eachPictureOnce } from "./card";

/** How the front is laid out. No story stands on it twice, and no picture. */
export type Front<Section> = {
  lead: Card | null;
  /** Beside the lead. */
  second: Card[];
  /** Headlines with their times. */
  briefs: Card[];
  sections: { section: Section; cards: Card[] }[];
};

const SECOND = 4;
const BRIEFS = 6;
const IN_SECTION = 5;
/** The newest story with a picture leads, if it is among this many. */
export const LEAD_AMONG = 5;

/** How many stories a front is chosen from: as many as its top and, for each section, its top again. */
export const FRONT_CHOICE = { overall: 1 + SECOND + BRIEFS, perSection: 1 + SECOND + BRIEFS + IN_SECTION };

/**
 * Lays out the front.
 * @param latest the newest stories of all.
 * @param shelves the sections in the order of the site, each with its newest stories.
 */
export function layOutFront<Section>(
  latest: readonly Card[],
  shelves: readonly { section: Section; cards: readonly Card[] }[],
): Front<Section> {
  const placed = new Set<string>();
  const shown = new Set<string>();
  const place = (cards: readonly Card[], most: number) => {
    const chosen = cards.filter((card) => !placed.has(card.articleId)).slice(0, most);
    for (const { articleId } of chosen) placed.add(articleId);
    return eachPictureOnce(chosen, shown);
  };
  const [lead = null] = place([...latest.slice(0, LEAD_AMONG).filter((card) => card.picture), ...latest], 1);
  const second = place(latest, SECOND);
  const briefs = place(
    latest.map((card) => ({ ...card, picture: null })),
    BRIEFS,
  );
  const sections = shelves
    .map(({ section, cards }) => ({ section, cards: place(cards, IN_SECTION) }))
    .filter(({ cards }) => cards.length > 0);
  return { lead, second, briefs, sections };
}

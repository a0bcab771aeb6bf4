/** What a share card says. All are plain texts; empty ones are left out. */
export type ShareCard = {
  headline: string;
  /** What stands above the headline: the section, the kind of journalism. */
  over: string;
  /** Who wrote it. */
  names: string;
  /** The publication's name. */
  publication: string;
  /** Its colour, as "#rrggbb", dark enough to be read on light paper. */
  accent: string;
  direction: "ltr" | "rtl";
};

/** In pixels: what networks and messengers ask for. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** Whether our fonts hold what a text is written in. What they lack would be drawn as empty boxes. */
export function canDraw(text: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]*$/u.test(text);
}

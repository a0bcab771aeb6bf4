const ARROWS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"] as const;
export type Arrow = (typeof ARROWS)[number];

export function isArrow(key: string): key is Arrow {
  return (ARROWS as readonly string[]).includes(key);
}

/** Two tiles of one row may differ by a part of a pixel. */
const SAME = 2;

/** Where an arrow leads in a grid of tiles that fill its rows from the left; the same place where there is nothing. */
export function tileTowards(tiles: readonly { left: number; top: number }[], at: number, arrow: Arrow): number {
  const here = tiles[at];
  const last = tiles.length - 1;
  if (!here) return at;
  const isSameColumn = ({ left }: { left: number }) => Math.abs(left - here.left) <= SAME;
  switch (arrow) {
    case "ArrowLeft":
      return Math.max(at - 1, 0);
    case "ArrowRight":
      return Math.min(at + 1, last);
    case "Home":
      return 0;
    case "End":
      return last;
    case "ArrowUp": {
      const above = tiles.slice(0, at).findLastIndex(isSameColumn);
      return above < 0 ? at : above;
    }
    case "ArrowDown": {
      const below = tiles.findIndex((tile, index) => index > at && isSameColumn(tile));
      if (below >= 0) return below;
      // The last row may be too short to have one below.
      const isLastRow = Math.abs((tiles[last]?.top ?? 0) - here.top) <= SAME;
      return isLastRow ? at : last;
    }
  }
}

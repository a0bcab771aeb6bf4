import type { Appearance } from "@/domain/settings/appearance";
import { routes } from "@/lib/routes";

/** An icon of the paper: its owner's choice in every size, else the house's. */
export type Icon = { url: string; sizes: string; type: string };

const HOUSE: readonly Icon[] = [
  { url: routes.houseIcon("icon.svg"), sizes: "any", type: "image/svg+xml" },
  { url: routes.houseIcon("apple-icon.png"), sizes: "180x180", type: "image/png" },
];

/** What Apple's home screens show. */
const APPLE = "180x180";

export function iconsOf({ icons }: Pick<Appearance, "icons">): readonly Icon[] {
  if (icons.length === 0) return HOUSE;
  return icons.map(({ src, width, height }) => ({ url: src, sizes: `${width}x${height}`, type: "image/png" }));
}

/** The icons as the head of a page names them. */
export function iconLinks(appearance: Pick<Appearance, "icons">) {
  const all = iconsOf(appearance);
  return { icon: all.filter(({ sizes }) => sizes !== APPLE), apple: all.filter(({ sizes }) => sizes === APPLE) };
}

/** Where the smallest stands, for who asks for /favicon.ico. */
export function favicon({ icons }: Pick<Appearance, "icons">): string {
  return icons[0]?.src ?? routes.houseIcon("favicon.ico");
}

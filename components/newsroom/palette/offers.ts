import { articlesAddress } from "@/components/newsroom/article/list-filters";
import { headlineOf } from "@/domain/articles/board";
import { READERS_STATE_NAMES, type ReadersState, STAGE_NAMES, type Stage } from "@/domain/articles/stage";
import { routes } from "@/lib/routes";
import { searchWords } from "@/lib/search-words";

/** What the palette itself can do, besides going somewhere. */
export type Deed = "new-article" | "sign-out";

/** One line of the palette. */
export type Offer = {
  id: string;
  name: string;
  about?: string;
  to: { href: string; newTab?: boolean } | { deed: Deed };
};

export type OfferGroup = { name: string; items: Offer[] };

/** A page of the newsroom that the actor may open. */
export type Place = { name: string; href: string };

/** What the server found, as `routes.newsroom.find()` answers. */
export type Found = {
  stories: { id: string; headline: string; stage: Stage | null; readers: ReadersState; writer: string }[];
  people: { id: string; name: string; kind: "account" | "stories" | "byline"; about: string }[];
};

/** The story whose screen stands at a path. */
export function storyAt(pathname: string): string | undefined {
  return pathname.match(/^\/newsroom\/articles\/([0-9a-z]{8,40})$/)?.[1];
}

/**
 * All lines for what was typed: pages and commands first, since they are there at once, then what was found. Where nothing
 * was typed the stories that one worked on last come first, and all waits for them.
 */
export function offersFor(
  typed: string,
  { places, commands, found, looking }: { places: Place[]; commands: Offer[]; found: Found | null; looking: boolean },
): OfferGroup[] {
  if (looking && !typed.trim()) return [];
  const pages = places.map(({ name, href }): Offer => ({ id: `page ${href}`, name, to: { href } }));
  const matching = (offers: Offer[]) => offers.filter(({ name }) => says(name, typed));
  // Until the server has answered what stands here is of what was typed before: Enter must not open what does not fit.
  const fitting = (offers: Offer[]) => offers.filter(({ name }) => holds(name, typed));
  const stories = {
    name: typed.trim() ? "Stories" : "Recent stories",
    items: fitting((found?.stories ?? []).map(storyOffer)),
  };
  const people = { name: "People", items: fitting((found?.people ?? []).map(personOffer)) };
  const own = [
    { name: "Commands", items: matching(commands) },
    { name: "Go to", items: matching(pages) },
  ];
  const groups = typed.trim() ? [...own, stories, people] : [stories, ...own];
  return groups.filter(({ items }) => items.length > 0);
}

/** All lines where some are shown already: what is new comes below, for somebody may be choosing among the others. */
export function below(shown: OfferGroup[], all: OfferGroup[]): OfferGroup[] {
  const known = new Set(shown.flatMap(({ items }) => items.map(({ id }) => id)));
  const last = shown.at(-1)?.name;
  const more = all
    .map(({ name, items }) => ({ name, items: items.filter(({ id }) => !known.has(id)) }))
    .filter(({ items }) => items.length > 0);
  return [
    ...shown.map(({ name, items }) => ({
      name,
      items: name === last ? [...items, ...(more.find((group) => group.name === last)?.items ?? [])] : items,
    })),
    ...more
      .filter(({ name }) => name !== last)
      .map(({ name, items }) => ({
        name: shown.some((group) => group.name === name) ? `More ${name.toLowerCase()}` : name,
        items,
      })),
  ];
}

function storyOffer({ id, headline, stage, readers, writer }: Found["stories"][number]): Offer {
  return {
    id: `story ${id}`,
    name: headlineOf({ headline }),
    about: `${stage ? STAGE_NAMES[stage] : READERS_STATE_NAMES[readers]} · ${writer}`,
    to: { href: routes.newsroom.article(id) },
  };
}

function personOffer({ id, name, kind, about }: Found["people"][number]): Offer {
  const href = {
    account: routes.newsroom.person(id),
    byline: routes.newsroom.byline(id),
    stories: articlesAddress({ staffId: id }),
  }[kind];
  const what = { account: "Account", byline: "Byline", stories: "Their stories" }[kind];
  return { id: `${kind} ${id}`, name, about: about && kind !== "stories" ? `${what} · ${about}` : what, to: { href } };
}

/** Whether every word that was typed stands in the name, as the server looks for it. */
function holds(name: string, typed: string): boolean {
  return searchWords(typed.toLowerCase()).every((part) => name.toLowerCase().includes(part));
}

/** Whether every word that was typed begins a word of the name. */
function says(name: string, typed: string): boolean {
  const words = name.toLowerCase().split(/\s+/);
  return typed
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}

"use client";

import { clsx } from "clsx";
import { Check } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from "react";
import { Link } from "@/components/newsroom/link";
import type { LibraryAsset } from "@/domain/media/library";
import { AssetTile } from "./asset-tile";
import { type Arrow, isArrow, tileTowards } from "./tile-towards";

/** What a press on an asset does: it leads to its page, takes it, or chooses it beside others, in order. */
type Press = { href: (id: string) => string } | { take: (asset: LibraryAsset) => void } | "choose";

/**
 * Assets as a dense grid, on the library's page and in the picker. One Tab leads into it, arrows go along it; Space
 * chooses, with Shift all between, Ctrl or Cmd with A all there are, Escape none.
 */
export function LibraryGrid({
  assets,
  label,
  press,
  chosen,
  onChosen,
}: {
  assets: readonly LibraryAsset[];
  label: string;
  press: Press;
  /** The ids of those that are chosen, in order. */
  chosen: readonly string[];
  /** Missing where only one is wanted, or nothing may be done to several. */
  onChosen?: (ids: string[]) => void;
}) {
  const hint = useId();
  const list = useRef<HTMLUListElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const anchor = useRef<string | null>(null);
  // Keys come faster than what they chose is drawn.
  const latest = useRef(chosen);
  useEffect(() => {
    latest.current = chosen;
  }, [chosen]);
  // Until scripts run, each can be reached by Tab.
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);

  const ids = assets.map(({ id }) => id);
  const entrance = active && ids.includes(active) ? active : ids[0];

  const choose = (change: (before: readonly string[]) => string[]) => {
    latest.current = change(latest.current);
    onChosen?.([...latest.current]);
  };
  const toggle = (id: string) => {
    anchor.current = id;
    choose((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id]));
  };
  const chooseThrough = (id: string) => {
    const [from, to] = [ids.indexOf(anchor.current ?? id), ids.indexOf(id)];
    const between = from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
    anchor.current ??= id;
    choose((before) => [...new Set([...before, ...(from > to ? between.toReversed() : between)])]);
  };
  const go = (from: HTMLElement, arrow: Arrow, choosing: boolean) => {
    const tiles = [...(list.current?.querySelectorAll<HTMLElement>("[data-tile]") ?? [])];
    const at = tiles.indexOf(from);
    const to = tileTowards(
      tiles.map((tile) => tile.getBoundingClientRect()),
      at,
      arrow,
    );
    const id = ids[to];
    if (id === undefined) return;
    setActive(id);
    tiles[to]?.focus();
    if (!choosing || to === at) return;
    anchor.current ??= ids[at] ?? null;
    chooseThrough(id);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const tile = (event.target as HTMLElement).closest("li")?.querySelector<HTMLElement>("[data-tile]");
    const id = tile?.dataset.tile;
    if (!tile || !id || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isArrow(event.key) && !isCommand) {
      event.preventDefault();
      go(tile, event.key, event.shiftKey && onChosen !== undefined);
    } else if (!onChosen) {
      return;
    } else if (event.key === " " && event.target === tile) {
      event.preventDefault();
      if (event.shiftKey) chooseThrough(id);
      else toggle(id);
    } else if (event.key.toLowerCase() === "a" && isCommand) {
      event.preventDefault();
      choose((before) => [...new Set([...before, ...ids])]);
    } else if (event.key === "Escape" && latest.current.length > 0) {
      // The dialog around it stays open: the next one closes it.
      event.stopPropagation();
      event.nativeEvent.stopImmediatePropagation();
      choose(() => []);
    }
  };
  const onClick = (event: MouseEvent, asset: LibraryAsset) => {
    setActive(asset.id);
    if (event.shiftKey && onChosen) {
      event.preventDefault();
      chooseThrough(asset.id);
    } else if (press === "choose") toggle(asset.id);
    else if ("take" in press) press.take(asset);
  };

  return (
    <>
      <p id={hint} className="sr-only">
        {onChosen
          ? "Arrow keys go along. Space chooses, with Shift all between. Control with A chooses all, Escape none."
          : "Arrow keys go along, Enter takes one."}
      </p>
      <ul
        ref={list}
        aria-label={label}
        aria-describedby={hint}
        onKeyDown={onKeyDown}
        className="grid grid-cols-[repeat(auto-fill,minmax(min(8.5rem,45%),1fr))] gap-1"
      >
        {assets.map((asset) => {
          const place = chosen.indexOf(asset.id);
          const given = {
            "data-tile": asset.id,
            tabIndex: alive ? (asset.id === entrance ? 0 : -1) : undefined,
            onFocus: () => setActive(asset.id),
            onClick: (event: MouseEvent) => onClick(event, asset),
            className: clsx(
              "block w-full scroll-mb-24 cursor-pointer rounded-md p-1.5 text-left text-ink no-underline hover:bg-wash",
              place >= 0 && "bg-wash outline-3 -outline-offset-3 outline-link",
            ),
          };
          return (
            // Far away they cost nothing: a picker may have loaded thousands.
            <li key={asset.id} className="relative p-1 [contain-intrinsic-size:auto_11rem] [content-visibility:auto]">
              {typeof press === "object" && "href" in press ? (
                <Link href={press.href(asset.id)} {...given}>
                  <AssetTile asset={asset} />
                </Link>
              ) : (
                <button type="button" aria-pressed={press === "choose" ? place >= 0 : undefined} {...given}>
                  <AssetTile asset={asset} />
                </button>
              )}
              {press === "choose" && place >= 0 && (
                <span
                  aria-hidden
                  className="pointer-events-none absolute top-4 left-4 flex items-center gap-1 rounded-full bg-ink px-2 py-0.5 text-sm font-semibold text-paper"
                >
                  <Check size={14} /> {place + 1}
                </span>
              )}
              {press !== "choose" && onChosen && (
                <input
                  type="checkbox"
                  aria-label={`Choose ${asset.filename}`}
                  tabIndex={-1}
                  checked={place >= 0}
                  onChange={({ nativeEvent }) =>
                    "shiftKey" in nativeEvent && nativeEvent.shiftKey ? chooseThrough(asset.id) : toggle(asset.id)
                  }
                  className="absolute top-3.5 left-3.5 size-6 cursor-pointer accent-ink opacity-80 checked:opacity-100 hover:opacity-100"
                />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

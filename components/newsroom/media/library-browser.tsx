"use client";

import { clsx } from "clsx";
import { SlidersHorizontal, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { KIND_NAMES } from "@/domain/media/asset";
import { FILTERS, type LibraryQuery, libraryAddress, SORTS, type Sort } from "@/domain/media/library";
import { LibraryFilters } from "./library-filters";
import { chipsOf, type Shelves, SORT_NAMES } from "./library-words";

/** How long one may go on typing before the library is searched, in milliseconds. */
const PAUSE = 250;

/**
 * What surrounds the grid of the library, on its page and in the picker: words, order, filters at the side (on phones in a
 * sheet), and what of them holds.
 */
export function LibraryBrowser({
  query,
  shelves,
  address,
  canBin = false,
  told,
  busy,
  onNarrow,
  children,
}: {
  query: LibraryQuery;
  shelves: Shelves;
  /** Where the library is narrowed by its address, which works before scripts do; in the picker nothing. */
  address?: string;
  /** Whether what is in the bin can be shown. */
  canBin?: boolean;
  /** How many were found. */
  told: string;
  busy: boolean;
  onNarrow: (query: LibraryQuery) => void;
  children: ReactNode;
}) {
  const id = useId();
  const chips = chipsOf(query, shelves);
  // One may choose on while what was chosen before is still being found.
  const asked = useRef(query);
  useEffect(() => {
    asked.current = query;
  }, [query]);
  const ask = (next: LibraryQuery) => {
    asked.current = next;
    onNarrow(next);
  };
  const narrow = (change: Partial<LibraryQuery>) => ask({ ...asked.current, ...change, cursor: null });
  const none = Object.fromEntries(FILTERS.filter((name) => name !== "kind").map((name) => [name, null]));
  const order: Sort = query.sort ?? "newest";
  const chip =
    "inline-flex min-h-8 items-center gap-1.5 rounded-full border border-edge bg-raised px-3 text-sm text-ink no-underline hover:bg-wash pointer-coarse:min-h-11";

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the sheet of filters closes by Escape itself, and what it stands in stays open
    <div
      onKeyDown={(event) =>
        event.key === "Escape" && event.currentTarget.querySelector(":popover-open") && event.stopPropagation()
      }
      className="grid gap-x-6 gap-y-3 lg:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <div className="flex flex-wrap gap-2 lg:col-span-2">
        <Words query={query} address={address} onWords={(q) => narrow({ q })} />
        <select
          aria-label="Order"
          value={order}
          onChange={(event) => narrow({ sort: event.target.value as Sort })}
          className={controlClass("w-auto! grow sm:grow-0")}
        >
          {SORTS.filter((sort) => sort !== "best" || query.q || order === "best").map((sort) => (
            <option key={sort} value={sort}>
              {SORT_NAMES[sort]}
            </option>
          ))}
        </select>
        <button type="button" popoverTarget={`${id}-filters`} className={buttonClass("secondary", "lg:hidden")}>
          <SlidersHorizontal size={16} aria-hidden /> Filters
          {chips.length > 0 && <span className="tabular-nums">({chips.length})</span>}
        </button>
      </div>
      <section
        id={`${id}-filters`}
        popover="auto"
        aria-label="Filters"
        className="inset-auto bottom-0 left-0 m-0 max-h-[85dvh] w-full max-w-none overflow-y-auto rounded-t-lg border border-line bg-raised p-4 text-ink backdrop:bg-black/50 lg:static lg:block lg:max-h-none lg:overflow-visible lg:rounded-none lg:border-0 lg:bg-transparent lg:p-0"
      >
        <div className="mb-3 flex items-center justify-between lg:hidden">
          <p className="font-serif text-xl font-semibold">Filters</p>
          <button
            type="button"
            popoverTarget={`${id}-filters`}
            popoverTargetAction="hide"
            className={buttonClass("primary")}
          >
            Show {told.toLowerCase()}
          </button>
        </div>
        <LibraryFilters query={query} shelves={shelves} address={address} canBin={canBin} onNarrow={narrow} />
      </section>
      <div className="min-w-0">
        <div className="mb-3 flex min-h-8 flex-wrap items-center gap-2">
          <p role="status" className="mr-2 text-sm text-muted">
            {told}
          </p>
          {chips.length > 0 && (
            <ul aria-label="Filters that hold" className="flex flex-wrap gap-2">
              {chips.map(({ filter, words }) => (
                <li key={filter}>
                  <Narrowing
                    address={address}
                    query={{ ...query, [filter]: null, cursor: null }}
                    onNarrow={ask}
                    className={chip}
                  >
                    {words} <X size={14} aria-hidden /> <span className="sr-only">(take away)</span>
                  </Narrowing>
                </li>
              ))}
              <li>
                <Narrowing
                  address={address}
                  query={{ ...query, ...none, q: "", cursor: null }}
                  onNarrow={ask}
                  className={clsx(chip, "border-transparent bg-transparent underline")}
                >
                  Clear all
                </Narrowing>
              </li>
            </ul>
          )}
        </div>
        <div
          aria-busy={busy}
          className={clsx(busy && "[&_img]:opacity-60 [&_img]:transition-opacity [&_img]:delay-150")}
        >
          {children}
        </div>
      </div>
    </div>
  );
}

/** Leads to a narrowed library: by a link where that has an address. */
function Narrowing({
  address,
  query,
  onNarrow,
  className,
  children,
}: {
  address?: string;
  query: LibraryQuery;
  onNarrow: (query: LibraryQuery) => void;
  className: string;
  children: ReactNode;
}) {
  if (address === undefined) {
    return (
      <button type="button" onClick={() => onNarrow(query)} className={clsx(className, "cursor-pointer")}>
        {children}
      </button>
    );
  }
  const asked = libraryAddress(query);
  return (
    <a
      href={asked ? `${address}?${asked}` : address}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onNarrow(query);
      }}
      className={className}
    >
      {children}
    </a>
  );
}

/** The words that are looked for: found as one types. Down leads into what was found. */
function Words({
  query,
  address,
  onWords,
}: {
  query: LibraryQuery;
  address?: string;
  onWords: (words: string) => void;
}) {
  const [typed, setTyped] = useState(query.q);
  const [sent, setSent] = useState(query.q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const many = query.kind ? KIND_NAMES[query.kind].many : "files";
  // Not what was typed here, but what came by going back, or by clearing.
  if (query.q !== sent) {
    setSent(query.q);
    if (query.q !== typed.trim()) setTyped(query.q);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const ask = (words: string) => {
    clearTimeout(timer.current);
    if (words.trim() !== query.q) onWords(words.trim());
  };
  const goDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "ArrowDown") return;
    const grid = event.currentTarget.closest("[data-library]")?.querySelector<HTMLElement>("[data-tile][tabindex='0']");
    if (!grid) return;
    event.preventDefault();
    grid.focus();
  };
  return (
    <search className="min-w-0 grow basis-64">
      <form
        action={address}
        onSubmit={(event) => {
          event.preventDefault();
          ask(typed);
        }}
        className="flex gap-2"
      >
        {FILTERS.map((name) => query[name] && <input key={name} type="hidden" name={name} value={query[name] ?? ""} />)}
        <input
          type="search"
          name="q"
          aria-label={`Search ${many}`}
          placeholder="Caption, credit, keyword, person, file name …"
          autoComplete="off"
          maxLength={200}
          value={typed}
          onKeyDown={goDown}
          onChange={(event) => {
            const words = event.target.value;
            setTyped(words);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => ask(words), PAUSE);
          }}
          className={controlClass("min-w-0 flex-1")}
        />
        <Button type="submit">Search</Button>
      </form>
    </search>
  );
}

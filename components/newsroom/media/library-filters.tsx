"use client";

import { type ComponentProps, type ReactNode, useEffect, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { LACKING, type LibraryQuery, RIGHTS, SHAPES } from "@/domain/media/library";
import { routes } from "@/lib/routes";
import { LACKING_NAMES, RIGHTS_NAMES, SHAPE_NAMES, type Shelves, USED_NAMES, WIDE_NAMES } from "./library-words";

/** All by which the library is narrowed. Each change holds at once; before scripts run the form is sent. */
export function LibraryFilters({
  query,
  shelves: { collections, uploaders },
  address,
  canBin,
  onNarrow,
}: {
  query: LibraryQuery;
  shelves: Shelves;
  address?: string;
  canBin: boolean;
  onNarrow: (change: Partial<LibraryQuery>) => void;
}) {
  // What was chosen stands at once, while the library is still narrowed.
  const [chosen, setChosen] = useState(query);
  const [seen, setSeen] = useState(query);
  if (seen !== query) {
    setSeen(query);
    setChosen(query);
  }
  const narrow = (change: Partial<LibraryQuery>) => {
    setChosen({ ...chosen, ...change });
    onNarrow(change);
  };
  type Name = Exclude<keyof LibraryQuery, "q" | "sort" | "cursor">;
  const select = (name: Name) => ({
    name,
    value: chosen[name] ?? "",
    onChange: (event: { target: { value: string } }) => narrow({ [name]: event.target.value || null }),
  });
  const isPicture = !query.kind || query.kind === "picture";

  return (
    <form
      action={address}
      onSubmit={(event) => event.preventDefault()}
      className="grid grid-cols-2 gap-x-3 gap-y-3 text-sm lg:grid-cols-1"
    >
      {query.q && <input type="hidden" name="q" value={query.q} />}
      {query.kind && <input type="hidden" name="kind" value={query.kind} />}
      {query.sort && <input type="hidden" name="sort" value={query.sort} />}
      {collections.length > 0 && (
        <Choice label="Collection" {...select("collection")}>
          {collections.map(({ id, name, count }) => (
            <option key={id} value={id}>
              {name} ({count})
            </option>
          ))}
        </Choice>
      )}
      <KeywordChoice keyword={chosen.keyword ?? ""} onKeyword={(keyword) => narrow({ keyword: keyword || null })} />
      <Choice label="Rights" {...select("rights")}>
        {options(RIGHTS, RIGHTS_NAMES)}
      </Choice>
      <Choice label="In use" {...select("used")}>
        {options(["yes", "no"], USED_NAMES)}
      </Choice>
      <Choice label="What is missing" none="Nothing asked" {...select("lacks")}>
        {options(LACKING, LACKING_NAMES)}
      </Choice>
      {isPicture && (
        <>
          <Choice label="Shape" {...select("shape")}>
            {options(SHAPES, SHAPE_NAMES)}
          </Choice>
          <Choice label="Width" {...select("wide")}>
            {options(["1200", "2400"], WIDE_NAMES)}
          </Choice>
        </>
      )}
      <Choice label="Uploaded by" none="Anybody" {...select("by")}>
        {uploaders.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <Days label="Uploaded" names={["from", "to"]} query={query} onNarrow={narrow} />
      <Days label="Taken" names={["takenFrom", "takenTo"]} query={query} onNarrow={narrow} />
      {isPicture && <Tick label="Moving pictures" name="moving" on={chosen.moving} onNarrow={narrow} />}
      {canBin && <Tick label="In the bin" name="bin" on={chosen.bin} onNarrow={narrow} />}
      {address !== undefined && (
        <noscript className="col-span-full">
          <Button type="submit">Narrow the library</Button>
        </noscript>
      )}
    </form>
  );
}

const CONTROL = controlClass("min-h-9! px-2! py-1! text-sm! pointer-coarse:min-h-11!");

function options<Key extends string>(keys: readonly Key[], names: Record<Key, string>) {
  return keys.map((key) => (
    <option key={key} value={key}>
      {names[key]}
    </option>
  ));
}

function Choice({
  label,
  none = "Any",
  children,
  ...rest
}: { label: string; none?: string; children: ReactNode } & ComponentProps<"select">) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <select id={id} className={CONTROL} {...rest}>
        <option value="">{none}</option>
        {children}
      </select>
    </div>
  );
}

/** A keyword, with those offered that begin as is typed. It holds once it is left, or by Enter. */
function KeywordChoice({ keyword, onKeyword }: { keyword: string; onKeyword: (keyword: string) => void }) {
  const id = useId();
  const [typed, setTyped] = useState(keyword);
  const [seen, setSeen] = useState(keyword);
  const [offered, setOffered] = useState<string[]>([]);
  if (seen !== keyword) {
    setSeen(keyword);
    setTyped(keyword);
  }
  useEffect(() => {
    if (!typed.trim()) return setOffered([]);
    const asked = new AbortController();
    const timer = setTimeout(async () => {
      const found = await fetch(
        `${routes.newsroom.keywordChoices()}?${new URLSearchParams({ q: typed })}`,
        asked,
      ).catch(() => null);
      const words: unknown = found?.ok ? await found.json().catch(() => []) : [];
      if (!asked.signal.aborted && Array.isArray(words)) setOffered(words);
    }, 150);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [typed]);
  const take = (text: string) => {
    const word = text.trim();
    const kept = offered.find((each) => each.toLowerCase() === word.toLowerCase()) ?? word;
    if (kept !== keyword) onKeyword(kept);
  };
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="font-semibold">
        Keyword
      </label>
      <input
        id={id}
        name="keyword"
        list={`${id}-offered`}
        value={typed}
        maxLength={60}
        autoComplete="off"
        placeholder="Any"
        onChange={(event) => {
          setTyped(event.target.value);
          // One that was chosen of those offered comes whole.
          if (offered.includes(event.target.value)) take(event.target.value);
        }}
        onBlur={() => take(typed)}
        onKeyDown={(event) => event.key === "Enter" && take(typed)}
        className={CONTROL}
      />
      <datalist id={`${id}-offered`}>
        {offered.map((word) => (
          <option key={word} value={word} />
        ))}
      </datalist>
    </div>
  );
}

/** Two days. Each holds once it is left, or by Enter: while one types, a year is another. */
function Days({
  label,
  names,
  query,
  onNarrow,
}: {
  label: string;
  names: readonly ["from", "to"] | readonly ["takenFrom", "takenTo"];
  query: LibraryQuery;
  onNarrow: (change: Partial<LibraryQuery>) => void;
}) {
  const id = useId();
  return (
    <fieldset className="col-span-full min-w-0">
      <legend className="mb-1 font-semibold">{label}</legend>
      <div className="grid grid-cols-2 gap-2 lg:grid-cols-1">
        {names.map((name, at) => {
          const take = (day: string) => day !== (query[name] ?? "") && onNarrow({ [name]: day || null });
          return (
            <div key={name} className="flex items-center gap-2">
              <label htmlFor={`${id}-${name}`} className="w-9 shrink-0 text-muted">
                {at === 0 ? "From" : "To"}
              </label>
              <input
                id={`${id}-${name}`}
                // What the address says, also after going back or clearing.
                key={query[name]}
                type="date"
                name={name}
                aria-label={`${label} ${at === 0 ? "from" : "to"}`}
                defaultValue={query[name] ?? ""}
                onBlur={(event) => take(event.target.value)}
                onKeyDown={(event) => event.key === "Enter" && take(event.currentTarget.value)}
                className={CONTROL}
              />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

function Tick({
  label,
  name,
  on,
  onNarrow,
}: {
  label: string;
  name: "moving" | "bin";
  on: "yes" | null | undefined;
  onNarrow: (change: Partial<LibraryQuery>) => void;
}) {
  const id = useId();
  return (
    <div className="col-span-full flex items-center gap-2">
      <input
        id={id}
        type="checkbox"
        name={name}
        value="yes"
        checked={Boolean(on)}
        onChange={(event) => onNarrow({ [name]: event.target.checked ? "yes" : null })}
        className="size-6 shrink-0 accent-ink"
      />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}

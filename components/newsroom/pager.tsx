import { Link } from "@/components/newsroom/link";
import { buttonClass } from "@/components/ui/button";
import { type Asked, askedText } from "@/lib/asked";

/** Onwards through a list that goes by cursor, and back to its start. */
export function Pager({
  first,
  next,
  firstName = "First page",
  nextName = "Next page",
}: {
  first?: string;
  next?: string;
  firstName?: string;
  nextName?: string;
}) {
  if (!first && !next) return null;
  return (
    <nav aria-label="Pages" className="mt-5 flex flex-wrap gap-2">
      {first && (
        <Link href={first} className={buttonClass()}>
          {firstName}
        </Link>
      )}
      {next && (
        <Link href={next} rel="next" className={buttonClass()}>
          {nextName}
        </Link>
      )}
    </nav>
  );
}

/** Which part of a list an address asks for; `show` names one of the list's own kinds. */
export type Listing<Kind extends string = string> = { search?: string; show?: Kind; cursor?: string };

/** @param kinds what `show` may say; anything else is left out. */
export function listingOf<Kind extends string = never>(asked: Asked, kinds: readonly Kind[] = []): Listing<Kind> {
  const show = askedText(asked.show, 40);
  return {
    search: askedText(asked.search, 200),
    show: kinds.find((kind) => kind === show),
    cursor: askedText(asked.cursor, 1000),
  };
}

/** The addresses for a pager: of the list's start, unless one is there, and of the page that `next` begins. */
export function pagesOf(path: string, asked: Listing, next: string | undefined) {
  const at = (cursor?: string) => {
    const query = new URLSearchParams();
    if (asked.search) query.set("search", asked.search);
    if (asked.show) query.set("show", asked.show);
    if (cursor) query.set("cursor", cursor);
    return query.size > 0 ? `${path}?${query}` : path;
  };
  return { first: asked.cursor ? at() : undefined, next: next ? at(next) : undefined };
}

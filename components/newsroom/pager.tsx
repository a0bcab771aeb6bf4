import Link from "next/link";
import { buttonClass } from "@/components/ui/button";

/** Onwards through a list that goes by cursor, and back to its start. */
export function Pager({ first, next }: { first?: string; next?: string }) {
  if (!first && !next) return null;
  return (
    <nav aria-label="Pages" className="mt-5 flex flex-wrap gap-2">
      {first && (
        <Link href={first} className={buttonClass()}>
          First page
        </Link>
      )}
      {next && (
        <Link href={next} rel="next" className={buttonClass()}>
          Next page
        </Link>
      )}
    </nav>
  );
}

/** The addresses for a pager: of the list's start, unless one is there, and of the page that `next` begins. */
export function pagesOf(path: string, asked: { search?: string; cursor?: string }, next: string | undefined) {
  const at = (cursor?: string) => {
    const query = new URLSearchParams();
    if (asked.search) query.set("search", asked.search);
    if (cursor) query.set("cursor", cursor);
    return query.size > 0 ? `${path}?${query}` : path;
  };
  return { first: asked.cursor ? at() : undefined, next: next ? at(next) : undefined };
}

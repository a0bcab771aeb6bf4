/**
 * The ways to newer and older pages of a list.
 * @param at gives the address of a page by its number.
 */
export function Pager({ page, hasOlder, at }: { page: number; hasOlder: boolean; at: (page: number) => string }) {
  if (page === 1 && !hasOlder) return null;
  const link = "inline-block min-h-11 border border-edge px-5 py-2.5 font-semibold hover:border-ink hover:bg-wash";
  return (
    <nav
      aria-label="Pages"
      className="mt-12 flex flex-wrap items-center justify-between gap-4 font-sans text-[0.9375rem]"
    >
      {page > 1 ? (
        <a href={at(page - 1)} rel="prev" className={link}>
          Newer stories
        </a>
      ) : (
        <span />
      )}
      <p className="text-muted tabular-nums">Page {page}</p>
      {hasOlder ? (
        <a href={at(page + 1)} rel="next" className={link}>
          Older stories
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}

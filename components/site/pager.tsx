import { wordsOf } from "@/lib/words";

/**
 * The ways to the pages of a list before and after this one.
 * @param at gives the address of a page by its number.
 * @param newestFirst false where a list is read from its beginning.
 */
export function Pager({
  page,
  hasOlder,
  at,
  language,
  newestFirst = true,
}: {
  page: number;
  hasOlder: boolean;
  at: (page: number) => string;
  language: string;
  newestFirst?: boolean;
}) {
  if (page === 1 && !hasOlder) return null;
  const t = wordsOf(language);
  const link = "inline-block min-h-11 border border-edge px-5 py-2.5 font-semibold hover:border-ink hover:bg-wash";
  return (
    <nav
      aria-label={t("pages")}
      className="mt-12 flex flex-wrap items-center justify-between gap-4 font-sans text-[0.9375rem]"
    >
      {page > 1 ? (
        <a href={at(page - 1)} rel="prev" className={link}>
          {t(newestFirst ? "newerStories" : "previousPage")}
        </a>
      ) : (
        <span />
      )}
      <p className="text-muted tabular-nums">{t("page", { page })}</p>
      {hasOlder ? (
        <a href={at(page + 1)} rel="next" className={link}>
          {t(newestFirst ? "olderStories" : "nextPage")}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}

import { wordsOf } from "@/lib/words";

/**
 * The ways to newer and older pages of a list.
 * @param at gives the address of a page by its number.
 */
export function Pager({
  page,
  hasOlder,
  at,
  language,
}: {
  page: number;
  hasOlder: boolean;
  at: (page: number) => string;
  language: string;
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
          {t("newerStories")}
        </a>
      ) : (
        <span />
      )}
      <p className="text-muted tabular-nums">{t("page", { page })}</p>
      {hasOlder ? (
        <a href={at(page + 1)} rel="next" className={link}>
          {t("olderStories")}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}

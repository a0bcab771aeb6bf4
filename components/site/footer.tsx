import type { Named } from "@/domain/articles/card";
import type { AboutLink } from "@/domain/settings/about";
import type { Publication } from "@/domain/settings/settings";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";

const link = "underline-offset-2 hover:underline";

/** What ends every page: all that the paper has, and what it says of itself. */
export function Footer({
  publication,
  sections,
  about,
}: {
  publication: Publication;
  sections: readonly Named[];
  about: readonly AboutLink[];
}) {
  const t = wordsOf(publication.language);
  return (
    <footer className="no-print sheet mt-20 pb-12 font-sans text-sm">
      <div className="double-rule mb-8" />
      <div className="grid gap-8 md:grid-cols-[1fr_auto]">
        <div>
          <p className="font-serif text-2xl font-semibold tracking-[-0.02em]">
            <a href={routes.home()}>{publication.name}</a>
          </p>
          {publication.tagline && <p className="mt-1 text-muted">{publication.tagline}</p>}
        </div>
        <nav aria-label={t("allOfPaper")}>
          <ul className="grid grid-cols-2 gap-x-10 gap-y-2 sm:grid-cols-3">
            {sections.map((section) => (
              <li key={section.slug}>
                <a href={routes.section(section.slug)} className={link}>
                  {section.name}
                </a>
              </li>
            ))}
            <li>
              <a href={routes.archive()} className={link}>
                {t("archive")}
              </a>
            </li>
            <li>
              <a href={routes.corrections()} className={link}>
                {t("corrections")}
              </a>
            </li>
            <li>
              <a href={routes.search()} className={link}>
                {t("search")}
              </a>
            </li>
            <li>
              <a href={routes.feed()} className={link}>
                {t("rssFeed")}
              </a>
            </li>
            <li>
              <a href={routes.newsroom.home()} rel="nofollow" className={link}>
                {t("newsroom")}
              </a>
            </li>
          </ul>
        </nav>
      </div>
      {about.length > 0 && (
        <nav aria-label={t("aboutPages")} className="mt-8 border-t border-line pt-5">
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {about.map(({ slug, title }) => (
              <li key={slug}>
                <a href={routes.about(slug)} className={link}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </footer>
  );
}

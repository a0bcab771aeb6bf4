import type { Named } from "@/domain/articles/card";
import type { Publication } from "@/domain/settings/settings";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";

const link = "underline-offset-2 hover:underline";

export function Footer({ publication, sections }: { publication: Publication; sections: readonly Named[] }) {
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
    </footer>
  );
}

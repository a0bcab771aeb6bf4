import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { Named } from "@/domain/articles/card";
import type { AboutLink } from "@/domain/settings/about";
import type { Publication } from "@/domain/settings/settings";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";
import { Footer } from "./footer";
import { Nameplate } from "./nameplate";
import { ReaderSettings } from "./reader-settings";

/** Where the skip link leads. Never the anchor of a subhead: those have no capitals. */
const MAIN = "mainContent";

/**
 * What stands around every page for readers: nameplate, sections, the page, what ends it.
 * @param about the pages about the paper, which the footer leads to.
 * @param current the slug of the section the page belongs to.
 * @param front whether this is the front, whose nameplate is the page's title.
 * @param above what stands above the nameplate.
 */
export function Frame({
  publication,
  sections,
  about,
  current,
  front = false,
  above,
  children,
}: {
  publication: Publication;
  sections: readonly Named[];
  about: readonly AboutLink[];
  current?: string;
  front?: boolean;
  above?: ReactNode;
  children: ReactNode;
}) {
  const t = wordsOf(publication.language);
  return (
    <>
      <a
        href={`#${MAIN}`}
        className="no-print absolute start-2 top-2 z-10 -translate-y-24 bg-ink px-4 py-2 font-sans font-semibold text-paper focus:translate-y-0"
      >
        {t("skip")}
      </a>
      {above}
      <header>
        <div className="sheet relative">
          <div className="absolute end-0 top-3 z-20">
            <ReaderSettings words={wordsOf(publication.language)} />
          </div>
        </div>
        <Nameplate publication={publication} front={front} />
        {sections.length > 0 && (
          <nav aria-label={t("sections")} className="no-print sheet border-b border-line">
            <ul className="sections flex gap-x-4.5 overflow-x-auto font-sans text-[0.9375rem] font-semibold sm:gap-x-6">
              {sections.map((section) => (
                <li
                  key={section.slug}
                  className={clsx("shrink-0", section.slug === current && "[scroll-initial-target:nearest]")}
                >
                  <a
                    href={routes.section(section.slug)}
                    aria-current={section.slug === current ? "true" : undefined}
                    className={clsx(
                      "block border-b-3 py-2.5 hover:border-accent focus-visible:-outline-offset-3",
                      section.slug === current
                        ? "border-accent text-accent"
                        : "border-transparent forced-colors:border-[Canvas]",
                    )}
                  >
                    {section.name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      <main id={MAIN} tabIndex={-1} className="sheet outline-none">
        {children}
      </main>
      <Footer publication={publication} sections={sections} about={about} />
    </>
  );
}

import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { Shelf } from "@/domain/articles/card";
import type { AboutLink } from "@/domain/settings/about";
import type { Logo } from "@/domain/settings/appearance";
import type { Publication } from "@/domain/settings/settings";
import { now } from "@/lib/clock";
import { accentStyle } from "@/lib/colour";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";
import { Footer } from "./footer";
import { Moment } from "./moment";
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
  logo,
  sections,
  about,
  current,
  front = false,
  above,
  children,
}: {
  publication: Publication;
  logo: Logo | null;
  sections: readonly Shelf[];
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
        <div className="no-print sheet relative z-20 flex min-h-14 items-center gap-x-5 font-sans text-[0.9375rem] font-semibold">
          <a href={routes.search()} className="-mx-1 px-1 py-2.5 hover:text-accent">
            {t("search")}
          </a>
          <a href={routes.saved()} className="needs-script -mx-1 px-1 py-2.5 hover:text-accent">
            {t("saved")}
          </a>
          {front && (
            <p className="absolute inset-x-0 -z-10 text-center font-normal text-muted max-sm:hidden">
              <Moment at={now()} style="weekday" locale={publication} />
            </p>
          )}
          <div className="ms-auto">
            <ReaderSettings words={t} />
          </div>
        </div>
        <Nameplate publication={publication} logo={logo} front={front} />
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
                    style={accentStyle(section.accent)}
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

import type { ReactNode } from "react";
import { Blocks } from "@/components/blocks/block";
import { blockSetting } from "@/components/blocks/setting";
import type { AboutEntry, AboutLink, AboutPage } from "@/domain/settings/about";
import type { Publication } from "@/domain/settings/settings";
import { routes } from "@/lib/routes";
import { Moment } from "./moment";

/** The pages about the paper, each with how it begins. */
export function AboutList({ pages }: { pages: readonly AboutEntry[] }) {
  return (
    <ul className="grid gap-x-12 gap-y-8 sm:grid-cols-2">
      {pages.map(({ slug, title, description }) => (
        <li key={slug} className="relative border-t border-line pt-4">
          <h2 className="text-[1.5rem] leading-tight font-semibold tracking-[-0.015em] text-balance">
            <a href={routes.about(slug)} className="card-link">
              {title}
            </a>
          </h2>
          <p className="mt-1.5 max-w-prose text-[1.0625rem] leading-[1.45] text-pretty text-muted">{description}</p>
        </li>
      ))}
    </ul>
  );
}

/**
 * One of them, with the way to the others: beside the text where there is room; elsewhere the footer has it.
 * @param children what stands between the text and the day of its last change.
 */
export function AboutStory({
  page,
  all,
  publication,
  children,
}: {
  page: AboutPage;
  all: readonly AboutLink[];
  publication: Publication;
  children?: ReactNode;
}) {
  const setting = blockSetting(publication);
  const { words } = setting;
  const [before = "", after = ""] = words("lastChanged", { day: "\n" }).split("\n");
  return (
    <div className="story">
      <header className="story-head">
        <p className="story-over">
          <a href={routes.about()}>{words("about", { name: publication.name })}</a>
        </p>
        <h1>{page.title}</h1>
      </header>
      <div className="story-main">
        <div className="story-body">
          <Blocks blocks={page.blocks} setting={setting} />
        </div>
        {children}
        <p className="mt-10 font-sans text-sm text-muted">
          {before}
          <Moment at={page.editedAt} style="day" locale={publication} />
          {after}
        </p>
      </div>
      {all.length > 1 && (
        <div className="story-side no-print hidden lg:block">
          <nav aria-label={words("about", { name: publication.name })} className="story-facts pt-3">
            <ul>
              {all.map(({ slug, title }) => (
                <li key={slug}>
                  <a
                    href={routes.about(slug)}
                    aria-current={slug === page.slug ? "page" : undefined}
                    className="block py-1.5 underline-offset-2 hover:underline aria-[current]:font-semibold aria-[current]:text-accent"
                  >
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      )}
    </div>
  );
}

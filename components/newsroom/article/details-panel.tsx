"use client";

import { type ReactNode, useState } from "react";
import { SelectField } from "@/components/ui/field";
import type { ArticleContent } from "@/domain/articles/article";
import { can } from "@/domain/people/staff";
import { BylineField } from "./byline-field";
import { ChoiceField } from "./choice-field";
import { type Choice, choiceOf, topicChoices } from "./choices";
import type { ArticleOnScreen, Surroundings } from "./desk";
import { FIELD_IDS } from "./fields";
import { addressOf, PermalinkField, presentSlug } from "./permalink-field";
import { SearchFields, ShareFields } from "./search-share";

/** Where the panel stands below the story, on smaller screens, this leads to it. */
export const DETAILS_ID = "article-details";

/** All that a story says beside its text: where it stands, who is credited, how it is found and shared. */
export function DetailsPanel({
  article,
  content,
  around,
  onChange,
}: {
  article: ArticleOnScreen;
  content: ArticleContent;
  around: Surroundings;
  onChange: (change: Partial<ArticleContent>) => void;
}) {
  const { sections, siteUrl, actor } = around;
  const topics = useNamed(around.topics.map(choiceOf));
  const bylines = useNamed(around.bylines.map(choiceOf));
  const mayMake = can(actor, "taxonomy.manage");
  const sectionSlug = sections.find(({ id }) => id === content.sectionId)?.slug;
  const address = addressOf({
    siteUrl,
    sectionSlug,
    slug: presentSlug({ slug: content.slug, headline: content.headline, path: article.path }),
  });

  return (
    <aside id={DETAILS_ID} aria-label="Story details" className="grid min-w-0 grid-cols-1 content-start gap-8">
      <div className="grid grid-cols-1 gap-5">
        <SelectField
          label="Section"
          id={FIELD_IDS.section}
          value={content.sectionId ?? ""}
          onChange={(event) => onChange({ sectionId: event.currentTarget.value || null })}
          hint={sections.length === 0 ? "There are no sections yet. An editor can make the first one." : undefined}
        >
          <option value="">Choose a section</option>
          {sections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <BylineField
          id={FIELD_IDS.bylines}
          chosen={content.bylineIds.map(bylines.named)}
          mayMake={mayMake}
          onChange={(chosen) => onChange({ bylineIds: bylines.remember(chosen) })}
        />
        <ChoiceField
          label="Topics"
          id={FIELD_IDS.topics}
          chosen={content.topicIds.map(topics.named)}
          choices={topicChoices}
          making={mayMake ? (name) => `New topic “${name}”` : undefined}
          onChange={(chosen) => onChange({ topicIds: topics.remember(chosen) })}
        />
        <PermalinkField
          id={FIELD_IDS.slug}
          slug={content.slug}
          headline={content.headline}
          sectionSlug={sectionSlug}
          path={article.path}
          isLive={article.live !== null}
          siteUrl={siteUrl}
          onChange={(slug) => onChange({ slug })}
        />
      </div>
      <Part title="In search engines">
        <SearchFields content={content} address={address} onChange={onChange} />
      </Part>
      <Part title="Where it is shared">
        <ShareFields content={content} address={address} onChange={onChange} />
      </Part>
    </aside>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid grid-cols-1 gap-4 border-line border-t pt-5">
      <h2 className="font-serif text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}

/** The names of things chosen by id: those that came with the page, and those chosen since. */
function useNamed(known: Choice[]) {
  const [chosenSince, setChosenSince] = useState<Choice[]>([]);
  return {
    named: (id: string): Choice => [...known, ...chosenSince].find((each) => each.id === id) ?? { id, name: "…" },
    remember: (chosen: Choice[]): string[] => {
      setChosenSince((before) => [...before, ...chosen.filter(({ id }) => !before.some((each) => each.id === id))]);
      return [...new Set(chosen.map(({ id }) => id))];
    },
  };
}

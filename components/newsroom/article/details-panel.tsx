"use client";

import { type ReactNode, useState } from "react";
import { LanguageField, nameOf } from "@/components/newsroom/editor/language-field";
import { useStories } from "@/components/newsroom/editor/stories";
import { ReviewPanel } from "@/components/newsroom/review/review-panel";
import { StylePanel } from "@/components/newsroom/style/style-panel";
import { SelectField } from "@/components/ui/field";
import type { ArticleContent } from "@/domain/articles/article";
import { openSuggestions } from "@/domain/articles/review";
import { can } from "@/domain/people/staff";
import { ChoiceField } from "./choice-field";
import { bylineChoices, type Choice, choiceOf, seriesChoices, storyChoices, topicChoices } from "./choices";
import { CreditField } from "./credit-field";
import type { ArticleOnScreen, Surroundings } from "./desk";
import { FIELD_IDS } from "./fields";
import { KindFields } from "./kind-fields";
import { OrderedChoices } from "./ordered-choices";
import { addressOf, PermalinkField, presentSlug } from "./permalink-field";
import { SearchFields, ShareFields } from "./search-share";

/** Where the panel stands below the story, on smaller screens, this leads to it. */
export const DETAILS_ID = "article-details";

/** All that a story says beside its text: where it stands, who is credited, how it is found and shared. */
export function DetailsPanel({
  article,
  content,
  around,
  bodyHeld,
  onChange,
  timeline,
  children,
}: {
  article: ArticleOnScreen;
  content: ArticleContent;
  around: Surroundings;
  /** Whether somebody else is writing in the body. */
  bodyHeld: boolean;
  onChange: (change: Partial<ArticleContent>) => void;
  /** What is planned for it: before all that is not needed to publish. */
  timeline: ReactNode;
  /** What stands below them. */
  children?: ReactNode;
}) {
  const { sections, siteUrl, actor } = around;
  const topics = useNamed(around.topics.map(choiceOf));
  const bylines = useNamed(around.bylines.map(choiceOf));
  const series = useNamed(around.series.map(choiceOf));
  const stories = useStories();
  const mayMake = can(actor, "taxonomy.manage");
  const makingByline = mayMake ? (name: string) => `New guest byline “${name}”` : undefined;
  const sectionSlug = sections.find(({ id }) => id === content.sectionId)?.slug;
  const address = addressOf({
    siteUrl,
    sectionSlug,
    slug: presentSlug({ slug: content.slug, headline: content.headline, path: article.path }),
  });

  // Where others had their say before one came, it is read first; it stays where it is while one works.
  const [reviewFirst] = useState(
    () =>
      openSuggestions(content.body) > 0 || around.conversation.threads.some(({ resolvedAt }) => resolvedAt === null),
  );

  return (
    <aside id={DETAILS_ID} aria-label="Story details" className="grid min-w-0 grid-cols-1 content-start gap-8">
      {reviewFirst && <ReviewPanel bodyHeld={bodyHeld} />}
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
            <option
              key={id}
              value={id}
              disabled={!can(actor, "article.edit", { ownerId: article.ownerId, sectionId: id })}
            >
              {name}
            </option>
          ))}
        </SelectField>
        <OrderedChoices
          id={FIELD_IDS.bylines}
          label="Bylines"
          chosen={content.bylineIds.map(bylines.named)}
          choices={bylineChoices}
          making={makingByline}
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
      {timeline}
      {!reviewFirst && <ReviewPanel bodyHeld={bodyHeld} />}
      <StylePanel
        articleId={article.id}
        actorId={actor.id}
        content={content}
        rules={around.styleRules}
        language={content.language || around.language}
        names={[...content.bylineIds, ...content.credits.map(({ bylineId }) => bylineId)].map(
          (id) => bylines.named(id).name,
        )}
        onChange={onChange}
      />
      <Part title="What it is">
        <KindFields content={content} onChange={onChange} />
        <LanguageField
          id={FIELD_IDS.language}
          label="Language"
          hint={`Empty for the publication’s own: ${nameOf(around.language)}.`}
          tag={content.language}
          onChange={(language) => onChange({ language })}
        />
        <CreditField
          id={FIELD_IDS.credits}
          credits={content.credits}
          named={bylines.named}
          mayMake={mayMake}
          onChange={(credits, chosen) => {
            if (chosen) bylines.remember([chosen]);
            onChange({ credits });
          }}
        />
      </Part>
      <Part title="With other stories">
        <OrderedChoices
          id={FIELD_IDS.related}
          label="Related stories"
          hint="To read next. Others on its topics follow by themselves."
          most={8}
          chosen={content.relatedIds.map(stories.named)}
          choices={storyChoices(article.id)}
          onChange={(chosen) => onChange({ relatedIds: stories.remember(chosen) })}
        />
        <ChoiceField
          single
          id={FIELD_IDS.series}
          label="Series"
          hint="Readers go from part to part, in the order in which they came out."
          chosen={content.seriesId ? [series.named(content.seriesId)] : []}
          choices={seriesChoices}
          making={mayMake ? (name) => `New series “${name}”` : undefined}
          onChange={(chosen) => onChange({ seriesId: series.remember(chosen)[0] ?? null })}
        />
        <ChoiceField
          single
          id={FIELD_IDS.translationOf}
          label="Translation of"
          hint="The story that this one says in another language."
          chosen={content.translationOf ? [stories.named(content.translationOf)] : []}
          choices={storyChoices(article.id)}
          onChange={(chosen) => onChange({ translationOf: stories.remember(chosen)[0] ?? null })}
        />
      </Part>
      <Part title="In search engines">
        <SearchFields content={content} address={address} onChange={onChange} />
      </Part>
      <Part title="Where it is shared">
        <ShareFields content={content} address={address} onChange={onChange} />
      </Part>
      {children}
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

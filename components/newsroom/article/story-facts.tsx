import { nameOf } from "@/components/newsroom/editor/language-field";
import type { ArticleContent } from "@/domain/articles/article";
import { CREDIT_NAMES, LABEL_NAMES, REVIEW_NAMES } from "./kinds";

/** What a story says beside its text, for those who may read it and not change it. @param named the things it names by id */
export function StoryFacts({ content, named }: { content: ArticleContent; named: (id: string) => string }) {
  const { label, kicker, review, language, credits, seriesId, relatedIds, translationOf } = content;
  const facts: [string, string[]][] = [
    ["Label", label === "news" ? [] : [LABEL_NAMES[label]]],
    ["Kicker", [kicker]],
    ["Review", review ? [reviewWords(review)] : []],
    ["Language", language ? [nameOf(language)] : []],
    ["Credits", credits.map(({ role, bylineId }) => `${CREDIT_NAMES[role]}: ${named(bylineId)}`)],
    ["Series", seriesId ? [named(seriesId)] : []],
    ["Related stories", relatedIds.map(named)],
    ["Translation of", translationOf ? [named(translationOf)] : []],
  ];
  const told = facts.map(([name, lines]) => ({ name, lines: lines.filter((line) => line.trim()) }));
  const shown = told.filter(({ lines }) => lines.length > 0);
  if (shown.length === 0) return null;
  return (
    <section aria-label="Story details" className="rounded-md border border-line p-4">
      <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-[auto_1fr]">
        {shown.map(({ name, lines }) => (
          <div key={name} className="grid gap-x-6 sm:col-span-2 sm:grid-cols-subgrid">
            <dt className="font-semibold">{name}</dt>
            <dd className="[overflow-wrap:anywhere]">{lines.join("; ")}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function reviewWords({ kind, item, rating }: NonNullable<ArticleContent["review"]>): string {
  const of = [REVIEW_NAMES[kind], item.trim()].filter(Boolean).join(": ");
  return rating === null ? of : `${of}, ${rating} of 5`;
}

"use client";

import { useRef } from "react";
import { useTyped } from "@/components/newsroom/editor/use-typed";
import { SelectField, TextField } from "@/components/ui/field";
import { type ArticleContent, LABELS, type Label, type Review } from "@/domain/articles/article";
import { FIELD_IDS } from "./fields";
import { LABEL_NAMES, REVIEW_NAMES } from "./kinds";

type Props = { content: ArticleContent; onChange: (change: Partial<ArticleContent>) => void };

const HINTS: Partial<Record<Label, string>> = {
  news: "Readers see no label on news.",
  sponsored: "Readers are told so on the story and on every card. The kicker says who paid.",
};

/** What kind of journalism a story is, what it reviews, and the few words above its headline. */
export function KindFields({ content, onChange }: Props) {
  const { label, review } = content;
  // Taking the label away and giving it again gives the review back.
  const reviewed = useRef<Review | null>(review);
  const kicker = useTyped(content.kicker, (text) => onChange({ kicker: text }));
  return (
    <>
      <SelectField
        id={FIELD_IDS.label}
        label="Label"
        value={label}
        hint={HINTS[label]}
        onChange={(event) => {
          const chosen = event.currentTarget.value as Label;
          if (review) reviewed.current = review;
          const next = reviewed.current ?? { kind: "book", item: "", rating: null };
          onChange({ label: chosen, review: chosen === "review" ? next : null });
        }}
      >
        {LABELS.map((each) => (
          <option key={each} value={each}>
            {LABEL_NAMES[each]}
          </option>
        ))}
      </SelectField>
      {label === "review" && (
        <ReviewFields
          review={review ?? { kind: "book", item: "", rating: null }}
          onChange={(next) => onChange({ review: next })}
        />
      )}
      <TextField
        id={FIELD_IDS.kicker}
        label="Kicker"
        maxLength={80}
        hint={
          label === "sponsored" ? "Who paid for this story." : "A few words above the headline. It may be left empty."
        }
        {...kicker}
      />
    </>
  );
}

const RATINGS = Array.from({ length: 11 }, (_, index) => index / 2);

function ReviewFields({ review, onChange }: { review: Review; onChange: (review: Review) => void }) {
  const item = useTyped(review.item, (text) => onChange({ ...review, item: text }));
  return (
    <fieldset className="grid gap-4 rounded-md border border-line p-3">
      <legend className="px-1 text-sm font-semibold">The review</legend>
      <SelectField
        label="Reviewed"
        value={review.kind}
        onChange={(event) => onChange({ ...review, kind: event.currentTarget.value as Review["kind"] })}
      >
        {Object.entries(REVIEW_NAMES).map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        id={FIELD_IDS.review}
        label="Its name"
        maxLength={200}
        hint="Such as the title of the book, and who wrote it."
        {...item}
      />
      <SelectField
        label="Rating"
        value={review.rating ?? ""}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ ...review, rating: value === "" ? null : Number(value) });
        }}
      >
        <option value="">No rating</option>
        {RATINGS.map((rating) => (
          <option key={rating} value={rating}>
            {rating} of 5
          </option>
        ))}
      </SelectField>
    </fieldset>
  );
}

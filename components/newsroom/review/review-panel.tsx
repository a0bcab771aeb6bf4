"use client";

import { CommentGroup } from "./comment-group";
import { useReview } from "./review-context";
import { SuggestionGroup } from "./suggestion-group";

/**
 * What others would change in the story, and what they say about it. Readers get neither.
 * @param bodyHeld whether somebody else is writing in the body: then it is not to be changed from here either.
 */
export function ReviewPanel({ bodyHeld }: { bodyHeld: boolean }) {
  const review = useReview();
  if (!review) return null;
  return (
    <section aria-label="Review" className="grid grid-cols-1 gap-5 rounded-md bg-wash p-4">
      <h2 className="font-serif text-lg font-semibold">Review</h2>
      {review.editor && (
        <fieldset disabled={bodyHeld} className="contents">
          <SuggestionGroup review={review} editor={review.editor} />
        </fieldset>
      )}
      {bodyHeld && (
        <p className="text-sm text-muted">
          Somebody else is writing in the body. Take it over to decide on suggestions.
        </p>
      )}
      <CommentGroup review={review} editor={review.editor} />
    </section>
  );
}

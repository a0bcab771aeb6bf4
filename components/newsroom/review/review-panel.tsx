"use client";

import { CommentGroup } from "./comment-group";
import { useReview } from "./review-context";
import { SuggestionGroup } from "./suggestion-group";

/** What others would change in the story, and what they say about it. Readers get neither. */
export function ReviewPanel() {
  const review = useReview();
  if (!review) return null;
  return (
    <section aria-label="Review" className="grid grid-cols-1 gap-5 rounded-md bg-wash p-4">
      <h2 className="font-serif text-lg font-semibold">Review</h2>
      {review.editor && <SuggestionGroup review={review} editor={review.editor} />}
      <CommentGroup review={review} editor={review.editor} />
    </section>
  );
}

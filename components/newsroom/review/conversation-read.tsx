import type { Conversation } from "@/domain/articles/comment";
import { Said } from "./said";

/** What was said about a story, for those who may read it and not change it. */
export function ConversationRead({ threads, timeZone }: { threads: Conversation["threads"]; timeZone: string }) {
  if (threads.length === 0) return null;
  return (
    <section aria-label="Comments" className="grid gap-4 border-line border-t pt-5">
      <h2 className="font-serif text-lg font-semibold">Comments</h2>
      <ul className="grid gap-3">
        {threads.map(({ id, quote, resolvedBy, comments }) => (
          <li key={id} className="grid gap-3 rounded-md border border-line p-3">
            {quote && <blockquote className="border-edge border-l-4 pl-3 font-serif text-sm">{quote}</blockquote>}
            {comments.map((comment) => (
              <div key={comment.id} id={`comment-${comment.id}`} className="grid scroll-mt-24 gap-1">
                <Said comment={comment} timeZone={timeZone} />
              </div>
            ))}
            {resolvedBy && <p className="text-sm text-muted">Resolved by {resolvedBy}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

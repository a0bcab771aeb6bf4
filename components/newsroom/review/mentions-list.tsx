import { timeToday } from "@/components/newsroom/article/time-today";
import { Link } from "@/components/newsroom/link";
import { headlineOf } from "@/domain/articles/board";
import type { Mention } from "@/domain/articles/comment";
import { routes } from "@/lib/routes";

/** The open threads that name whoever looks, each leading to what was said. */
export function MentionsList({ mentions, timeZone }: { mentions: Mention[]; timeZone: string }) {
  if (mentions.length === 0) return null;
  return (
    <section aria-labelledby="for-you" className="mb-6 grid gap-2 rounded-md bg-wash p-4">
      <h2 id="for-you" className="font-serif text-lg font-semibold">
        For you
      </h2>
      <ul className="grid gap-2">
        {mentions.map(({ commentId, articleId, headline, text, author, createdAt }) => (
          <li key={commentId} className="text-sm [overflow-wrap:anywhere]">
            <Link href={routes.newsroom.comment(articleId, commentId)} className="font-semibold text-link underline">
              {author} in “{headlineOf({ headline })}”
            </Link>{" "}
            <time dateTime={createdAt.toISOString()} className="text-muted">
              {timeToday(createdAt, timeZone)}
            </time>
            <span className="block">{text.length > 160 ? `${text.slice(0, 160)}…` : text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

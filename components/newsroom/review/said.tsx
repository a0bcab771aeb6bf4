import { timeToday } from "@/components/newsroom/article/time-today";
import type { Comment } from "@/domain/articles/comment";

/** One comment as it is read: who, when, and the words, with the names in it made out. */
export function Said({ comment, timeZone }: { comment: Comment; timeZone: string }) {
  const { author, createdAt, editedAt, isDeleted, text } = comment;
  return (
    <>
      <p className="text-sm">
        <span className="font-semibold">{author.name}</span>{" "}
        <time dateTime={createdAt} suppressHydrationWarning className="text-muted">
          {timeToday(new Date(createdAt), timeZone)}
          {editedAt && !isDeleted && ", changed"}
        </time>
      </p>
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">
        {isDeleted ? <span className="text-muted italic">Taken back</span> : named(text, comment.mentions)}
      </p>
    </>
  );
}

function named(text: string, people: Comment["mentions"]) {
  const names = people.map(({ name }) => `@${name}`);
  const parts = names.length > 0 ? text.split(new RegExp(`(${names.map(escaped).join("|")})`)) : [text];
  return parts.map((part, index) =>
    names.includes(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text
      <strong key={index}>{part}</strong>
    ) : (
      part
    ),
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

import type { Body } from "@/domain/articles/body";
import { plainText } from "@/domain/articles/body";
import { countWords, minutesToRead } from "@/domain/articles/story";

/** How long a text is, beside the length beyond which it is cut or runs too long. */
export function LengthCount({
  text,
  shown,
  over = "the end may be cut",
}: {
  text: string;
  shown: number;
  over?: string;
}) {
  const isOver = text.length > shown;
  return (
    <span className={isOver ? "font-semibold text-warn" : undefined}>
      {text.length} of about {shown} characters{isOver && `: ${over}`}
    </span>
  );
}

/** How long the body is, in words and in the minutes that readers are told. */
export function BodyCount({ body }: { body: Body }) {
  const words = countWords(plainText(body));
  return (
    <p className="text-right text-sm text-muted">
      {words === 1 ? "1 word" : `${words.toLocaleString("en-GB")} words`}
      {words > 0 && ` · ${minutesToRead(words)} min read`}
    </p>
  );
}

import Link from "next/link";
import { type EventData, sentenceParts, subjectAddress, type Told } from "@/domain/events/sentence";

/**
 * What happened, as a sentence in which the thing leads to where it is.
 * @param it what the thing is called where its name would only be repeated; it is then no link.
 */
export function ToldSentence({ event, it }: { event: Told & { subjectId: string; data: EventData }; it?: string }) {
  const { before, subject, after } = sentenceParts(event, it);
  const address = it === undefined && subject ? subjectAddress(event) : null;
  return (
    <>
      {before}
      {address ? (
        <Link href={address} className="font-semibold text-link underline underline-offset-2">
          {subject}
        </Link>
      ) : (
        subject
      )}
      {after}
    </>
  );
}

import { Link } from "@/components/newsroom/link";
import { type EventData, sentenceParts, subjectAddress, type Telling, type Told } from "@/domain/events/sentence";

/** What happened, as a sentence in which the thing leads to where it is; a thing that is only called `it` is no link. */
export function ToldSentence({
  event,
  it,
  timeZone,
}: { event: Told & { subjectId: string; data: EventData } } & Telling) {
  const { before, subject, after } = sentenceParts(event, { it, timeZone });
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

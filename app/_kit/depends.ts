import { instantIn, type Tag } from "@/domain/events/tags";
import { onReply } from "./reply";

/** The headers in which an answer says what it depends on, and until when it holds: see press/ and DESIGN's section 4. */
const TAGS = "surrogate-key";
const UNTIL = "x-masthead-until";

/**
 * Says what the page or file that is being made depends on. What never says so is never kept. Called as often as there
 * are reads: the tags add up.
 */
export function dependsOn(...tags: readonly (readonly Tag[] | Tag)[]): void {
  for (const ends of tags.flat().map(instantIn)) if (ends) holdsUntil(ends);
  onReply((reply) => {
    const said = String(reply.getHeader(TAGS) ?? "");
    const all = new Set([...said.split(" "), ...tags.flat()].filter((one) => one && !instantIn(one)));
    reply.setHeader(TAGS, [...all].join(" "));
  });
}

/** Says that what is being made ends to be right at an instant; of several the earliest counts. */
export function holdsUntil(at: Date): void {
  onReply((reply) => {
    const said = Number(reply.getHeader(UNTIL) ?? Number.POSITIVE_INFINITY);
    reply.setHeader(UNTIL, String(Math.min(said, at.getTime())));
  });
}

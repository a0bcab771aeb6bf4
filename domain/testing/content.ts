import { makeByline, makeSection } from "@/db/factories";
import { EMPTY_ARTICLE, type ReadersContent } from "@/domain/articles/article";
import type { Body } from "@/domain/articles/body";

/** A body of one paragraph. */
export function bodyOf(text: string): Body {
  return { version: 1, blocks: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}

/** A content with nothing missing, in a section and under a byline of its own unless given. */
export async function completeContent(given: Partial<ReadersContent> = {}): Promise<ReadersContent> {
  return {
    ...EMPTY_ARTICLE,
    headline: "The bridge reopens",
    standfirst: "After two winters the ferries rest.",
    body: bodyOf("The first bus crossed at six."),
    ...given,
    sectionId: given.sectionId ?? (await makeSection()).id,
    bylineIds: given.bylineIds ?? [(await makeByline()).id],
  };
}

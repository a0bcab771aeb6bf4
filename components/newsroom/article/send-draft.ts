import { z } from "zod";
import { ArticleContent, CONTENT_FIELDS, type SaveDraft } from "@/domain/articles/article";
import { routes } from "@/lib/routes";
import type { SaveAnswer } from "./saver";

const Instant = z.iso.datetime().transform((text) => new Date(text));

const Answer = z.union([
  z.object({ saved: z.object({ version: z.number(), savedAt: Instant, joined: ArticleContent.optional() }) }),
  z.object({
    conflict: z.object({
      current: ArticleContent,
      fields: z.array(z.enum(CONTENT_FIELDS)),
      version: z.number(),
      savedBy: z.string(),
      savedAt: Instant,
      keptRevisionId: z.string(),
    }),
  }),
]);

const Refused = z.object({ message: z.string() });

/** How long an answer may take, in milliseconds. */
const PATIENCE = 20_000;

/** Sends a save to the server. @throws when no answer came, or the server is at fault: then it is worth trying again */
export async function sendDraft(save: SaveDraft): Promise<SaveAnswer> {
  const response = await fetch(routes.newsroom.draft(save.id), {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(save),
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (response.status === 401) return { kind: "signed-out" };
  if (response.status === 507) return { kind: "full" };
  if (response.status >= 500 || response.status === 429) throw new Error(`The server answered ${response.status}`);
  const body: unknown = await response.json();
  if (!response.ok) {
    return { kind: "refused", message: Refused.safeParse(body).data?.message ?? "The server refused this text." };
  }
  const answer = Answer.parse(body);
  return "saved" in answer ? { kind: "saved", ...answer.saved } : { kind: "conflict", conflict: answer.conflict };
}

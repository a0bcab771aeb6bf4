import { answer, endpoint } from "@/app/_kit/endpoint";
import { SaveDraft } from "@/domain/articles/article";
import { readArticle } from "@/domain/articles/desk";
import { saveDraft } from "@/domain/articles/editing";

/** Answers the draft as it stands, for a screen that asks whether it still shows the latest. */
export async function GET(request: Request, { params }: RouteContext<"/newsroom/articles/[id]/draft">) {
  const { id } = await params;
  return answer(request, async (actor) => {
    const { version, plan, readers, content, savedAt } = await readArticle(actor, id);
    return { version, stage: plan.stage, readers, content, savedAt };
  });
}

/**
 * Saves the draft and answers the SaveResult. That somebody else saved the same field first is an answer too (200,
 * `conflict`), not a refusal: the text that was sent is kept.
 */
export const PUT = endpoint(SaveDraft, saveDraft);

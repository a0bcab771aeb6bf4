import { endpoint } from "@/app/_kit/endpoint";
import { SaveDraft } from "@/domain/articles/article";
import { saveDraft } from "@/domain/articles/editing";

/**
 * Saves the draft and answers the SaveResult. That somebody else saved first is an answer too (200, `conflict`), not a
 * refusal: the text that was sent is kept.
 */
export const PUT = endpoint(SaveDraft, saveDraft);

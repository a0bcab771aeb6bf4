import { answer, endpoint } from "@/app/_kit/endpoint";
import { NewByline } from "@/domain/taxonomy/byline";
import { createByline } from "@/domain/taxonomy/byline-keeping";
import { bylinesById, searchBylines } from "@/domain/taxonomy/desk";

/** The bylines that fit `?q=`, for the article's screen. */
export function GET(request: Request): Promise<Response> {
  return answer(request, (actor) => searchBylines(actor, new URL(request.url).searchParams.get("q") ?? ""));
}

/** Makes the byline of a guest without leaving the story; answers it. */
export const POST = endpoint(NewByline, async (actor, input) => {
  const event = await createByline(actor, input);
  const [byline] = await bylinesById(actor, [event.subjectId]);
  return byline;
});

import { answer, endpoint } from "@/app/_kit/endpoint";
import { searchTopics } from "@/domain/taxonomy/desk";
import { NewTopic } from "@/domain/taxonomy/topic";
import { createTopic } from "@/domain/taxonomy/topic-keeping";

/** The topics that fit `?q=`, for the article's screen. */
export function GET(request: Request): Promise<Response> {
  return answer(request, (actor) => searchTopics(actor, new URL(request.url).searchParams.get("q") ?? ""));
}

/** Makes a topic without leaving the story; answers it. */
export const POST = endpoint(NewTopic, createTopic);

import { answer } from "@/app/_kit/endpoint";
import { suggestKeywords } from "@/domain/media/keywords";

/** Keywords that begin as `?q=` says. */
export function GET(request: Request): Promise<Response> {
  return answer(request, (actor) => suggestKeywords(actor, new URL(request.url).searchParams.get("q") ?? ""));
}

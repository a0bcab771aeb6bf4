import { answer } from "@/app/_kit/endpoint";
import { find } from "@/domain/articles/finding";

/** What the command palette finds of `?q=`. */
export function GET(request: Request): Promise<Response> {
  return answer(request, (actor) => find(actor, new URL(request.url).searchParams.get("q")?.slice(0, 200) ?? ""));
}

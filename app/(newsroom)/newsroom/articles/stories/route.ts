import { answer } from "@/app/_kit/endpoint";
import { searchStories } from "@/domain/articles/desk";

/** The stories whose headlines fit `?q=`, for the article's screen; `?but=` leaves out the one that is being written. */
export function GET(request: Request): Promise<Response> {
  return answer(request, (actor) => {
    const { searchParams } = new URL(request.url);
    return searchStories(actor, searchParams.get("q") ?? "", searchParams.get("but") ?? "");
  });
}

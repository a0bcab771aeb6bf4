import { answer, endpoint } from "@/app/_kit/endpoint";
import { searchSeries } from "@/domain/taxonomy/desk";
import { NewSeries } from "@/domain/taxonomy/series";
import { createSeries } from "@/domain/taxonomy/series-keeping";

/** The series that fit `?q=`, for the article's screen. */
export function GET(request: Request): Promise<Response> {
  return answer(request, (actor) => searchSeries(actor, new URL(request.url).searchParams.get("q") ?? ""));
}

/** Makes a series without leaving the story; answers it. */
export const POST = endpoint(NewSeries, createSeries);

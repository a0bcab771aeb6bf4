import { answer } from "@/app/_kit/endpoint";
import { tusAnswer } from "@/app/_kit/tus";

/**
 * Where files come in, a piece at a time, by the protocol tus: POST begins an upload, HEAD says how much of it is there,
 * PATCH sends the next piece, DELETE gives it up. What came in is taken into the library by `take`.
 */
function serve(request: Request): Promise<Response> {
  return answer(request, (actor) => tusAnswer(request, actor));
}

export { serve as DELETE, serve as HEAD, serve as PATCH, serve as POST };

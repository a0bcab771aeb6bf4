import { answer } from "@/app/_kit/endpoint";
import { readFraming } from "@/domain/media/crops-desk";

/** Answers how the library crops a picture, as it is now. */
export async function GET(request: Request, { params }: RouteContext<"/newsroom/media/[id]/framing">) {
  const { id } = await params;
  return answer(request, (actor) => readFraming(actor, id));
}

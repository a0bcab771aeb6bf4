import { answer } from "@/app/_kit/endpoint";
import { readPictureRights } from "@/domain/articles/picture-rights";

/** What the library says of the rights to what the draft shows, for its checklist. */
export async function GET(request: Request, { params }: RouteContext<"/newsroom/articles/[id]/rights">) {
  const { id } = await params;
  return answer(request, (actor) => readPictureRights(actor, id));
}

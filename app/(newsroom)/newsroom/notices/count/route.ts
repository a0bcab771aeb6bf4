import { answer } from "@/app/_kit/endpoint";
import { countUnread } from "@/domain/notices/desk";

/** How many notices whoever asks has not read. */
export async function GET(request: Request) {
  return answer(request, async (actor) => ({ unread: await countUnread(actor) }));
}

import { answer, endpoint } from "@/app/_kit/endpoint";
import { Commenting } from "@/domain/articles/comment";
import { comment, deleteComment, editComment, reopenThread, resolveThread } from "@/domain/articles/commenting";
import { readConversation } from "@/domain/articles/conversation";

/** What was said about the story, for its screen, which asks every few seconds. */
export async function GET(request: Request, { params }: RouteContext<"/newsroom/articles/[id]/comments">) {
  const { id } = await params;
  return answer(request, (actor) => readConversation(actor, id));
}

/** Comments, answers, changes or settles: the deed is in what is sent. */
export const POST = endpoint(Commenting, async (actor, input) => {
  switch (input.deed) {
    case "comment":
      return comment(actor, input);
    case "edit":
      return editComment(actor, input);
    case "delete":
      return deleteComment(actor, input);
    case "resolve":
      return resolveThread(actor, input);
    case "reopen":
      return reopenThread(actor, input);
  }
});

import type { ReactNode } from "react";
import { currentPublication, findActor } from "@/app/_kit/session";
import { askPasskey } from "@/app/(account)/sign-in/actions";
import { ConfirmProvider } from "@/components/newsroom/people/confirm-provider";
import { Shell } from "@/components/newsroom/shell";
import { countUnread } from "@/domain/notices/desk";
import { confirm } from "./account/factors/actions";
import { signOut } from "./actions";
import { startArticle } from "./articles/actions";

// There is no loading.tsx below: with one, Next would answer 200 and begin to stream before a page could refuse or
// send to sign-in. Pages take milliseconds; the navigation shows that it heard a click.

/** The newsroom's frame. It shows, it does not guard: each page asks for its actor by itself. */
export default async function NewsroomFrame({ children }: { children: ReactNode }) {
  const [actor, publication] = await Promise.all([findActor(), currentPublication()]);
  if (!actor) return children;
  const unread = await countUnread(actor);
  return (
    <ConfirmProvider email={actor.email} confirm={confirm} askPasskey={askPasskey}>
      <Shell
        publicationName={publication?.name ?? "Masthead"}
        actor={actor}
        unread={unread}
        signOut={signOut}
        startArticle={startArticle}
      >
        {children}
      </Shell>
    </ConfirmProvider>
  );
}

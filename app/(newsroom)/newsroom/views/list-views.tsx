import { SavedViews } from "@/components/newsroom/views/saved-views";
import { type Actor, can } from "@/domain/people/staff";
import { listViews } from "@/domain/views/desk";
import { askedQuery, type List, mayRemove } from "@/domain/views/view";
import type { Asked } from "@/lib/asked";
import { removeView, saveView } from "./actions";

/** The kept views of a list, above it. @param address of the whole list */
export async function ListViews({
  actor,
  list,
  address,
  asked,
}: {
  actor: Actor;
  list: List;
  address: string;
  asked: Asked;
}) {
  const views = await listViews(actor, list);
  return (
    <SavedViews
      list={list}
      address={address}
      query={askedQuery(asked)}
      views={views.map(({ ownerId, ...view }) => ({
        ...view,
        own: ownerId === actor.id,
        removable: mayRemove(actor, { ownerId, shared: view.shared }),
      }))}
      mayShare={can(actor, "view.share")}
      save={saveView}
      remove={removeView}
    />
  );
}

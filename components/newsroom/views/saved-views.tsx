"use client";

import { Users } from "lucide-react";
import { FormDialog } from "@/components/newsroom/form-dialog";
import { Link } from "@/components/newsroom/link";
import { Checkbox, TextField } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";

type View = {
  id: string;
  name: string;
  query: string;
  shared: boolean;
  owner: string;
  own: boolean;
  removable: boolean;
};

/** The views that somebody kept of a list, one's own and those shared with all, and a way to keep the present one. */
export function SavedViews({
  list,
  address,
  query,
  views,
  mayShare,
  save,
  remove,
}: {
  list: string;
  /** Of the whole list. */
  address: string;
  /** What the list is narrowed to now; empty where it is whole. */
  query: string;
  views: View[];
  mayShare: boolean;
  save: FormAction;
  remove: FormAction;
}) {
  const present = views.find((view) => view.query === query);
  if (views.length === 0 && !query) return null;
  return (
    <div className="mb-6 flex flex-wrap items-center gap-2">
      {views.length > 0 && (
        <nav aria-label="Saved views">
          <ul className="flex flex-wrap gap-2">
            {views.map((view) => (
              <li key={view.id}>
                <Link
                  href={`${address}?${view.query}`}
                  aria-current={view === present ? "page" : undefined}
                  title={view.shared ? `Shared with all by ${view.owner}` : undefined}
                  className="inline-flex min-h-9 items-center gap-1.5 rounded-full border border-edge bg-raised px-3 text-sm text-ink no-underline hover:bg-wash aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper pointer-coarse:min-h-11"
                >
                  {view.shared && <Users size={14} aria-hidden />}
                  {view.name}
                  {view.shared && <span className="sr-only"> (shared with all)</span>}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {query && !present && (
        <FormDialog
          open="Save this view"
          openLook="quiet"
          title="Save this view"
          intro="It keeps the filters, and shows what they let through whenever it is opened. A view of yours by the same name is replaced."
          action={save}
          submit="Save the view"
          hidden={{ list, query }}
        >
          {({ error, value }) => (
            <>
              <TextField
                label="Name"
                name="name"
                maxLength={60}
                autoComplete="off"
                required
                defaultValue={value("name")}
                error={error("name")}
              />
              {mayShare && (
                <Checkbox
                  label="Share it with all"
                  hint="Everybody on the staff is offered it; each sees what they may."
                  name="shared"
                />
              )}
            </>
          )}
        </FormDialog>
      )}
      {present?.removable && (
        <ActionForm
          action={remove}
          submit="Remove this view"
          about={`: ${present.name}${present.shared ? ", for everybody" : ""}`}
          look="quiet"
          hidden={{ id: present.id }}
          className=""
        />
      )}
    </div>
  );
}

"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Missing } from "@/domain/articles/article";
import type { Checklist } from "@/domain/articles/checklist";
import { controlFor } from "./fields";

/** What keeps a story from readers, and what an editor should have seen; each leads to its field. */
export function Checks({
  checklist: { blocking, advisory },
  goTo,
}: {
  checklist: Checklist;
  goTo: (control: HTMLElement | null) => void;
}) {
  return (
    <>
      {blocking.length > 0 && (
        <List
          title="Before readers can see it"
          icon={<CircleAlert aria-hidden size={18} className="mt-1.5 shrink-0 text-bad" />}
          items={blocking}
          goTo={goTo}
        />
      )}
      {advisory.length > 0 && (
        <List
          title="Worth a look"
          icon={<TriangleAlert aria-hidden size={18} className="mt-1.5 shrink-0 text-warn" />}
          items={advisory}
          goTo={goTo}
        />
      )}
    </>
  );
}

function List({
  title,
  icon,
  items,
  goTo,
}: {
  title: string;
  icon: ReactNode;
  items: Missing[];
  goTo: (control: HTMLElement | null) => void;
}) {
  return (
    <section aria-label={title} className="grid gap-1">
      <h3 className="text-sm font-semibold">{title}</h3>
      <ul>
        {items.map(({ field, message }) => (
          <li key={message} className="flex gap-2">
            {icon}
            <button
              type="button"
              className="cursor-pointer py-1 text-left text-link underline underline-offset-2"
              onClick={() => goTo(controlFor(field, message))}
            >
              {message}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { type ComponentProps, type ReactElement, type ReactNode, useRef } from "react";
import { keepFocus, useKeptFocus } from "./use-kept-focus";

const FIELDS = "form :is(input:not([type=hidden]), select, textarea)";

/** A modal dialog: titled, focus kept inside, closed with Escape. Controlled where `open` is given. */
export function Dialog({
  title,
  intro,
  trigger,
  open,
  onOpenChange,
  wide,
  finalFocus,
  children,
}: {
  title: string;
  intro?: ReactNode;
  /** The button that opens it. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** "most": for what is looked at, rather than read. */
  wide?: boolean | "most";
  /** What takes the focus once it is closed, where that is not what had it before. */
  finalFocus?: ComponentProps<typeof Base.Popup>["finalFocus"];
  children: ReactNode;
}) {
  const popup = useRef<HTMLDivElement>(null);
  useKeptFocus();
  return (
    // What opened it may be gone by its doing.
    <Base.Root open={open} onOpenChange={onOpenChange} onOpenChangeComplete={(isOpen) => isOpen || keepFocus()}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/50" />
        <Base.Popup
          ref={popup}
          // A dialog that asks begins at what it asks, not at the way out. A finger would be met by the keyboard at once.
          initialFocus={(by) => (by === "touch" ? null : (popup.current?.querySelector<HTMLElement>(FIELDS) ?? null))}
          finalFocus={finalFocus}
          className={`fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-lg border border-line bg-raised p-6 text-ink shadow-xl ${wide === "most" ? "max-w-7xl" : wide ? "max-w-4xl" : "max-w-lg"}`}
        >
          <div className="mb-4 flex items-start justify-between gap-4">
            <Base.Title className="font-serif text-2xl font-semibold">{title}</Base.Title>
            <Base.Close className="cursor-pointer rounded-md px-2 text-sm font-semibold underline">Close</Base.Close>
          </div>
          {intro && <Base.Description className="mb-4 text-muted">{intro}</Base.Description>}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

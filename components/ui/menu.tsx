"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { clsx } from "clsx";
import { Check } from "lucide-react";
import { type ReactElement, type ReactNode, useRef } from "react";

/**
 * A menu under a button: arrows go along it, letters too, Escape closes it. What an item does takes the focus where it
 * belongs; only a menu that is closed without a choice gives it back to its button.
 * @param children asked each time it opens, where it depends on what is so then.
 */
export function Menu({
  trigger,
  children,
}: {
  /** The button that opens it. */
  trigger: ReactElement;
  children: ReactNode | (() => ReactNode);
}) {
  const chosen = useRef(false);
  return (
    <Base.Root
      modal={false}
      onOpenChange={(open, { reason }) => {
        chosen.current = !open && reason === "item-press";
      }}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        {/* Fixed, for its button may be in a bar that stays: what one is about to press does not move with the page. */}
        <Base.Positioner
          positionMethod="fixed"
          sideOffset={4}
          align="start"
          collisionPadding={8}
          className="z-50 outline-none"
        >
          <Base.Popup
            finalFocus={() => !chosen.current}
            className="max-h-[var(--available-height)] min-w-56 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-md border border-line bg-raised py-1.5 font-sans text-[0.9375rem] text-ink shadow-lg outline-none"
          >
            {typeof children === "function" ? <Asked ask={children} /> : children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Drawn only while the menu is open. */
function Asked({ ask }: { ask: () => ReactNode }) {
  return ask();
}

/** Items that belong together. */
export function MenuGroup({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Base.Group className="not-first:mt-1.5 not-first:border-line not-first:border-t not-first:pt-1.5">
      <Base.GroupLabel className="px-3 py-1 text-xs font-semibold tracking-wide text-muted">{name}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

export function MenuItem({
  name,
  icon,
  keys,
  checked,
  disabled,
  onPress,
}: {
  name: string;
  icon?: ReactNode;
  /** The keys that do the same. */
  keys?: string;
  /** Of what is on or off: whether it is on. */
  checked?: boolean;
  disabled?: boolean;
  onPress: () => void;
}) {
  const given = {
    disabled,
    onClick: onPress,
    className: clsx(
      "flex min-h-10 cursor-pointer items-center gap-3 px-3 py-1.5 outline-none sm:min-h-9 pointer-coarse:min-h-11",
      "data-highlighted:bg-ink data-highlighted:text-paper data-disabled:cursor-not-allowed data-disabled:opacity-50",
    ),
  };
  const shown = (
    <>
      {icon}
      {name}
      {checked && <Check size={16} className="ml-auto" aria-hidden />}
      {keys && (
        <kbd aria-hidden className="ml-auto pl-4 font-sans text-sm opacity-75 pointer-coarse:hidden">
          {keys}
        </kbd>
      )}
    </>
  );
  if (checked === undefined) return <Base.Item {...given}>{shown}</Base.Item>;
  return (
    <Base.CheckboxItem checked={checked} closeOnClick {...given}>
      {shown}
    </Base.CheckboxItem>
  );
}

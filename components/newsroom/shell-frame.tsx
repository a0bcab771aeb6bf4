"use client";

import { Menu } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useId, useRef } from "react";

/** The column beside the page; on a small screen a bar above it, whose menu opens before scripts do. */
export function ShellFrame({
  brand,
  bell,
  finder,
  children,
}: {
  brand: ReactNode;
  bell: ReactNode;
  finder: ReactNode;
  children: ReactNode;
}) {
  const pathname = usePathname();
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);

  // Going to another page closes it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is what it depends on
  useEffect(() => menu.current?.hidePopover(), [pathname]);

  return (
    <header
      data-shell-bar=""
      className="border-b border-line bg-wash lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:overflow-y-auto lg:border-r lg:border-b-0 print:hidden"
    >
      <div className="flex h-15 items-center justify-between gap-3 px-4 lg:h-auto lg:flex-col lg:items-start lg:gap-0 lg:px-5 lg:pt-6">
        <div className="max-lg:contents lg:relative lg:w-full">
          <div className="min-w-0 max-lg:grow">{brand}</div>
          <div className="lg:absolute lg:-top-1 lg:-right-2">{bell}</div>
        </div>
        {finder}
        <button
          type="button"
          popoverTarget={id}
          className="inline-flex min-h-10 shrink-0 cursor-pointer items-center gap-2 rounded-md border border-edge bg-raised px-3 text-sm font-semibold lg:hidden"
        >
          <Menu aria-hidden size={18} />
          Menu
        </button>
      </div>
      <div
        ref={menu}
        id={id}
        popover="auto"
        className="inset-x-0 top-15 bottom-auto m-0 max-h-[calc(100dvh-3.75rem)] w-full max-w-none border-0 border-b border-line bg-wash px-2 pt-0 pb-4 text-ink shadow-lg lg:static lg:flex lg:max-h-none lg:grow lg:flex-col lg:overflow-visible lg:border-b-0 lg:px-3 lg:shadow-none"
      >
        {children}
      </div>
    </header>
  );
}

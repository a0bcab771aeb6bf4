"use client";

import { Menu, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";

/** The column beside the page; on a small screen a bar above it, whose menu opens and closes. */
export function ShellFrame({ brand, children }: { brand: ReactNode; children: ReactNode }) {
  const pathname = usePathname();
  // Open at one page only: going to another closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === pathname;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const closeByKey = ({ key }: KeyboardEvent) => {
      if (key !== "Escape") return;
      setOpenAt(null);
      button.current?.focus();
    };
    document.addEventListener("keydown", closeByKey);
    return () => document.removeEventListener("keydown", closeByKey);
  }, [open]);

  return (
    <header className="border-b border-line bg-wash lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:overflow-y-auto lg:border-r lg:border-b-0 print:hidden">
      <div className="flex items-center justify-between gap-3 px-4 py-2.5 lg:px-5 lg:pt-6 lg:pb-0">
        {brand}
        <button
          ref={button}
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpenAt(open ? null : pathname)}
          className="inline-flex min-h-10 shrink-0 cursor-pointer items-center gap-2 rounded-md border border-edge bg-raised px-3 text-sm font-semibold lg:hidden"
        >
          {open ? <X aria-hidden size={18} /> : <Menu aria-hidden size={18} />}
          Menu
        </button>
      </div>
      <div id={id} className={`${open ? "flex" : "hidden"} grow flex-col px-2 pb-4 lg:flex lg:px-3`}>
        {children}
      </div>
    </header>
  );
}

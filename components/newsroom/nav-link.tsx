"use client";

import { clsx } from "clsx";
import { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/newsroom/link";

/** A place in the newsroom, marked while one is in it. */
export function NavLink({
  href,
  icon,
  exact = false,
  children,
}: {
  href: string;
  icon?: ReactNode;
  /** Whether one is in it on its own page alone: everything else lies below it. */
  exact?: boolean;
  children: ReactNode;
}) {
  const pathname = usePathname();
  const here = pathname === href || (!exact && pathname.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      aria-current={here ? "page" : undefined}
      className={clsx(
        "flex min-h-10 items-center gap-3 rounded-md px-3 text-[0.9375rem] no-underline lg:min-h-9",
        here ? "bg-raised font-semibold text-ink shadow-sm ring-1 ring-line" : "text-ink hover:bg-line/50",
      )}
    >
      <span aria-hidden className={here ? "text-accent" : "text-muted"}>
        {icon}
      </span>
      <span className="grow">{children}</span>
      <OnItsWay />
    </Link>
  );
}

/** Shows that a click was heard, once the next page takes longer than one would wait without a word. */
function OnItsWay() {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden
      className={clsx(
        "size-2 rounded-full bg-accent transition-opacity delay-150",
        pending ? "animate-pulse opacity-100" : "opacity-0",
      )}
    />
  );
}

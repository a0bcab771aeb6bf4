"use client";

import { clsx } from "clsx";
import { Bell } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { Link } from "@/components/newsroom/link";
import { routes } from "@/lib/routes";

/** How often it is looked for news while nobody goes anywhere, in milliseconds. */
const LOOK_EVERY = 60_000;

/** Leads to the notices, and says how many of them are unread: it looks at each page, and now and then. */
export function NoticesBell({ unread: initially }: { unread: number }) {
  const pathname = usePathname();
  const here = pathname === routes.newsroom.notices();
  const unread = useUnread(initially, pathname);
  return (
    <Link
      href={routes.newsroom.notices()}
      aria-current={here ? "page" : undefined}
      aria-label={unread === 0 ? "Notices" : `Notices, ${unread} unread`}
      title="Notices"
      className={clsx(
        "relative grid size-10 shrink-0 place-items-center rounded-md text-ink hover:bg-line/50",
        here && "bg-raised shadow-sm ring-1 ring-line",
      )}
    >
      <Bell size={20} aria-hidden />
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute top-0.5 right-0 min-w-5 rounded-full bg-accent px-1 text-center text-xs leading-5 font-bold text-on-accent tabular-nums"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </Link>
  );
}

function useUnread(initially: number, pathname: string): number {
  // A page that was drawn anew knows better.
  const [told, setTold] = useState({ initially, unread: initially });
  if (told.initially !== initially) setTold({ initially, unread: initially });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page looks anew
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== "visible") return;
      const response = await fetch(routes.newsroom.noticeCount()).catch(() => null);
      if (!response?.ok) return;
      const { unread } = await response.json();
      setTold((before) => ({ ...before, unread: Number(unread) || 0 }));
    };
    const lookAgain = () => void look();
    lookAgain();
    const timer = setInterval(lookAgain, LOOK_EVERY);
    window.addEventListener("focus", lookAgain);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", lookAgain);
    };
  }, [pathname]);
  return told.unread;
}

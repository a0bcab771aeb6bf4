"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { type LibraryQuery, libraryAddress } from "@/domain/media/library";
import { routes } from "@/lib/routes";
import { LibraryBrowser } from "./library-browser";
import type { Shelves } from "./library-words";

/** The library on its own page, narrowed by its address. */
export function MediaLibrary({
  query,
  shelves,
  canBin,
  told,
  children,
}: {
  query: LibraryQuery;
  shelves: Shelves;
  canBin: boolean;
  told: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const narrow = (next: LibraryQuery) =>
    start(() => {
      const address = routes.newsroom.media(libraryAddress(next));
      // Each letter that is typed is no page to go back to.
      if (next.q === query.q) router.push(address, { scroll: false });
      else router.replace(address, { scroll: false });
    });
  return (
    <div data-library>
      <LibraryBrowser
        query={query}
        shelves={shelves}
        address={routes.newsroom.media()}
        canBin={canBin}
        told={told}
        busy={pending}
        onNarrow={narrow}
      >
        {children}
      </LibraryBrowser>
    </div>
  );
}

"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { startTransition, useEffect, useEffectEvent, useId, useState } from "react";
import type { FormAction } from "@/components/ui/form";
import { routes } from "@/lib/routes";
import { below, type Offer, type OfferGroup, offersFor, type Place, storyAt } from "./offers";
import { useFound } from "./use-found";

/**
 * Finds stories, people, pages and commands from anywhere in the newsroom: by its button, or by Ctrl and K (⌘K). In the
 * text of a story these keys make a link, as everywhere.
 */
export function Palette({
  places,
  mayBegin,
  mayReadTrail,
  startArticle,
  signOut,
}: {
  places: Place[];
  mayBegin: boolean;
  mayReadTrail: boolean;
  startArticle: FormAction;
  signOut: () => Promise<void>;
}) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const router = useRouter();
  const storyId = storyAt(usePathname());
  const { found, status, again } = useFound(typed, open);

  const show = (next: boolean) => {
    setOpen(next);
    if (next) setTyped("");
  };
  useKeys(open, show);
  // Only the browser knows which keys it has.
  const [keys, setKeys] = useState("Ctrl K");
  useEffect(() => {
    if (/Mac|iP(hone|ad|od)/.test(navigator.platform)) setKeys("⌘ K");
  }, []);

  const commands: Offer[] = [
    ...(mayBegin
      ? [
          { id: "new", name: "New article", to: { deed: "new-article" as const } },
          { id: "idea", name: "New idea", to: { href: routes.newsroom.newIdea() } },
        ]
      : []),
    ...(storyId ? ofStory(storyId, mayReadTrail) : []),
    { id: "site", name: "View the site", to: { href: routes.home(), newTab: true } },
    { id: "out", name: "Sign out", to: { deed: "sign-out" } },
  ];
  const groups = useInPlace(
    `${open} ${typed}`,
    offersFor(typed, { places, commands, found, looking: status === "looking" }),
  );

  const choose = ({ to }: Offer) => {
    show(false);
    if ("href" in to) {
      if (to.newTab) window.open(to.href, "_blank", "noopener");
      else router.push(to.href);
      return;
    }
    startTransition(async () => {
      if (to.deed === "sign-out") await signOut();
      else await startArticle(null, new FormData());
    });
  };

  return (
    <Dialog.Root open={open} onOpenChange={show}>
      <Dialog.Trigger className="inline-flex min-h-10 shrink-0 cursor-pointer items-center gap-2 rounded-md border border-edge bg-raised px-3 text-sm text-muted hover:text-ink max-lg:ml-auto lg:mt-4 lg:w-full">
        <Search aria-hidden size={18} />
        <span className="max-sm:sr-only">Find or go to</span>
        <kbd aria-hidden className="ml-auto font-sans text-xs pointer-coarse:hidden max-lg:hidden">
          {keys}
        </kbd>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/50" />
        <Dialog.Popup
          aria-label="Find or go to"
          className="fixed top-2 left-1/2 z-50 flex max-h-[calc(100dvh-1rem)] w-[calc(100vw-1rem)] max-w-xl -translate-x-1/2 flex-col overflow-hidden rounded-lg border border-line bg-raised text-ink shadow-xl sm:top-[12vh] sm:max-h-[76vh]"
        >
          <Autocomplete.Root
            open
            inline
            items={groups.map(({ name, items }) => ({ value: name, items }))}
            filter={null}
            value={typed}
            onValueChange={(text, { reason }) => reason === "item-press" || setTyped(text)}
            itemToStringValue={(item: Offer) => item.name}
            autoHighlight="always"
            keepHighlight
          >
            <Finder groups={groups} status={status} again={again} typed={typed} choose={choose} />
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Finder({
  groups,
  status,
  again,
  typed,
  choose,
}: {
  groups: OfferGroup[];
  status: "looking" | "found" | "failed";
  again: () => void;
  typed: string;
  choose: (offer: Offer) => void;
}) {
  const hint = useId();
  return (
    <>
      <div className="flex items-center gap-2 border-line border-b pr-2 pl-4">
        <Search aria-hidden size={18} className="shrink-0 text-muted" />
        <Autocomplete.Input
          aria-label="Find stories, people, pages and commands"
          aria-describedby={hint}
          placeholder="Stories, people, pages, commands"
          maxLength={200}
          className="min-h-13 min-w-0 grow bg-transparent text-base outline-none placeholder:text-muted"
        />
        <Dialog.Close className="min-h-10 cursor-pointer rounded-md px-2 text-sm font-semibold underline">
          Close
        </Dialog.Close>
      </div>
      <span id={hint} className="sr-only">
        Arrows choose, Enter opens, Escape closes.
      </span>
      {/* The list itself scrolls: it is read and moved through from the field. */}
      <div className="flex min-h-0 flex-col py-2">
        <Autocomplete.List className="min-h-0 overflow-y-auto overscroll-contain empty:hidden">
          {(group: { value: string; items: Offer[] }) => (
            <Autocomplete.Group key={group.value} items={group.items} className="pb-2">
              <Autocomplete.GroupLabel className="px-4 py-1 text-xs font-semibold tracking-wide text-muted">
                {group.value}
              </Autocomplete.GroupLabel>
              <Autocomplete.Collection>
                {(offer: Offer) => (
                  <Autocomplete.Item
                    key={offer.id}
                    value={offer}
                    onClick={() => choose(offer)}
                    className="group flex min-h-11 cursor-pointer flex-wrap items-baseline gap-x-3 px-4 py-2.5 outline-none data-highlighted:bg-ink data-highlighted:text-paper sm:min-h-10 sm:py-2"
                  >
                    <span className="min-w-0 [overflow-wrap:anywhere]">{offer.name}</span>
                    {offer.about && (
                      <span className="text-sm text-muted max-sm:basis-full sm:ml-auto group-data-highlighted:text-paper">
                        {offer.about}
                      </span>
                    )}
                  </Autocomplete.Item>
                )}
              </Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
        <p role="status" className="shrink-0 px-4 text-sm text-muted not-empty:py-1">
          {status === "looking" && "Looking for stories and people…"}
          {status === "failed" && "Stories and people could not be looked for."}
          {status === "found" &&
            groups.length === 0 &&
            `Nothing is called “${typed.trim()}”. Try fewer or other words.`}
        </p>
        {status === "failed" && (
          <button
            type="button"
            onClick={again}
            className="mx-4 min-h-10 shrink-0 cursor-pointer self-start text-sm font-semibold text-link underline"
          >
            Try again
          </button>
        )}
      </div>
    </>
  );
}

function ofStory(id: string, mayReadTrail: boolean): Offer[] {
  const trail = new URLSearchParams({ subject: `article:${id}` }).toString();
  return [
    { id: "preview", name: "Preview this story", to: { href: routes.newsroom.preview(id), newTab: true } },
    ...(mayReadTrail
      ? [{ id: "trail", name: "Audit trail of this story", to: { href: routes.newsroom.audit(trail) } }]
      : []),
  ];
}

/** The lines as they are shown: as long as the text is the same, each stays where it is. */
function useInPlace(text: string, all: OfferGroup[]): OfferGroup[] {
  const [shown, setShown] = useState({ text, groups: all });
  const groups = shown.text === text ? below(shown.groups, all) : all;
  if (shown.text !== text || countOf(groups) !== countOf(shown.groups)) setShown({ text, groups });
  return groups;
}

function countOf(groups: OfferGroup[]): number {
  return groups.reduce((count, { items }) => count + items.length, 0);
}

function useKeys(open: boolean, show: (open: boolean) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isMod = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (event.defaultPrevented || !isMod || event.key.toLowerCase() !== "k") return;
    // Another dialog asks something: it is not to be covered.
    if (!open && document.querySelector("[role=dialog], [role=alertdialog]")) return;
    event.preventDefault();
    show(!open);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

import { Said, Slot } from "@/components/article/slot";
import type { Words } from "@/lib/words";

/** The stories kept on the reader's device: an empty shell, which reader/saved.ts fills there. */
export function SavedStories({ words }: { words: Words }) {
  const named = { headline: "{headline}" };
  return (
    <>
      <p className="no-script max-w-prose text-lg text-muted">{words("savedNeedsScript")}</p>
      <saved-stories
        className="needs-script block lg:max-w-[45rem]"
        data-removed={words("savedGone", named)}
        data-taken-down={words("savedTakenDown", named)}
      >
        <p data-offline="" hidden className="mb-6 border-s-3 border-accent ps-4 font-sans font-semibold">
          {words("savedOffline")}
        </p>
        <p data-unable="" hidden className="max-w-prose text-lg text-muted">
          {words("savedUnable")}
        </p>
        <p data-empty="" hidden className="italic-serif max-w-prose text-xl text-muted">
          {words("savedEmpty")}
        </p>
        <Slot as="ul" data-list="" />
        <ul hidden>
          <li data-row="" className="flex items-start justify-between gap-6 border-t border-line py-5">
            <div className="min-w-0 wrap-anywhere">
              <h2 className="text-[1.25rem] leading-[1.2] font-semibold tracking-[-0.01em]">
                {/* Its address and words are those of a story. */}
                <a href="/saved" className="underline-offset-3 hover:underline">
                  {words("savedStories")}
                </a>
              </h2>
              <p data-standfirst="" className="mt-1.5 leading-[1.45] text-muted">
                {words("savedStories")}
              </p>
              <p className="mt-1.5 font-sans text-[0.8125rem] text-muted">
                {words("savedOn")} <time>{words("savedStories")}</time>
              </p>
            </div>
            <button type="button" className="tool font-sans shrink-0" aria-label={words("savedRemoveNamed", named)}>
              {words("savedRemove")}
            </button>
          </li>
          <li
            data-gone=""
            className="flex items-center justify-between gap-6 border-t border-line py-5 font-sans text-muted"
          >
            <span data-words="" className="min-w-0 wrap-anywhere">
              {words("savedGone", named)}
            </span>
            <button type="button" className="tool shrink-0" aria-label={words("savedUndoNamed", named)}>
              {words("savedUndo")}
            </button>
          </li>
        </ul>
        <Said />
      </saved-stories>
    </>
  );
}

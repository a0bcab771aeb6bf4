import type { Words } from "@/lib/words";
import { Slot } from "./slot";

/**
 * The dialog in which reader/lightbox.ts shows the pictures of a page: once in each page that has figures marked
 * `data-lightbox`. Without script it stays closed, and a figure's link leads to its file.
 */
export function Lightbox({ words }: { words: Words }) {
  return (
    <dialog className="lightbox font-sans" aria-label={words("pictures")}>
      <Slot className="lightbox-place" data-place="" />
      <div className="lightbox-foot">
        <Slot className="lightbox-words" data-caption="" />
        <div className="flex shrink-0 items-center gap-2">
          <Slot
            as="p"
            role="status"
            className="tabular-nums me-2 text-[0.9375rem]"
            data-count={words("pictureOf", { at: "{at}", of: "{of}" })}
          />
          <button type="button" data-do="previous" aria-label={words("picturePrevious")} className="tool">
            <span aria-hidden="true" className="rtl:-scale-x-100">
              ←
            </span>
          </button>
          <button type="button" data-do="next" aria-label={words("pictureNext")} className="tool">
            <span aria-hidden="true" className="rtl:-scale-x-100">
              →
            </span>
          </button>
          <button type="button" data-do="close" className="tool">
            {words("close")}
          </button>
        </div>
      </div>
    </dialog>
  );
}

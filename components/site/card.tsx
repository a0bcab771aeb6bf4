import { clsx } from "clsx";
import { Picture } from "@/components/article/picture";
import type { Card as Story } from "@/domain/articles/card";
import type { Crop } from "@/domain/media/asset";
import type { Locale } from "@/lib/time";
import { Moment } from "./moment";
import { Names } from "./names";

/** How large a story stands: the front's lead, atop a column, in a list with its picture beside, or as a line. */
export type CardSize = "lead" | "column" | "row" | "line";

const HEADLINES: Record<CardSize, string> = {
  lead: "text-[clamp(2rem,1.2rem+2.9vw,3.5rem)] leading-[1.04] font-medium tracking-[-0.025em]",
  column: "text-[1.375rem] leading-[1.16] font-semibold tracking-[-0.01em]",
  row: "text-[1.25rem] leading-[1.18] font-semibold tracking-[-0.01em] sm:text-[1.5rem]",
  line: "text-[1.0625rem] leading-[1.25] font-semibold",
};

const PICTURES: Record<Exclude<CardSize, "line">, { crop: Crop; sizes: string }> = {
  lead: { crop: "16x9", sizes: "(min-width: 80rem) 46rem, (min-width: 64rem) 58vw, 100vw" },
  column: { crop: "4x3", sizes: "(min-width: 64rem) 18rem, (min-width: 40rem) 45vw, 100vw" },
  row: { crop: "4x3", sizes: "(min-width: 40rem) 14rem, 7rem" },
};

/**
 * One story in a list. Its headline is its one link.
 * @param level of its headline, one below the heading of the list it stands in.
 */
export function Card({
  story,
  size,
  level,
  locale,
  picture = size !== "line",
  standfirst = size !== "line",
  label,
  eager = false,
}: {
  story: Story;
  size: CardSize;
  level: 2 | 3;
  locale: Locale;
  picture?: boolean;
  standfirst?: boolean;
  /** Said above the headline, such as the section where stories of several stand together. */
  label?: string;
  eager?: boolean;
}) {
  const Heading = `h${level}` as const;
  const shown = picture && size !== "line" && story.picture;
  return (
    <article className={clsx("relative", size === "row" && "flex items-start gap-4 sm:gap-6")}>
      {shown && (
        <div
          className={clsx(
            size === "row" && "order-last w-28 shrink-0 sm:w-56",
            size === "column" && "mb-3",
            size === "lead" && "-mx-5 mb-4 sm:mx-0",
          )}
        >
          <Picture
            sources={shown.sources}
            alt={size === "lead" ? shown.alt : ""}
            crop={PICTURES[size].crop}
            sizes={PICTURES[size].sizes}
            eager={eager}
            className="h-auto w-full bg-wash"
          />
        </div>
      )}
      <div className="min-w-0 flex-1">
        {label && <p className="mb-1 font-sans text-[0.8125rem] font-bold text-accent">{label}</p>}
        <Heading className={clsx(HEADLINES[size], "text-balance")}>
          <a href={story.path} className="card-link">
            {story.headline}
          </a>
        </Heading>
        {standfirst && story.standfirst && <Standfirst size={size} text={story.standfirst} />}
        <p className="mt-2 font-sans text-[0.8125rem] text-muted">
          {size === "row" || size === "lead" ? (
            <>
              <Names of={story.bylines} linked={false} />
              <span aria-hidden="true"> · </span>
              <Moment at={story.publishedAt} style={size === "lead" ? "short" : "day"} locale={locale} />
            </>
          ) : (
            <Moment at={story.publishedAt} style="short" locale={locale} />
          )}
        </p>
      </div>
    </article>
  );
}

function Standfirst({ size, text }: { size: CardSize; text: string }) {
  return (
    <p
      className={clsx(
        "mt-2 text-pretty",
        size === "lead" ? "text-xl leading-[1.4] lg:text-[1.3125rem]" : "text-[1.0625rem] leading-[1.42] text-muted",
        size === "row" && "hidden sm:block",
      )}
    >
      {text}
    </p>
  );
}

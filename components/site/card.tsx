import { clsx } from "clsx";
import { Picture } from "@/components/article/picture";
import type { Card as Story } from "@/domain/articles/card";
import { accentStyle } from "@/lib/colour";
import { directionOf } from "@/lib/language";
import type { Locale } from "@/lib/time";
import { CARD_CROPS } from "./card-crops";
import { CardOver } from "./card-over";
import { Moment } from "./moment";
import { Names } from "./names";

/**
 * How large a story stands: the front's lead; large in a section; one of several columns (on a phone, its picture
 * beside it); in a list with its picture beside it; an opinion under its writer's face; as a line.
 */
export type CardSize = "lead" | "feature" | "column" | "row" | "voice" | "line";

type Pictured = Exclude<CardSize, "voice" | "line">;

const HEADLINES: Record<CardSize, string> = {
  lead: "text-[clamp(2rem,1.2rem+2.9vw,3.5rem)] leading-[1.04] font-medium tracking-[-0.025em]",
  feature: "text-[clamp(1.625rem,1.3rem+1.3vw,2.25rem)] leading-[1.1] font-medium tracking-[-0.02em]",
  column: "text-[1.1875rem] leading-[1.2] font-semibold tracking-[-0.01em] sm:text-[1.3125rem]",
  row: "text-[1.25rem] leading-[1.18] font-semibold tracking-[-0.01em] sm:text-[1.5rem]",
  voice: "text-[1.25rem] leading-[1.2] font-medium tracking-[-0.01em]",
  line: "text-[1.0625rem] leading-[1.27] font-semibold",
};

const LARGE = "-mx-5 mb-4 sm:mx-0";

/** @property widest of use where it is small: each file that is offered costs every reader of the page some twenty bytes. */
const PICTURES: Record<Pictured, { sizes: string; place: string; widest?: number }> = {
  lead: { sizes: "(min-width: 80rem) 44rem, (min-width: 64rem) 65vw, 100vw", place: LARGE },
  feature: { sizes: "(min-width: 80rem) 37rem, (min-width: 64rem) 48vw, 100vw", place: LARGE },
  column: {
    sizes: "(min-width: 64rem) 18rem, (min-width: 40rem) 45vw, 7rem",
    widest: 768,
    place: "order-last w-28 max-w-[32%] shrink-0 sm:mb-3 sm:w-auto sm:max-w-none",
  },
  row: { sizes: "(min-width: 40rem) 14rem, 7rem", widest: 480, place: "order-last w-28 max-w-[32%] shrink-0 sm:w-56" },
};

const FRAMES: Record<CardSize, string> = {
  lead: "",
  feature: "",
  column: "flex items-start gap-4 sm:block",
  row: "flex items-start gap-4 sm:gap-6",
  voice: "",
  line: "",
};

const isPictured = (size: CardSize): size is Pictured => size !== "voice" && size !== "line";

/**
 * One story in a list. Its headline is its one link.
 * @param level of its headline, one below the heading of the list it stands in.
 */
export function Card({
  story,
  size,
  level,
  locale,
  picture = true,
  standfirst = isPictured(size),
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
  const placed =
    picture && isPictured(size) && story.picture
      ? { crop: CARD_CROPS[size], ...PICTURES[size], ...story.picture }
      : null;
  const tongue = story.language ? { lang: story.language, dir: directionOf(story.language) } : undefined;
  return (
    <article className={clsx("relative", placed && FRAMES[size])}>
      {placed && (
        <div className={placed.place}>
          <Picture
            sources={placed.sources}
            alt={size === "lead" ? placed.alt : ""}
            crop={placed.crop}
            sizes={placed.sizes}
            widest={placed.widest}
            eager={eager}
            className="h-auto w-full bg-wash"
          />
        </div>
      )}
      <div className="min-w-0 flex-1 wrap-anywhere">
        {size === "voice" ? (
          <Voice story={story} locale={locale} />
        ) : (
          <CardOver story={story} place={label} locale={locale} />
        )}
        <Heading {...tongue} className={clsx(HEADLINES[size], "text-balance")}>
          <a href={story.path} className="card-link">
            {story.headline}
          </a>
        </Heading>
        {standfirst && story.standfirst && <Standfirst size={size} text={story.standfirst} tongue={tongue} />}
        <Foot story={story} size={size} locale={locale} />
      </div>
    </article>
  );
}

function Standfirst({ size, text, tongue }: { size: CardSize; text: string; tongue?: { lang: string; dir: string } }) {
  return (
    <p
      {...tongue}
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

/** Who speaks: the face, and the names. */
function Voice({ story, locale }: { story: Story; locale: Locale }) {
  return (
    <div className="mb-3 flex items-center gap-3" style={accentStyle(story.section.accent)}>
      {story.portrait && (
        <Picture
          sources={story.portrait}
          alt=""
          crop={CARD_CROPS.voice}
          sizes="4rem"
          widest={320}
          className="size-16 shrink-0 rounded-full bg-paper"
        />
      )}
      <p className="min-w-0 font-sans text-[0.9375rem] leading-tight font-bold text-accent">
        <Names of={story.bylines} language={locale.language} linked={false} />
      </p>
    </div>
  );
}

/** When it came, and where there is room, by whom. */
function Foot({ story, size, locale }: { story: Story; size: CardSize; locale: Locale }) {
  const roomy = size === "lead" || size === "feature" || size === "row";
  return (
    <p className="mt-2 flex flex-wrap gap-x-2.5 gap-y-0.5 font-sans text-[0.8125rem] text-muted">
      {roomy && story.bylines.length > 0 && (
        <span className="text-ink">
          <Names of={story.bylines} language={locale.language} linked={false} />
        </span>
      )}
      <Moment at={story.publishedAt} style="listed" locale={locale} />
    </p>
  );
}

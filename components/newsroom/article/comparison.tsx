import type { Surroundings } from "./desk";
import type { Difference, Line, Names } from "./differences";

/** What the ids in a text are called, of what the screen knows. */
export function namesOf(around: Surroundings): Names {
  const nameOf = (known: { id: string; name: string }[], what: string) => (id: string) =>
    known.find((each) => each.id === id)?.name ?? `another ${what}`;
  return {
    section: nameOf(around.sections, "section"),
    topic: nameOf(around.topics, "topic"),
    byline: nameOf(around.bylines, "byline"),
    series: nameOf(around.series, "series"),
    story: nameOf(around.stories, "story"),
    said: (assetId) => around.pictures.find((picture) => picture.assetId === assetId),
  };
}

/** One field of two texts, side by side. */
export function Sides({
  mine,
  theirs,
  titles,
}: Pick<Difference, "mine" | "theirs"> & { titles: { mine: string; theirs: string } }) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Version title={titles.mine} lines={mine} />
      <Version title={titles.theirs} lines={theirs} />
    </div>
  );
}

function Version({ title, lines }: { title: string; lines: Line[] }) {
  return (
    <div className="rounded-md border border-line bg-paper p-3">
      <p className="mb-1 text-sm font-semibold text-muted">{title}</p>
      {lines.length === 0 && <p className="text-muted italic">Empty</p>}
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too
        tabIndex={0}
        aria-label={title}
        className="grid max-h-80 gap-2 overflow-y-auto font-serif leading-snug"
      >
        {lines.map(({ text, changed }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
          <p key={index} className="[overflow-wrap:anywhere]">
            {changed ? <mark className="rounded-xs bg-warn-wash px-0.5 text-ink">{text}</mark> : text}
          </p>
        ))}
      </section>
    </div>
  );
}

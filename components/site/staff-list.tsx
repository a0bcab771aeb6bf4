import { routes } from "@/lib/routes";
import type { Words } from "@/lib/words";

/** Who makes the paper, each with what they do there. */
export function StaffList({
  names,
  words,
}: {
  names: readonly { slug: string; name: string; title: string }[];
  words: Words;
}) {
  if (names.length === 0) return null;
  return (
    <section aria-labelledby="staff_names" className="mt-10 max-w-[38rem] border-t-2 border-ink pt-3">
      <h2 id="staff_names" className="text-[1.5rem] leading-none font-semibold tracking-[-0.02em]">
        {words("staff")}
      </h2>
      <ul className="mt-4 divide-y divide-line">
        {names.map(({ slug, name, title }) => (
          <li key={slug} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-2.5">
            <a href={routes.byline(slug)} className="text-[1.1875rem] font-semibold underline-offset-4 hover:underline">
              <bdi>{name}</bdi>
            </a>
            {title && <span className="font-sans text-[0.9375rem] text-muted">{title}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

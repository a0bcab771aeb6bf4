import type { Publication } from "@/domain/settings/settings";
import { routes } from "@/lib/routes";

/** The publication's name: large, and the page's title, on the front; a line that leads there elsewhere. */
export function Nameplate({ publication, front }: { publication: Publication; front: boolean }) {
  if (!front) {
    return (
      <div className="sheet flex items-baseline justify-center pt-4 pb-2 lg:justify-between">
        <a
          href={routes.home()}
          className="text-[clamp(1.6rem,1.2rem+1.6vw,2.1rem)] leading-none font-semibold tracking-[-0.02em] text-balance"
        >
          {publication.name}
        </a>
        {publication.tagline && <p className="hidden text-muted italic-serif lg:block">{publication.tagline}</p>}
      </div>
    );
  }
  return (
    <div className="sheet pt-6 text-center lg:pt-9">
      <h1 className="text-[clamp(2.6rem,1rem+7.2vw,5.75rem)] leading-[0.95] font-medium tracking-[-0.035em] text-balance">
        <a href={routes.home()}>{publication.name}</a>
      </h1>
      {publication.tagline && <p className="italic-serif mt-3 text-lg text-muted">{publication.tagline}</p>}
      <div className="double-rule mt-5" />
    </div>
  );
}

import type { Logo as Files } from "@/domain/settings/appearance";
import type { Publication } from "@/domain/settings/settings";
import { routes } from "@/lib/routes";
import { Logo } from "./logo";

/** The publication's name: large, and the page's title, on the front; a line that leads there elsewhere. */
export function Nameplate({
  publication: { name, tagline },
  logo,
  front,
}: {
  publication: Publication;
  logo: Files | null;
  front: boolean;
}) {
  if (!front) {
    return (
      <div className="sheet flex items-baseline justify-center pt-1 pb-2 lg:justify-between">
        <a
          href={routes.home()}
          className="text-[clamp(1.6rem,1.2rem+1.6vw,2.1rem)] leading-none font-semibold tracking-[-0.02em] text-balance"
        >
          {logo ? <Logo logo={logo} name={name} className="h-9 w-auto max-w-[70vw] object-contain lg:h-11" /> : name}
        </a>
        {tagline && <p className="hidden text-muted italic-serif lg:block">{tagline}</p>}
      </div>
    );
  }
  return (
    <div className="sheet pt-3 text-center lg:pt-4">
      <h1 className="text-[clamp(2.6rem,1rem+7.2vw,5.75rem)] leading-[0.95] font-medium tracking-[-0.035em] text-balance">
        <a href={routes.home()} className="inline-block">
          {logo ? (
            <Logo
              logo={logo}
              name={name}
              className="h-[clamp(3.5rem,2rem+5vw,6rem)] w-auto max-w-full object-contain"
            />
          ) : (
            name
          )}
        </a>
      </h1>
      {tagline && <p className="italic-serif mt-3 text-lg text-muted">{tagline}</p>}
      <div className="double-rule mt-5" />
    </div>
  );
}

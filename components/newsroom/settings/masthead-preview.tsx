import type { AssetSummary } from "@/domain/media/asset";
import { widestJpeg } from "@/domain/media/asset";
import { LOGO_HEIGHTS, type Typeface } from "@/domain/settings/appearance";
import { themeStyle } from "@/lib/colour";

/** The nameplate and a card as readers will see them, on light and on dark paper. For the eye alone: it says nothing new. */
export function MastheadPreview({
  name,
  tagline,
  accent,
  typeface,
  logo,
  darkLogo,
}: {
  name: string;
  tagline: string;
  accent: string;
  typeface: Typeface;
  logo: AssetSummary | null;
  darkLogo: AssetSummary | null;
}) {
  return (
    <figure className="grid gap-2">
      <figcaption className="text-sm font-semibold">What readers will see</figcaption>
      <div aria-hidden className="grid gap-4 sm:grid-cols-2 xl:grid-cols-1">
        {(["light", "dark"] as const).map((theme) => (
          <div
            key={theme}
            data-typeface={typeface}
            style={themeStyle(theme, accent)}
            className="overflow-hidden rounded-md border border-line bg-paper p-5 font-serif text-ink"
          >
            <div className="border-b-4 border-double border-ink pb-3 text-center">
              <Nameplate name={name} logo={theme === "dark" ? (darkLogo ?? logo) : logo} onLight={!darkLogo} />
              {tagline && <p className="mt-1.5 text-sm text-muted italic">{tagline}</p>}
            </div>
            <p className="mt-4 font-sans text-xs font-semibold text-accent">Harbour</p>
            <p className="mt-1 text-xl leading-[1.12] font-semibold tracking-[-0.01em]">
              The bridge opens again, a year late and in the rain
            </p>
            <p className="mt-1.5 text-[0.9375rem] leading-snug text-muted">
              Two hundred people walked across before the first tram did.
            </p>
          </div>
        ))}
      </div>
    </figure>
  );
}

function Nameplate({ name, logo, onLight }: { name: string; logo: AssetSummary | null; onLight: boolean }) {
  const file = logo && widestJpeg(logo.sources);
  if (!file) return <p className="text-[2rem] leading-none font-semibold tracking-[-0.03em]">{name}</p>;
  return (
    // biome-ignore lint/performance/noImgElement: the newsroom's own copy, at its size
    <img
      src={file.src}
      alt=""
      style={{ maxHeight: LOGO_HEIGHTS[0] / 2 }}
      className={`mx-auto max-w-full object-contain ${onLight ? "bg-white" : ""}`}
    />
  );
}

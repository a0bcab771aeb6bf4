import { embedOf, type Embed as Found } from "@/lib/embeds";
import type { Words } from "@/lib/words";
import { Said, Slot } from "./slot";

/**
 * Something of another site, of which nothing is loaded until the reader asks (reader/embeds.ts). Without script, and where
 * we know no frame for it, it is a link.
 * @param title what it is, in the editor's words; may be empty.
 */
export function Embed({ url, title, caption, words }: { url: string; title: string; caption?: string; words: Words }) {
  const embed = embedOf(url);
  const provider = embed?.provider ?? (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url);
  const named = { provider };
  const name = title.trim() || provider;
  const open = (
    <a href={url} rel="noopener" className="prose-link">
      {words("embedOpen", named)}
    </a>
  );
  return (
    <figure className="figure embed font-sans">
      {embed ? (
        <embed-frame
          data-provider={provider}
          data-embed={embed.frameSrc}
          data-allow={embed.allow}
          data-name={title.trim() ? `${title.trim()} (${provider})` : provider}
          data-no-longer={words("embedNeverDone", named)}
        >
          <div className="embed-stage" style={roomFor(embed)}>
            <div className="embed-asks">
              <p className="text-[1.0625rem] font-bold">{name}</p>
              <p className="text-[0.875rem] text-muted">{words("embedAbout", named)}</p>
              <p className="flex flex-wrap items-center justify-center gap-2">
                <button type="button" data-do="load" className="tool needs-script">
                  {words("embedLoad", named)}
                </button>
                <button type="button" data-do="always" className="tool needs-script">
                  {words("embedAlways", named)}
                </button>
              </p>
              <p className="text-[0.9375rem]">{open}</p>
            </div>
            <Slot className="embed-place" data-place="" />
          </div>
          <p className="embed-foot">
            {open}
            <button type="button" data-do="no-longer" className="prose-link">
              {words("embedNever", named)}
            </button>
          </p>
          <Said />
        </embed-frame>
      ) : (
        <div className="embed-asks">
          <p className="text-[1.0625rem] font-bold">{name}</p>
          <p className="text-[0.9375rem]">{open}</p>
        </div>
      )}
      {caption && <figcaption className="mt-2 text-[0.875rem] leading-[1.45] text-muted">{caption}</figcaption>}
    </figure>
  );
}

/** The room that the frame will take is held before it is there. A film taken upright is no wider than a phone. */
function roomFor({ room }: Found) {
  if ("height" in room) return { minHeight: `${room.height}px` };
  return { aspectRatio: room.ratio, maxWidth: room.ratio < 1 ? "20rem" : undefined };
}

import type { AudioObject, IdReference, ImageObject, Organization, Person, VideoObject } from "schema-dts";
import type { Credited } from "@/domain/articles/card";
import type { Figure, Film, Recording, StoryBlock } from "@/domain/articles/story";
import { licenceAddress, type Owned, widestJpeg } from "@/domain/media/asset";
import type { Crop } from "@/domain/media/crop";
import { routes } from "@/lib/routes";
import { byId, type Paper, publisher } from "./paper";
import { person } from "./people";

/** The shapes in which search engines ask for a picture. */
const CROPS: readonly Crop[] = ["1x1", "4x3", "16x9"];

/** A picture of a story in every shape, each with who made it and whose it is. */
export function imagesOf(
  { sources, caption, credit, alt }: Figure,
  people: readonly Credited[],
  paper: Paper,
): ImageObject[] {
  const said = { caption: caption || alt || undefined, ...rightsOf(credit, sources.owned, people, paper) };
  return CROPS.flatMap((crop) => {
    const file = widestJpeg(sources, crop);
    if (!file) return [];
    const url = `${paper.site}${file.src}`;
    const size = { width: `${file.width}`, height: `${file.height}` };
    return { "@type": "ImageObject", url, contentUrl: url, ...size, ...said };
  });
}

/**
 * Who made a picture and whose it is: as the library says, and where it says nothing, by a credit such as "Photograph: Jane
 * Roe/Agency". One name alone in that may be either's: it is told as the maker's only where the story or the paper knows it.
 */
function rightsOf(credit: string, owned: Owned = {}, people: readonly Credited[], paper: Paper) {
  const { publication, about, site } = paper;
  const [, names = credit] = /^[^:/]{1,40}:\s*(.+)$/.exec(credit) ?? [];
  const [maker = "", owner = maker] = names.split("/").map((name) => name.trim());
  const { creator, agency, copyrightNotice = owner && `© ${owner}` } = owned;
  const isOurs = owned.copyrightNotice ? copyrightNotice.includes(publication.name) : owner === publication.name;
  const contact = about.find(({ slug }) => slug === "contact");
  return {
    creditText: credit || undefined,
    creator: creator
      ? creatorOf(creator, creator === agency ? "Organization" : "Person", people, paper)
      : creatorOf(maker, owner !== maker ? "Person" : null, people, paper),
    copyrightNotice: copyrightNotice || undefined,
    license: licenceAddress(owned.licence),
    // What is the paper's own is to be had from the paper.
    acquireLicensePage: contact && isOurs ? `${site}${routes.about(contact.slug)}` : undefined,
  };
}

/** @param type of whoever is neither known to the story nor the paper itself; null where that cannot be told. */
function creatorOf(
  name: string,
  type: "Person" | "Organization" | null,
  people: readonly Credited[],
  paper: Paper,
): Person | Organization | IdReference | undefined {
  const known = people.find((one) => one.name === name);
  if (known) return person(known, paper.site);
  if (name === paper.publication.name) return byId((publisher(paper) as { "@id": string })["@id"]);
  return name && type ? { "@type": type, name } : undefined;
}

/** The films and recordings in a story's text, of ours: what is embedded from elsewhere is told of there. */
export function playedIn(
  blocks: readonly StoryBlock[],
  uploadDate: string | undefined,
  site: string,
): { video?: VideoObject[]; audio?: AudioObject[] } {
  const video = blocks.flatMap((block) => (block.type === "video" ? videoObject(block, uploadDate, site) : []));
  const audio = blocks.flatMap((block) => (block.type === "audio" ? audioObject(block, uploadDate, site) : []));
  return { video: video.length > 0 ? video : undefined, audio: audio.length > 0 ? audio : undefined };
}

function recorded(
  { title, caption, credit, src, mime, duration }: Recording,
  uploadDate: string | undefined,
  site: string,
) {
  return {
    name: title,
    description: caption || title,
    contentUrl: `${site}${src}`,
    encodingFormat: mime,
    duration: duration ? isoDuration(duration) : undefined,
    creditText: credit || undefined,
    uploadDate,
  };
}

function videoObject(film: Film, uploadDate: string | undefined, site: string): VideoObject {
  return {
    "@type": "VideoObject",
    ...recorded(film, uploadDate, site),
    thumbnailUrl: film.poster ? `${site}${film.poster}` : undefined,
    width: film.width ? `${film.width}` : undefined,
    height: film.height ? `${film.height}` : undefined,
    caption: film.captions
      ? {
          "@type": "MediaObject",
          contentUrl: `${site}${film.captions.src}`,
          encodingFormat: "text/vtt",
          inLanguage: film.captions.language,
        }
      : undefined,
  };
}

function audioObject(recording: Recording, uploadDate: string | undefined, site: string): AudioObject {
  return { "@type": "AudioObject", ...recorded(recording, uploadDate, site) };
}

/** How long something plays, as ISO 8601 writes it: "PT1H2M3S". @param milliseconds more than 0 */
export function isoDuration(milliseconds: number): string {
  const all = Math.max(1, Math.round(milliseconds / 1000));
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor((all % 3600) / 60), all % 60];
  return `PT${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${seconds ? `${seconds}S` : ""}`;
}

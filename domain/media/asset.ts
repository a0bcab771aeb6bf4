import { z } from "zod";
import type { CredentialsForReaders } from "./credentials";
import { type Crop, eachCrop, type Regions, regionKey } from "./crop";

/** What may be uploaded as a picture: the name a person knows it by, and its type on the web. */
export const ACCEPTED_TYPES = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
} as const;
export type AcceptedFormat = keyof typeof ACCEPTED_TYPES;

export const ASSET_KINDS = ["picture", "audio", "video", "captions", "document"] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

/** What an asset of a kind is called: one, and several. */
export const KIND_NAMES: Record<AssetKind, { one: string; many: string }> = {
  picture: { one: "picture", many: "pictures" },
  audio: { one: "recording", many: "recordings" },
  video: { one: "film", many: "films" },
  captions: { one: "captions file", many: "captions files" },
  document: { one: "document", many: "documents" },
};

const MB = 1024 * 1024;
/** The largest file of each kind that may be uploaded, in bytes. */
export const MAX_UPLOAD_BYTES: Record<AssetKind, number> = {
  picture: 50 * MB,
  audio: 200 * MB,
  video: 500 * MB,
  captions: 1 * MB,
  document: 50 * MB,
};
/** The largest file of all that may be uploaded, in bytes. */
export const LARGEST_UPLOAD_BYTES = Math.max(...Object.values(MAX_UPLOAD_BYTES));

/** Which files to choose for each kind, as people and as the attribute `accept` name them. */
export const UPLOADS: Record<AssetKind, { formats: string; accept: string }> = {
  picture: { formats: "JPEG, PNG, WebP, AVIF or GIF", accept: Object.values(ACCEPTED_TYPES).join(",") },
  audio: {
    formats: "MP3, M4A, Ogg or WAV",
    accept: "audio/mpeg,audio/mp4,audio/x-m4a,audio/ogg,audio/wav,.mp3,.m4a,.ogg,.opus,.wav",
  },
  video: { formats: "MP4 or WebM", accept: "video/mp4,video/webm,.mp4,.webm" },
  captions: { formats: "WebVTT", accept: "text/vtt,.vtt" },
  document: { formats: "PDF", accept: "application/pdf,.pdf" },
};
/** The largest picture that is decoded, in pixels. */
export const MAX_PIXELS = 100_000_000;
/** The largest that is decoded of a format whose decoder takes twenty bytes of memory a pixel. */
export const MAX_AVIF_PIXELS = 40_000_000;
/** The largest picture that moves, in the pixels of all its frames together, and in frames. */
export const MAX_ANIMATED_PIXELS = 100_000_000;
export const MAX_FRAMES = 1000;

export const MAX_FILENAME = 200;
export const MAX_ALT = 1000;
export const MAX_CAPTION = 2000;
export const MAX_CREDIT = 300;
/** A name of somebody or something, a place, an address. */
export const MAX_NAME = 300;
export const MAX_PEOPLE = 50;
export const MAX_KEYWORD = 60;
export const MAX_KEYWORDS = 50;
/** Terms, restrictions, notes for editors. */
export const MAX_TERMS = 3000;

/** In which formats a picture is kept. */
export const RENDITION_FORMATS = ["avif", "webp", "jpeg"] as const;
export type RenditionFormat = (typeof RENDITION_FORMATS)[number];

/** Sound, film, captions and documents are served as they came. */
export const PLAYED_TYPES = {
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  ogg: "audio/ogg",
  wav: "audio/wav",
  mp4: "video/mp4",
  webm: "video/webm",
  vtt: "text/vtt",
  pdf: "application/pdf",
} as const;
export type PlayedFormat = keyof typeof PLAYED_TYPES;

/** What is needed to play a sound or film, to show captions, or to download a document. */
export type PlayedSource = {
  kind: AssetKind;
  src: string;
  type: string;
  /** In milliseconds; null where the file does not say. */
  duration: number | null;
  /** Pixels; 0 for what has none, or does not say. */
  width: number;
  height: number;
  /** How large the file is. */
  bytes: number;
} & ByRights;

/** What readers are told of a picture's content credentials. */
export type Signed = { signed?: CredentialsForReaders | null };

/** How the rights of an asset bear upon what readers are shown of it; nothing of this where they do not. */
export type ByRights = {
  /** Readers may not have it now: it has no file for them. */
  isWithheld?: true;
  /** When it comes or goes next; null where it stays as it is. */
  changesAt?: Date | null;
};

export const RENDITION_TYPES: Record<RenditionFormat | PlayedFormat | "png", string> = {
  ...PLAYED_TYPES,
  // What logo and icon are kept in: nothing else keeps transparency and is read by everything.
  png: "image/png",
  avif: "image/avif",
  webp: "image/webp",
  jpeg: "image/jpeg",
};

/** One file of a picture: its address (a path of this site) and its pixels. */
export type Source = { src: string; width: number; height: number };

/** One crop of a picture. Each list is narrowest first, and may be empty but for `jpeg`. */
export type CropSources = {
  /** The widest this crop is kept at: the ratio in which room is held while it loads. */
  width: number;
  height: number;
  avif: Source[];
  webp: Source[];
  jpeg: Source[];
};

/** What the library says of an asset. `alt` is null while nobody has said, empty when a picture is decorative. */
export type Said = { alt: string | null; caption: string; credit: string };

/** What the library says of whose a picture is, for machines: nothing of this where it says nothing. */
export type Owned = {
  creator?: string;
  agency?: string;
  copyrightNotice?: string;
  /** A name, or the address of a licence. */
  licence?: string;
};

/** The address of a licence; undefined for one that has only a name. */
export function licenceAddress(licence = ""): string | undefined {
  return /^https?:\/\/\S+$/.test(licence) && URL.canParse(licence) ? licence : undefined;
}

/** All that is needed to show a picture: what a `<picture>`, a share card or structured data is made from. */
export type PictureSources = Said & {
  assetId: string;
  /** Whether its whole moves: its WebP then does, and its JPEG stands still, as its crops do. */
  isAnimated: boolean;
  /** In the regions that the library chose. */
  crops: Record<Crop, CropSources>;
  /** In the regions that single stories chose, for `inRegions`. */
  others?: Record<string, CropSources>;
  owned?: Owned;
} & ByRights &
  Signed;

/** By what PictureSources.others names a region of a crop. */
export function regionIn(crop: Crop, region: string): string {
  return `${crop} ${region}`;
}

/** A picture as one story shows it: in the regions that the story chose, where they were made. */
export function inRegions({ others = {}, ...picture }: PictureSources, chosen: Regions | null): PictureSources {
  if (!chosen) return picture;
  return {
    ...picture,
    crops: eachCrop((crop) => {
      const region = crop === "whole" ? undefined : chosen[crop];
      return (region && others[regionIn(crop, regionKey(region))]) || picture.crops[crop];
    }),
  };
}

/** The list of a crop's files as a `srcset` writes it; empty where there are none. */
export function srcsetOf(sources: Source[]): string {
  return sources.map(({ src, width }) => `${src} ${width}w`).join(", ");
}

/**
 * The `srcset` for browsers that read AVIF; empty where no AVIF was worth making. A browser takes the first `<source>`
 * whose type it knows and looks no further, so the narrow WebP files stand in this list too, or phones would fetch
 * a wide AVIF. Every browser that reads AVIF reads WebP.
 */
export function avifSrcset({ avif, webp }: CropSources): string {
  if (avif.length === 0) return "";
  const made = new Set(avif.map(({ width }) => width));
  const others = webp.filter(({ width }) => !made.has(width));
  return srcsetOf([...others, ...avif].sort((a, b) => a.width - b.width));
}

/** The widest of a crop's JPEG files: what `src`, Open Graph and structured data name. Undefined where there is none. */
export function widestJpeg(picture: PictureSources, crop: Crop = "whole"): Source | undefined {
  return picture.crops[crop].jpeg.at(-1);
}

/** As wide as a phone at its density or a story's column on most screens, in pixels. */
const COLUMN = 768;

/** The one file of a whole picture where a choice of widths cannot be offered, such as a film's poster: no wider than a column. */
export function columnFile(picture: PictureSources): Source | undefined {
  const { webp, jpeg } = picture.crops.whole;
  return webp.findLast(({ width }) => width <= COLUMN) ?? webp[0] ?? jpeg[0];
}

/** An asset as lists, pickers and the editor show it. */
export type AssetSummary = {
  id: string;
  kind: AssetKind;
  filename: string;
  /** Pixels of the original, upright; 0 for what has none. */
  width: number;
  height: number;
  /** Null while nobody has said; empty when the picture is decorative. */
  alt: string | null;
  caption: string;
  credit: string;
  /** An instant in ISO 8601. */
  createdAt: string;
  uploadedBy: { id: string; name: string };
  /** Of a picture; of anything else there is nothing in it. */
  sources: PictureSources;
  /** What a sound, film or captions file is played from; null for a picture. */
  played: PlayedSource | null;
};

/** What a story may say or show of a picture otherwise than the library. */
export const OWN = ["alt", "caption", "credit", "crop"] as const;
export type Own = (typeof OWN)[number];

/** A story that shows an asset. */
export type StoryUse = {
  id: string;
  headline: string;
  /** Whether readers see it there. */
  live: boolean;
  /** Whether its draft shows it. */
  drafted: boolean;
  /** What it says and shows of its own: as readers see it, or else its draft. */
  own: Own[];
};

/** Where an asset stands: in stories, as somebody's portrait, as a mark of the paper. */
export type AssetUse = {
  articles: StoryUse[];
  portraits: { id: string; name: string }[];
  marks: ("logo" | "icon")[];
  /** Whether there are more articles than are named, or such as the actor may not read. */
  more: boolean;
  /** In how many stories readers see it, whoever may read their drafts; and how many of those have something of their own. */
  reach: { stories: number; own: Record<Own, number> };
};

/** A file that an asset had before, and can still be saved. */
export type FormerFile = { id: string; filename: string; bytes: number; replacedAt: Date; by: string };

/** How the file of an asset is kept: whether it is in the bin, what keeps it from there, and what it was before. */
export type Keeping = {
  /** Who put it into the bin and until when it can be had back; null while it is in the library. */
  bin: { by: string; at: Date; until: Date } | null;
  /** Where readers see it, or will, in words and with the stories they read; null where it may be deleted. */
  held: { places: string; live: { id: string; headline: string }[] } | null;
  former: FormerFile[];
};

/** A decorative picture has no alt text. */
export function isAltOrDecorative({ alt, decorative }: { alt: string; decorative: boolean }): boolean {
  return !(decorative && alt);
}

export const DECORATIVE_ALT = {
  path: ["alt"],
  message: "A decorative picture has no alt text: clear it, or untick Decorative.",
};

/** What staff may say of an asset. A decorative picture has no alt text; one not yet described has null. */
export const EditAsset = z
  .object({
    id: z.string().min(1).max(40),
    alt: z.string().trim().max(MAX_ALT, `Alt text has at most ${MAX_ALT} characters.`).default(""),
    decorative: z.union([z.literal("on").transform(() => true), z.boolean()]).default(false),
    caption: z.string().trim().max(MAX_CAPTION, `A caption has at most ${MAX_CAPTION} characters.`).default(""),
    credit: z.string().trim().max(MAX_CREDIT, `A credit has at most ${MAX_CREDIT} characters.`).default(""),
  })
  .refine(isAltOrDecorative, DECORATIVE_ALT);
export type EditAsset = z.infer<typeof EditAsset>;

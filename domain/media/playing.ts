import { open, readFile } from "node:fs/promises";
import {
  FilePathSource,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MP3,
  MP4,
  OGG,
  WAVE,
  WEBM,
} from "mediabunny";
import { Refusal } from "@/lib/refusal";
import { type AssetKind, PLAYED_TYPES, type PlayedFormat, UPLOADS } from "./asset";

/** What a sound, film, captions file or document turned out to be. */
export type InspectedPlayed = {
  kind: Exclude<AssetKind, "picture">;
  format: PlayedFormat;
  type: string;
  /** Pixels; 0 for what has none. */
  width: number;
  height: number;
  /** In milliseconds; null where the file does not say. */
  duration: number | null;
};

/** What a file of a format is, judged by its first bytes: one that may be a film may turn out to be a sound alone. */
export const KIND_OF_PLAYED: Record<PlayedFormat, InspectedPlayed["kind"]> = {
  mp3: "audio",
  m4a: "audio",
  ogg: "audio",
  wav: "audio",
  mp4: "video",
  webm: "video",
  vtt: "captions",
  pdf: "document",
};

const READERS = { mp3: MP3, m4a: MP4, ogg: OGG, wav: WAVE, mp4: MP4, webm: WEBM } as const;

/** The codings that every browser of today plays. */
const PLAYABLE = new Set<string>(["avc", "vp8", "vp9", "av1", "aac", "mp3", "opus", "vorbis", "flac"]);

/** How long a file is looked into, in milliseconds. */
const PATIENCE = 30_000;

/**
 * What is played, from its tracks: nothing is decoded. A file is taken if every browser plays it as it is.
 * @throws Refusal "unsupported" if some do not, "invalid" if it is damaged
 */
export function inspectPlayed(file: string, format: PlayedFormat): Promise<InspectedPlayed> {
  if (format === "pdf") return inspectDocument(file);
  return format === "vtt" ? inspectCaptions(file) : inspectTracks(file, format);
}

async function inspectTracks(file: string, format: Exclude<PlayedFormat, "vtt" | "pdf">): Promise<InspectedPlayed> {
  const source = new FilePathSource(file, { handleUnhandledError: () => undefined });
  const input = new Input({ formats: [READERS[format]], source });
  try {
    const tracks = await inTime(tracksOf(input));
    refuseUnplayable(tracks);
    const { video, duration } = tracks;
    if (!video) {
      const sound = format === "mp4" ? "m4a" : format;
      return { kind: "audio", format: sound, type: soundType(sound), width: 0, height: 0, duration };
    }
    // Only a film's own containers promise that browsers show its picture.
    const film = format === "m4a" ? "mp4" : format;
    if (film !== "mp4" && film !== "webm") throw unplayable("This is a film in a container for sound.", "video");
    const { width, height } = video;
    return { kind: "video", format: film, type: PLAYED_TYPES[film], width, height, duration };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw Object.assign(broken(), { cause: error });
  } finally {
    input.dispose();
  }
}

type Tracks = {
  video: { codec: string | null; width: number; height: number } | null;
  audio: { codec: string | null } | null;
  duration: number | null;
};

async function tracksOf(input: Input): Promise<Tracks> {
  const [video, audio] = await Promise.all([input.getPrimaryVideoTrack(), input.getPrimaryAudioTrack()]);
  const tracks = [video, audio].filter((track): track is InputVideoTrack | InputAudioTrack => track !== null);
  if (tracks.length === 0) throw broken();
  const seconds = (await input.getDurationFromMetadata(tracks)) ?? (await input.computeDuration(tracks));
  return {
    video: video && {
      codec: await video.getCodec(),
      width: await video.getDisplayWidth(),
      height: await video.getDisplayHeight(),
    },
    audio: audio && { codec: await audio.getCodec() },
    duration: Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1000) : null,
  };
}

function refuseUnplayable({ video, audio }: Tracks): void {
  const plays = (codec: string | null) => codec !== null && (PLAYABLE.has(codec) || codec.startsWith("pcm-"));
  if (video && !plays(video.codec)) {
    const coding = video.codec === "hevc" ? "as HEVC (H.265)" : "in a way";
    throw unplayable(`Its picture is coded ${coding} that not every browser shows. Save it as H.264.`, "video");
  }
  if (audio && !plays(audio.codec)) {
    throw unplayable(
      "Its sound is coded in a way that not every browser plays. Save it as AAC.",
      video ? "video" : "audio",
    );
  }
}

/** The type by which a browser knows a sound: WebM has one name for films and another for sound. */
function soundType(format: PlayedFormat): string {
  return format === "webm" ? "audio/webm" : PLAYED_TYPES[format];
}

/** @throws Refusal if it is no WebVTT that says something */
async function inspectCaptions(file: string): Promise<InspectedPlayed> {
  const bytes = await readFile(file);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("invalid", "These captions are not in UTF-8. Save them with that encoding.");
  }
  if (text.includes("\0")) throw broken();
  const times = /^(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}(?=[ \t\r\n]|$)/m;
  if (!times.test(text)) {
    throw new Refusal(
      "invalid",
      "These captions have no line that says when they are shown, such as 00:01.000 --> 00:04.000.",
    );
  }
  return { kind: "captions", format: "vtt", type: PLAYED_TYPES.vtt, width: 0, height: 0, duration: null };
}

/** How far from its end a document may say that it ends there, in bytes: mail programs put something behind. */
const TAIL = 2048;

/**
 * A document by its head and its end alone: nothing in it is run or shown here, and browsers only ever save it.
 * @throws Refusal "invalid" if it was cut off
 */
async function inspectDocument(file: string): Promise<InspectedPlayed> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const from = Math.max(0, size - TAIL);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(TAIL), 0, TAIL, from);
    if (!buffer.subarray(0, bytesRead).includes("%%EOF")) {
      throw new Refusal("invalid", "This PDF is damaged or incomplete: its end is missing. Save it again.");
    }
  } finally {
    await handle.close();
  }
  return { kind: "document", format: "pdf", type: PLAYED_TYPES.pdf, width: 0, height: 0, duration: null };
}

function unplayable(why: string, kind: "audio" | "video"): Refusal {
  return new Refusal("unsupported", `${why} Upload ${UPLOADS[kind].formats}.`);
}

function broken(): Refusal {
  return new Refusal("invalid", "This file is damaged or incomplete: nothing in it can be played. Save it again.");
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(broken()), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

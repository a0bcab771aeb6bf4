import path from "node:path";
import pLimit from "p-limit";
import sharp, { type OverlayOptions } from "sharp";
import { GROUNDS } from "@/lib/colour";
import { CARD_SIZE, type ShareCard } from "./share-card";

const INK = "#15171a";
const MUTED = "#595c62";
const LINE = "#dcd7cd";

const MARGIN = 72;
const BAND = 20;
const TEXT_WIDTH = CARD_SIZE.width - 2 * MARGIN;
/** Where the headline begins, and how high it may be. */
const HEADLINE = { top: 148, height: 312 } as const;
/** The sizes of type tried for a headline, in pixels, the largest that fits is taken. */
const HEADLINE_SIZES = [88, 76, 66, 58, 50, 44, 38] as const;

/** Room between lines, of the size of type. */
const LEADING = 0.05;
/** Arabic letters are smaller in their size than Latin ones. */
const ARABIC = 1.25;

/** Static fonts, since what lays out the text reads no variable ones. */
const FONT_FILES = [
  "newsreader/600SemiBold/Newsreader_600SemiBold.ttf",
  "libre-franklin/600SemiBold/LibreFranklin_600SemiBold.ttf",
  "noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf",
];
const SERIF = { ltr: "Newsreader,Noto Naskh Arabic Semi-Bold", rtl: "Noto Naskh Arabic,Newsreader Semi-Bold" };
const SANS = { ltr: "Libre Franklin,Noto Naskh Arabic Semi-Bold", rtl: "Noto Naskh Arabic,Libre Franklin Semi-Bold" };

/** One at a time: a card takes a core for a tenth of a second, and pages come first. */
const oneAtATime = pLimit(1);

/** A story as a picture to be shared: a PNG. Nothing is fetched for it. */
export function drawShareCard(card: ShareCard): Promise<Buffer> {
  return oneAtATime(() => draw(card));
}

async function draw({ headline, over, names, publication, accent, direction }: ShareCard): Promise<Buffer> {
  const { width, height } = CARD_SIZE;
  const put = async (text: Text, top: (height: number) => number): Promise<OverlayOptions[]> => {
    const drawn = await drawText({ ...text, direction });
    if (!drawn) return [];
    const left = direction === "rtl" ? width - MARGIN - drawn.width : MARGIN;
    return [{ input: drawn.png, left, top: Math.round(top(drawn.height)) }];
  };
  const layers = [
    { input: plain(width, BAND, accent), left: 0, top: 0 },
    ...(await put({ words: over, font: SANS, size: 32, colour: accent }, (high) => 100 - high / 2)),
    ...(await put(await fitting(headline, direction), () => HEADLINE.top)),
    ...(await put({ words: names, font: SANS, size: 28, colour: MUTED }, (high) => 494 - high / 2)),
    { input: plain(TEXT_WIDTH, 2, LINE), left: MARGIN, top: 530 },
    ...(await put({ words: publication, font: SERIF, size: 40, colour: INK }, (high) => 578 - high / 2)),
  ];
  const paper = sharp({ create: { width, height, channels: 3, background: GROUNDS.light.paper } });
  return paper.composite(layers).png({ palette: true, colours: 128, effort: 7 }).toBuffer();
}

type Text = { words: string; font: typeof SERIF; size: number; colour: string };

/** The headline in the largest type in which it fits. */
async function fitting(headline: string, direction: ShareCard["direction"]): Promise<Text> {
  const inSize = (size: number) => ({ words: headline, font: SERIF, size, colour: INK });
  for (const size of HEADLINE_SIZES) {
    const drawn = await drawText({ ...inSize(size), direction });
    if (!drawn || drawn.height <= HEADLINE.height) return inSize(size);
  }
  return inSize(HEADLINE_SIZES.at(-1) ?? 38);
}

/** A text set in lines, on nothing; undefined where there is nothing to set. */
async function drawText({ words, font, size, colour, direction }: Text & Pick<ShareCard, "direction">) {
  const said = tidy(words);
  if (!said) return undefined;
  await fontsAreKnown();
  // A mark decides the direction of the whole, whatever it begins with.
  const text = `<span foreground="${colour}">${direction === "rtl" ? "\u200f" : "\u200e"}${escaped(said)}</span>`;
  const { data, info } = await sharp({
    text: {
      text,
      spacing: Math.round(size * LEADING),
      font: `${font[direction]} ${direction === "rtl" ? Math.round(size * ARABIC) : size}`,
      fontfile: fontFile(0),
      width: TEXT_WIDTH,
      dpi: 72,
      rgba: true,
      wrap: "word-char",
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}

let known: Promise<unknown> | undefined;

/** Each file is made known by being named once; from then on its font is found by name. */
function fontsAreKnown(): Promise<unknown> {
  known ??= Promise.all(
    FONT_FILES.map((_, at) =>
      sharp({ text: { text: "a", fontfile: fontFile(at), dpi: 72 } })
        .png()
        .toBuffer(),
    ),
  );
  return known;
}

function fontFile(at: number): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules/@expo-google-fonts", FONT_FILES[at] ?? "");
}

/** One line, without what our fonts cannot show. */
function tidy(words: string): string {
  return words
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/gu, "")
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, " ")
    .trim();
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function plain(width: number, height: number, background: string) {
  return { create: { width, height, channels: 3 as const, background } };
}

import { trackChart } from "@/db/seed/pictures/scenes-dredging";
import { filmOf } from "./film";
import { pdf } from "./pdf";
import { shipsPassing } from "./sound";

/** What of the demonstration edition is played: a file, how it's made, and the words that go with it. */
export type Recording = {
  filename: string;
  caption: string;
  credit: string;
  make: () => Buffer | Promise<Buffer>;
};

const RATE = 8;
const SECONDS_A_QUARTER = 3;
/** How many of the year's short trips each quarter had. */
const SHORT = [26, 7, 2, 26];

export const recordings = {
  dredgersPassing: {
    filename: "dredger-out-and-home.wav",
    caption: "Out with a load, and home without. Each passes for six seconds; on the night it took four minutes.",
    credit: "Recording: Casimir Oduya-Lund",
    make: () =>
      shipsPassing(
        [
          { note: 41, throb: 2.6, loudness: 0.9 },
          { note: 58, throb: 4.4, loudness: 0.6 },
        ],
        6,
      ),
  },
  sedulousYear: {
    filename: "a-year-of-the-sedulous.webm",
    caption: "A year of the Sedulous in twelve seconds. The film has no sound; its captions say what is seen.",
    credit: "Graphic: Siobhán Achterberg/The Halyard",
    make: () => filmOf(SHORT.length * SECONDS_A_QUARTER * RATE, RATE, yearAt),
  },
  sedulousCaptions: {
    filename: "a-year-of-the-sedulous.vtt",
    caption: "",
    credit: "",
    make: () =>
      Buffer.from(`WEBVTT

00:00.000 --> 00:02.900
January to March: 92 loads go to the deep ground, 26 turn back inside the bar.

00:03.000 --> 00:05.900
April to June: 89, and 7.

00:06.000 --> 00:08.900
July to September: 86, and 2.

00:09.000 --> 00:12.000
October to December: 84, and 26.
`),
  },
  sedulousLoads: {
    filename: "61-loads.pdf",
    caption: "Every load that was dropped inside the bar: its date, and where the form says that it went.",
    credit: "The Halyard",
    make: () =>
      pdf([
        "Sixty-one loads",
        "Loads of the Sedulous that were paid for as taken to the deep ground last year, and were dropped inside the bar.",
        "January to March: 26 loads.",
        "April to June: 7 loads.",
        "July to September: 2 loads.",
        "October to December: 26 loads.",
      ]),
  },
} satisfies Record<string, Recording>;

export type RecordingKey = keyof typeof recordings;

/** The chart as it stands at a frame of the film. */
function yearAt(frame: number): string {
  const quarters = (frame + 1) / (SECONDS_A_QUARTER * RATE);
  const whole = Math.floor(quarters);
  const dropped =
    SHORT.slice(0, whole).reduce((sum, loads) => sum + loads, 0) + (quarters - whole) * (SHORT[whole] ?? 0);
  return trackChart(quarters / SHORT.length, dropped / SHORT.reduce((sum, loads) => sum + loads, 0));
}

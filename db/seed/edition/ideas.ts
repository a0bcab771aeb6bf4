import type { BylineKey } from "./bylines";
import type { sections } from "./publication";
import type { DayAndClock } from "./story";

/** What the newsroom has in mind. `due` and `out` are so many days from when the edition is put in, and what the clock shows. */
export type Idea = {
  headline: string;
  brief: string;
  section: keyof typeof sections;
  by: BylineKey;
  assignee?: BylineKey;
  due?: DayAndClock;
  out?: DayAndClock;
};

export const ideas: Idea[] = [
  {
    headline: "Who owns the slipways?",
    brief:
      "Half of the public slipways on the map have a gate. Ask the land registry first, then the Port Authority. A map of all twelve would be the story.",
    section: "harbour",
    by: "mirjam",
  },
  {
    headline: "A year of the night bus",
    brief: "One night on the 11, from the first to the last stop. People before numbers.",
    section: "city",
    by: "kaito",
  },
  {
    headline: "The school that teaches tides",
    brief: "800 words and a picture. Speak to at least two pupils; the head agreed to a visit on Thursday.",
    section: "science",
    by: "adaeze",
    assignee: "rafiq",
    due: [3, "16:00"],
    out: [4, "06:30"],
  },
  {
    headline: "New rules for houseboats: what changes in January",
    brief: "An explainer, question and answer. The council’s leaflet is wrong about moorings; the by-law is right.",
    section: "harbour",
    by: "adaeze",
    assignee: "siobhan",
    due: [1, "18:00"],
  },
];

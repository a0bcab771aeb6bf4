import type { BylineKey } from "./bylines";
import type { sections } from "./publication";

/** What the newsroom has in mind. `dueIn` and `outIn` are hours from when the edition is put in. */
export type Idea = {
  headline: string;
  brief: string;
  section: keyof typeof sections;
  by: BylineKey;
  assignee?: BylineKey;
  dueIn?: number;
  outIn?: number;
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
    dueIn: 54,
    outIn: 78,
  },
  {
    headline: "New rules for houseboats: what changes in January",
    brief: "An explainer, question and answer. The council’s leaflet is wrong about moorings; the by-law is right.",
    section: "harbour",
    by: "adaeze",
    assignee: "siobhan",
    dueIn: 29,
  },
];

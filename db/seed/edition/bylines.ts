import type { z } from "zod";
import type { PictureKey } from "@/db/seed/pictures/pictures";
import type { Particulars } from "@/domain/taxonomy/byline";

export type SeedByline = {
  name: string;
  title: string;
  bio: string;
  particulars?: z.input<typeof Particulars>;
  /** Null for a name that is nobody's. */
  portrait: PictureKey | null;
  /** Who can sign in, and as what; null for a guest. */
  staff: { email: string; role: "editor" | "reporter" | "contributor" } | null;
};

export const bylines = {
  adaeze: {
    name: "Adaeze Nnorom",
    title: "Editor",
    bio: "Adaeze Nnorom has edited The Halyard for six years. She began as a night sub-editor, and still reads every front page aloud before it goes.",
    particulars: {
      languages: ["en", "ig"],
      expertise: ["The paper itself", "Local government", "Press law"],
      location: "Low Quay, Ostmere",
      email: "adaeze.nnorom@halyard.example",
      links: [{ label: "Letters to the editor, collected", url: "https://letters.example/nnorom" }],
    },
    portrait: "adaezePortrait",
    staff: { email: "adaeze.nnorom@halyard.example", role: "editor" },
  },
  ines: {
    name: "Inês Carvalhal",
    title: "Harbour correspondent",
    bio: "Inês Carvalhal covers the port, the fleet and the people who work on the water. She grew up on Pilots’ Row and holds a deckhand’s ticket that she has used twice.",
    particulars: {
      languages: ["en", "pt", "es"],
      expertise: ["The port", "Fishing", "Shipping", "Maritime labour"],
      location: "Pilots’ Row, Ostmere",
      email: "ines.carvalhal@halyard.example",
      links: [{ label: "Log of a deckhand", url: "https://log.example/carvalhal" }],
    },
    portrait: "inesPortrait",
    staff: { email: "ines.carvalhal@halyard.example", role: "reporter" },
  },
  tomasz: {
    name: "Tomasz Wieliczko",
    title: "City hall reporter",
    bio: "Tomasz Wieliczko reports on the council, housing and planning. His series on missing drains won the Aldmark Press Guild’s local prize. He reads the appendices.",
    particulars: {
      languages: ["en", "pl"],
      expertise: ["City council", "Housing", "Planning", "Drains"],
      location: "City hall, Ostmere",
      email: "tomasz.wieliczko@halyard.example",
    },
    portrait: "tomaszPortrait",
    staff: { email: "tomasz.wieliczko@halyard.example", role: "reporter" },
  },
  rafiq: {
    name: "Rafiq Sundaram",
    title: "Transport reporter",
    bio: "Rafiq Sundaram writes about how Ostmere gets to work and home again. He has ridden every tram, bus and ferry line in the city end to end, most of them more than once.",
    particulars: {
      languages: ["en", "ta"],
      expertise: ["Trams and buses", "Ferries", "Roads and bridges"],
      location: "Ostmere",
      email: "rafiq.sundaram@halyard.example",
      links: [{ label: "Every line, ridden", url: "https://lines.example/rafiq" }],
    },
    portrait: "rafiqPortrait",
    staff: { email: "rafiq.sundaram@halyard.example", role: "reporter" },
  },
  mirjam: {
    name: "Mirjam Tveitt",
    title: "Science editor",
    bio: "Mirjam Tveitt trained as an oceanographer and spent four seasons on survey ships before she joined The Halyard. She writes about the sea, the weather and public health.",
    particulars: {
      languages: ["en", "nb", "de"],
      expertise: ["Oceanography", "Weather and climate", "Public health"],
      location: "Ostmere and Gannet Island",
      email: "mirjam.tveitt@halyard.example",
      links: [{ label: "Papers", url: "https://scholar.example/tveitt" }],
    },
    portrait: "mirjamPortrait",
    staff: { email: "mirjam.tveitt@halyard.example", role: "editor" },
  },
  leocadia: {
    name: "Leocadia Brandt",
    title: "Culture editor",
    bio: "Leocadia Brandt edits the culture pages and reviews theatre. She has seen eleven productions of The Salt Wife and would see a twelfth.",
    particulars: {
      languages: ["en", "de", "fr"],
      expertise: ["Theatre", "Film", "Opera"],
      location: "Ostmere",
      email: "leocadia.brandt@halyard.example",
    },
    portrait: "leocadiaPortrait",
    staff: { email: "leocadia.brandt@halyard.example", role: "editor" },
  },
  kaito: {
    name: "Kaito Ferreira",
    title: "Sport writer",
    bio: "Kaito Ferreira covers Ropewalk Athletic, the rowing clubs and anything with a finishing line. He coxed for Harrow until he grew.",
    particulars: {
      languages: ["en", "ja", "pt"],
      expertise: ["Football", "Rowing", "Running"],
      location: "Ropewalk Park, Ostmere",
      email: "kaito.ferreira@halyard.example",
    },
    portrait: "kaitoPortrait",
    staff: { email: "kaito.ferreira@halyard.example", role: "reporter" },
  },
  siobhan: {
    name: "Siobhán Achterberg",
    title: "Data and graphics editor",
    bio: "Siobhán Achterberg makes the paper’s charts and maps and looks after its sums. Write to her if a number looks wrong.",
    particulars: {
      languages: ["en", "ga", "nl"],
      expertise: ["Statistics", "Maps", "Public data"],
      location: "Ostmere",
      email: "siobhan.achterberg@halyard.example",
      links: [{ label: "Our sums, with workings", url: "https://code.example/halyard-sums" }],
    },
    portrait: "siobhanPortrait",
    staff: { email: "siobhan.achterberg@halyard.example", role: "reporter" },
  },
  samira: {
    name: "Samira El-Toukhy",
    title: "Food and night-life writer",
    bio: "Samira El-Toukhy writes about what Ostmere eats, where and how late. She was a pastry cook for nine years and keeps the hours.",
    particulars: {
      languages: ["en", "ar", "fr"],
      expertise: ["Restaurants", "Baking", "Night life"],
      location: "Ostmere",
      email: "samira.eltoukhy@halyard.example",
    },
    portrait: "samiraPortrait",
    staff: { email: "samira.eltoukhy@halyard.example", role: "contributor" },
  },
  halldora: {
    name: "Halldóra Quist",
    title: "Historian, guest writer",
    bio: "Dr Halldóra Quist teaches maritime history at Ostmere Polytechnic. Her book Made Ground is about the streets that were once harbour.",
    particulars: {
      languages: ["en", "is", "da"],
      expertise: ["Maritime history", "Made ground", "Place names"],
      location: "Ostmere Polytechnic",
      links: [{ label: "At the Polytechnic", url: "https://polytechnic.example/quist" }],
    },
    portrait: "halldoraPortrait",
    staff: null,
  },
  bartholomew: {
    name: "Bartholomew Oyelade",
    title: "Retired pilot, guest columnist",
    bio: "Bartholomew Oyelade brought ships into Ostmere for 34 years. He lives on Gannet Island and takes the ferry more often than he needs to.",
    particulars: {
      languages: ["en"],
      expertise: ["Pilotage", "Tides", "Gannet Island"],
      location: "Gannet Island",
    },
    portrait: "bartholomewPortrait",
    staff: null,
  },
  studio: {
    name: "Halyard Studio",
    title: "Paid content",
    bio: "Halyard Studio writes what advertisers pay for. It shares a roof with the newsroom, and neither desk, editor nor opinion.",
    portrait: null,
    staff: null,
  },
} satisfies Record<string, SeedByline>;

export type BylineKey = keyof typeof bylines;

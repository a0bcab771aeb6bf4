export const publication = {
  name: "The Halyard",
  tagline: "Independent news of Ostmere and its harbour",
  timeZone: "Europe/London",
  language: "en-GB",
};

/** Who publishes it. */
export const organisation = {
  legalName: "Halyard Press Ostmere (limited by guarantee)",
  founded: "1998-04-02",
  street: "The Net Loft, 4 Low Quay",
  locality: "Ostmere",
  region: "Aldmark",
  postalCode: "OS1 4LQ",
  country: "",
  phone: "+44 1632 960 114",
  emails: {
    general: "post@halyard.example",
    newsroom: "newsroom@halyard.example",
    corrections: "corrections@halyard.example",
    advertising: "space@halyard.example",
  },
  profiles: ["https://social.example/@halyard", "https://register.example/companies/halyard-press-ostmere"],
  ownership:
    "Published by a company without shareholders whose only member is the Halyard Trust; paid for by readers, advertising and grants.",
};

/** In the order they stand on the site. */
export const sections = {
  city: {
    slug: "city",
    name: "City",
    description: "Streets, housing, schools, trams and the people who run them.",
    accent: "#8a1c2c",
  },
  harbour: {
    slug: "harbour",
    name: "Harbour",
    description: "Ships, docks, ferries and fish: the working water and those who work on it.",
    accent: "#0b5a6f",
  },
  science: {
    slug: "science",
    name: "Science",
    description: "Weather, sea, health and discovery, from the Polytechnic to Gannet Island.",
    accent: "#2f6b2f",
  },
  culture: {
    slug: "culture",
    name: "Culture",
    description: "Stage, screen, books, music and food.",
    accent: "#7a3b8c",
  },
  sport: {
    slug: "sport",
    name: "Sport",
    description: "Matches, crews and races, from Ropewalk Park to the Senn buoy.",
    accent: "#1f4f9c",
  },
  opinion: {
    slug: "opinion",
    name: "Opinion",
    description: "Leaders, columns and guests. The views are their writers’ own.",
    accent: "#a04000",
  },
};
export type SectionKey = keyof typeof sections;

const topic = (slug: string, name: string) => ({ slug, name });

export const topics = {
  bridge: topic("cordwain-bridge", "Cordwain Bridge"),
  ferries: topic("ferries", "Ferries"),
  transport: topic("public-transport", "Public transport"),
  housing: topic("housing", "Housing"),
  council: topic("city-council", "City council"),
  schools: topic("schools", "Schools"),
  port: topic("port-authority", "Port Authority"),
  shipping: topic("shipping", "Shipping"),
  fishing: topic("fishing", "Fishing"),
  labour: topic("labour", "Labour"),
  energy: topic("energy", "Energy"),
  seaLevel: topic("sea-level", "Sea level"),
  weather: topic("weather", "Weather"),
  marineLife: topic("marine-life", "Marine life"),
  health: topic("public-health", "Public health"),
  history: topic("history", "History"),
  theatre: topic("theatre-and-film", "Theatre and film"),
  music: topic("music", "Music"),
  books: topic("books-and-libraries", "Books and libraries"),
  food: topic("food", "Food"),
  architecture: topic("architecture", "Architecture"),
  football: topic("football", "Football"),
  onTheWater: topic("rowing-and-sailing", "Rowing and sailing"),
  running: topic("running-and-swimming", "Running and swimming"),
  nightLife: topic("after-dark", "After dark"),
  polytechnic: topic("ostmere-polytechnic", "Ostmere Polytechnic"),
};
export type TopicKey = keyof typeof topics;

export const series = {
  nightShift: {
    name: "Night shift",
    description: "Three people who keep Ostmere going between midnight and six, each in the hour that is theirs.",
  },
};
export type SeriesKey = keyof typeof series;

import { h2, pic, quote } from "@/db/seed/write";
import { draft, lead } from "./story";

/** What the newsroom is working on: one story waits for an editor, the others lack something. */
export const drafts = {
  emptyHomesTax: draft({
    headline: "Empty homes tax would bring in 9 million crowns, treasurer tells council",
    standfirst: "A note seen by The Halyard says that the income should fall every year, “which is the point of it”.",
    section: "city",
    topics: ["housing", "council"],
    bylines: ["tomasz"],
    lead: lead("darkTowers"),
    hoursAgo: 2,
    stage: "review",
    due: [1, "10:00"],
    out: [1, "12:00"],
    body: [
      "A tax on homes that stand empty would bring Ostmere about 9 million crowns in its first year and less in each one after, according to a note by the city treasurer that councillors will receive this week.",
      "The note, which The Halyard has read, reckons that 1,450 homes in the city would be liable at a rate of 3 per cent, six in ten of them at [Tannery Reach](story:emptyFloors). It assumes that one in eight would be let or sold within two years.",
      "Councillor Piotr Dunmore, who will propose the tax, needs 24 votes. By our count he has 23 and two who won’t say.",
      quote(
        "If it raised nothing at all by the fifth year, I’d buy the treasurer a drink.",
        "Councillor Piotr Dunmore",
      ),
      "Osterby Land said that it would wait to see the proposal in full.",
    ],
  }),

  barrier: draft({
    headline: "The pencil drawing in the appendix",
    standfirst:
      "A barrier across the Narrows has been sketched, shelved and sketched again since 1954. What would it take?",
    section: "science",
    topics: ["seaLevel", "port"],
    bylines: ["mirjam", "halldora"],
    lead: lead("seaLevel", { caption: "" }),
    hoursAgo: 17,
    stage: "drafting",
    due: [6, "17:00"],
    out: [8, "06:00"],
    body: [
      "The first drawing is on the back of a menu. It was made at a dinner of the Port Authority in 1954, the year after the flood, and shows four gates, a lock and what may be a whale.",
      "[MT: Halldóra to send scan. Ask Tamm’s office for the 1982 and 2006 studies.]",
      h2("What it would hold back"),
      "To do: Achterhuis’s numbers at 2.90, 3.20, 3.50.",
      h2("What it would cost"),
      "",
    ],
  }),

  conductor: draft({
    headline: "Interview: the Philharmonic’s new conductor",
    topics: ["music"],
    bylines: ["leocadia"],
    hoursAgo: 49,
    stage: "drafting",
    body: [
      "Notes. Rehearsal 2 p.m., ask about the Malec fiddles and who gets them.",
      "“I don’t keep time. They keep time. I keep the peace.”",
      "Check: eleven years at Sunde or twelve?",
    ],
  }),

  buns: draft({
    headline: "Where have the Friday buns gone?",
    standfirst: "",
    section: "culture",
    topics: ["food", "onTheWater"],
    bylines: ["samira"],
    hoursAgo: 70,
    stage: "drafting",
    body: [
      "Agnieszka Fontaine makes 300 cardamom buns each Friday and sells 260. For years her customers wondered about the rest. [The answer is in a boathouse.](story:rowing)",
      pic("market", { alt: "", caption: "" }),
    ],
  }),
};

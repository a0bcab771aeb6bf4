import { h2, pullQuote, rule } from "@/db/seed/write";
import { lead, story } from "./story";

export const opinionStories = {
  promise: story({
    headline: "A bridge is a promise",
    standfirst: "The keepers wrote it down eleven times. Somebody wrote “noted”. The Halyard’s view.",
    section: "opinion",
    label: "opinion",
    topics: ["bridge", "council"],
    bylines: ["adaeze"],
    lead: lead("bridge", { caption: "Cordwain Bridge, opened in 1911, and stopped at 23 degrees." }),
    hoursAgo: 2,
    body: [
      "It’s a good word, *noted*. It has a ring of attention about it. It says that a person sat down, read what another person had written, and formed the intention of going on to the next thing.",
      "Eleven times in fourteen months the keepers of Cordwain Bridge wrote in their log that the eastern leaf groaned. They aren’t engineers, and didn’t pretend to be. They’re people who have stood every day for years beside a machine that weighs as much as ten trams, and they know what it sounds like when it is well. They wrote down that it wasn’t. That is what we pay them for. What they got for it was a word.",
      "It will be said over the next few weeks that nobody is to blame. A report will find that the maintenance was put off for sound reasons by honest councillors, each of whom had something more pressing to pay for; and as far as it goes that’ll be right. The approach roads did need resurfacing. There’s always an approach road.",
      "But a city isn’t a list of pressing things. It’s mostly made up of promises that nobody remembers making: that the water in the tap will be water, that the tram will stop, that when the leaf goes up it’ll come down again. They don’t appear in manifestos. Nobody was ever elected for the grease in a channel. They’re kept, if they are kept, by a few dozen people in workshops and towers, who go round with an oil can and a book.",
      pullQuote("There’s always an approach road."),
      "We could do three things, and none of them is dear.",
      "Publish the logs. Not on request, in the eastern tower, between ten and noon: publish them, all of them, for the bridges, the mains, the gauges and the lifts, each day, where anybody can read them. A good many people in this town know what a groan means.",
      "Give the city’s chief engineer a sum of her own for upkeep, fixed as a share of what the things are worth and out of the reach of the budget night. One per cent would have flushed those channels and left money over for the other forty bridges.",
      "And take away the stamp. Whoever reads a warning should have to write one of two things beside it: what will be done, and by when; or that nothing will be done, and a name.",
      "There is a bearing in the hall of the Museum of Works. It was cast in 1911 by people who thought that somebody, some day, would need it. They couldn’t have known who, and they had it made all the same, and they greased it, and put it by. It’s been standing there for forty years under a card that nobody reads. It’s the only part of this story in which anybody kept a promise to us.",
    ],
  }),

  madeGround: story({
    headline: "Stop calling it reclaimed land",
    standfirst:
      "You can’t reclaim what was never yours. A fifth of Ostmere stands on harbour, and the harbour has a long memory.",
    section: "opinion",
    label: "opinion",
    topics: ["history", "seaLevel", "housing"],
    bylines: ["halldora"],
    lead: lead("oldShore"),
    hoursAgo: 138,
    body: [
      "Every year I take my first-year students to the corner of Tallow Lane and Saltmarket and ask them to find the beach. They look at the kebab shop. They look at me. Then one of them, generally one who came by bicycle, notices that the street tips downhill, slightly, all at once, along a line. That’s it. That’s where the water was, in 1790, and if you had stood there then you would have got your shoes wet.",
      "Nearly a fifth of this city has been made since. It was made with whatever there was: ballast, oyster shells, old hulls, the rubble of two fires, and for eleven years in the last century, with ash. The surveyors who planned it called the result *made ground*, and I’ve always thought that a modest and exact expression. Sometime in the nineteen-fifties we began to call it *reclaimed*.",
      "I should like us to stop, and not because I’m a pedant, or not only. To reclaim a thing is to get it back. The word says that the land was ours, that the sea had taken it, and that matters have been put right. None of this is so. We moved in. We’ve been there for a couple of hundred years, in which we have been very comfortable; and the owner, who is patient, has kept a key.",
      "Words decide what surprises us. If Low Quay is *reclaimed* then a wet cellar is an outrage, and somebody must be written to. If it’s *made ground*, a wet cellar is Thursday. Fishermen’s families on the quay, who’d never heard of either word, used to keep their flour on the first floor. Every one of those houses has since had its kitchen moved downstairs.",
      h2("What the ground remembers"),
      "The ground goes on knowing what it was. In the flood of 1953 the water did not spread through Saltmarket like a stain. It went up the creeks. They’d been filled, paved and built over for 120 years; and it found every one, and ran up beneath the shops along a course that you can lay over the chart of 1790 with hardly a finger’s breadth between them. The ship which my colleagues have just found [under the car park](story:carParkHull) lies in one. The drain in bay 61 never worked because it was trying to empty a harbour into itself.",
      "I don’t want to give it back. I live on it, behind the ice works, on about four metres of oyster. But this summer the council will vote on [34 million crowns’ worth of steps](story:tideGauge) along the edge of it, and I’d ask members to look, before they do, at two maps: the one they’re used to, and the one underneath.",
      "Let some of it be wet. Choose which. Put the flour upstairs.",
      rule,
      "*Dr Halldóra Quist teaches maritime history at Ostmere Polytechnic.*",
    ],
  }),

  emptyFerry: story({
    headline: "In praise of the ferry nobody takes",
    standfirst:
      "The 6.40 from Low Quay carries eleven people on a good day. I’m one of them, and I’d like to make the case for the other ten.",
    section: "opinion",
    label: "opinion",
    topics: ["ferries", "transport"],
    bylines: ["bartholomew"],
    lead: lead("harbourDusk"),
    hoursAgo: 190,
    updates: [
      {
        hoursLater: 46,
        append: [
          rule,
          "*Since this was written Harbour Ferries has said that [the new boat](story:electricFerry) will keep the 6.40. I’d like to thank the person with the ladder.*",
        ],
      },
    ],
    body: [
      "There’s a man who comes round each spring with a clicker. He stands at the head of the gangway of the 6.40 and presses it as you go by, and I always feel that I ought to say something encouraging. Last year he pressed it nine times. He looked so downcast that I went off and came on again.",
      "On the strength of the clicker it’s been proposed, for the fifth time in my life, to drop the 6.40. There’s a boat at five, on which you can’t get a seat, and one at eight. The company could save a crew. Nobody would be stranded. I’ve read the paper, and there’s not a sum in it that is wrong.",
      "Here’s who was on it last Tuesday. Ilse with her fiddle, back from her lesson. Old Mr Thorvald, who goes over each week to be cut by a barber who has been dead since the summer; he sits in the shop and the son gives him tea. Two lads from the bakery who work till six and whose mother likes to see them. A girl crying. A doctor. A person unknown to me with a ladder. Me.",
      "You can move all of us to the eight o’clock. It’s just that Ilse’s lesson would be no good to her then, since she’d miss her tea and her grandmother’s bedtime; and the lads would stay in town, where they’d find something to do. And the doctor is the doctor. She takes the 6.40 because it lets her hold a surgery at both ends of the day. If it goes, one of the ends goes.",
      pullQuote(
        "A line on a timetable isn’t there only for the people who are on it. It’s there for everyone who might be.",
      ),
      "In 34 years as a pilot I went out to some ten thousand ships. On not one of them was I needed, if by that you mean that she’d certainly have gone aground without me. You can’t count what didn’t happen. You can’t click it. A line on a timetable isn’t there only for the people who are on it. It’s there for everyone who might be: for all those on the island who took a job in town, or bought the house, or had the baby, because there was a boat at 6.40 if ever they should want it.",
      "They don’t want it. They’re on the five o’clock, standing up. But you take away the 6.40 and see who moves off the island.",
    ],
  }),

  wrongAboutTrams: story({
    headline: "I was wrong about the trams",
    standfirst:
      "Fourteen years ago I wrote on this page that line 2 would ruin Kettle Hill. A correction, with interest.",
    section: "opinion",
    label: "opinion",
    topics: ["transport", "council", "history"],
    bylines: ["tomasz"],
    lead: lead("tram"),
    hoursAgo: 400,
    body: [
      "Newspapers correct a misspelt name by the next morning. It’s a curious thing that there is no form for putting right an opinion. One simply stops having it, and hopes.",
      "So here, under my own name, is one. Fourteen years ago, when I was new here and knew everything, I wrote in this place that to lay a tramway up a gradient of one in nine would be “a monument to the vanity of engineers”; that it would be late, and dear, and empty; and that in ten years’ time there would be nothing on Kettle Hill but people taking photographs of it.",
      "It was late. I’ll keep that.",
      "It cost 61 million crowns, against the 58 promised. I had said ninety. It carries 19,000 people a day; I’d said four. As for the hill, on the stretch of Chandler’s Rise where I counted eleven shops, three of them shut, there are now 26, and one’s a shoe mender. I take my shoes to him. He has my article up on the wall.",
      "I’ve tried to understand how I got it so wrong, since I’d read all the papers. I think that was how. The forecasts dealt with journeys people were already making. They asked who now went down the hill and up again, and how, and whether they might do it by tram. But half of those who ride line 2 at noon aren’t replacing any journey whatever. They’re old, or they have a pram, or a bad knee; and what they did before there was a tram was stay in.",
      "None of that was in the appendix. It was there in the street, all the same. I’d only to look up at the third-floor windows and see how many people were looking down.",
      "I still believe that councils build things out of vanity; I expect to write so again before the month is out. I only hope I’ll go and count the windows first.",
    ],
  }),
};

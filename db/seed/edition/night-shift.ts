import { pullQuote, quote } from "@/db/seed/write";
import { lead, type StoryInput, story } from "./story";

const part = {
  section: "city",
  series: "nightShift",
  credits: { editor: ["adaeze"] },
} satisfies Partial<StoryInput>;

/** A series: what is told in it is in order. */
export const nightShiftStories = {
  midnightSwitchboard: story({
    ...part,
    headline: "Midnight: the voice of the hospital",
    standfirst:
      "Whoever rings St Brannoc’s after dark gets Perpetua Halloran-Diaz. She knows, within a word, what it is about.",
    topics: ["nightLife", "health", "labour"],
    bylines: ["rafiq"],
    hoursAgo: 117,
    body: [
      "There are 2,400 extensions at St Brannoc’s Hospital, and at midnight about 60 of them will be answered. Perpetua Halloran-Diaz, who has worked the switchboard for 22 years, doesn’t look them up.",
      "She sits in a room without a window behind the linen store, with a headset, two screens and a geranium under a lamp. Between twelve and one she took 94 calls on the night I was there. Most lasted less than ten seconds. “Good evening, St Brannoc’s,” she says, and then she waits, and it’s in the waiting, she says, that you hear it.",
      "“If they say sorry first, it’s a birth. If they say a name first, they’re worried. If they breathe in, you put them through to the ward and you stay on till somebody’s picked up.”",
      quote(
        "It isn’t in the instructions that you stay on. But I’d want someone to. It’s four rings. You can keep a person company for four rings.",
        "Perpetua Halloran-Diaz, switchboard operator",
      ),
      "The hospital has tried machines. One asked callers to say where they wished to go; it did well with accents and badly with weeping, and was moved to outpatients. Another was to guess which calls were urgent. It is still in a box. “It wanted to learn from me,” Halloran-Diaz said. “I told it to begin with the breathing.”",
      "At ten to one a boy rang to ask whether his grandmother was asleep. She was put through to the ward, and stayed on. The sister went and looked. She was. “There you are, then,” Halloran-Diaz told him. “Now you.”",
    ],
  }),

  bakersTwo: story({
    ...part,
    headline: "Two o’clock: four hundred loaves and a radio",
    standfirst:
      "On Tallow Lane the bread for half the city is shaped by three people who don’t speak until the ovens are full.",
    topics: ["nightLife", "food", "labour"],
    bylines: ["samira"],
    lead: lead("bakery"),
    hoursAgo: 93,
    body: [
      "They begin at half past one, and until four nobody says a word. It isn’t a rule. “You’ve just got up, it’s dark, and there are 400 of them,” said Emeka Sørlie, who owns the bakery on Tallow Lane. “What would you say?”",
      "The dough has been lying in the cold since the afternoon. Sørlie cuts it; his sister Ngozi weighs it, by hand, and is never out by more than five grams; and Bruno Castellani, who is 71 and came for a summer in 1974, shapes it. He makes each loaf in three movements. I counted: it takes him as long as it takes to read this sentence.",
      "I was a pastry cook for nine years and I’d forgotten the heat of it, and how the floor is always slightly sweet. I was given a tray of rolls to do. Castellani looked at them, and without any unkindness did them again.",
      pullQuote("You’ve just got up, it’s dark, and there are 400 of them. What would you say?", "Emeka Sørlie, baker"),
      "The first batch goes in at ten past two. Then there’s nothing to do for a quarter of an hour, and they stand at the back door with their arms folded in flour and listen to the radio: the shipping forecast, always, for a sea that none of them has any business on. When it’s over Ngozi turns it off. “Poor devils,” she says, every night, and they go in.",
      "By six the shelves have gone to the hospital, the terminal and the schools. What’s left is for the shop. I bought the rolls that I had made first. I’d know them anywhere.",
    ],
  }),

  sluiceFive: story({
    ...part,
    headline: "Five o’clock: the man who lets the river in",
    standfirst:
      "Before the city wakes, Gethin Okafor-Brandt opens the Harrow sluice by 14 turns, or 15. It’s the one turn that he’s paid for.",
    topics: ["nightLife", "weather", "labour"],
    bylines: ["ines"],
    hoursAgo: 69,
    body: [
      "The gate at Harrow weighs nine tonnes, and Gethin Okafor-Brandt moves it with a wheel. There’s a motor. He lets it do the first 14 turns and does the last himself.",
      "Every morning, at whatever hour the tide and the river are level, somebody has to let the one into the other, or the basin goes sour. On the night that I went with him that was six minutes to five. He had been there since two. “You can work out when,” he said. “You can’t work out how much.”",
      "How much depends on the rain in the hills the day before yesterday, the wind, the moon, and a smell that he did his best to describe. One turn too many and the houseboats on the east side touch bottom. One too few, and by noon there’s weed at the pump house, and a letter.",
      quote(
        "I’ve had eleven letters in sixteen years. Nine of them were the same gentleman. I put in the extra turn for him on his birthday.",
        "Gethin Okafor-Brandt, sluice keeper",
      ),
      "The council means to put in a sensor, and he has no quarrel with it. He has asked that it should be set beside the wheel and not in place of it, so that he may see if it’s any good. He’ll retire in three years. He would like it to have learnt by then.",
      "At five to five the water stopped moving. For perhaps a minute the basin was as flat as a plate, and it had the whole sky in it. Then there was a sound like somebody turning over in bed, and it was morning, and on Tallow Lane [the first loaves](story:bakersTwo) were going out.",
    ],
  }),
};

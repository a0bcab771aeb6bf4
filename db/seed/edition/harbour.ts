import { bullets, h2, h3, pic, pullQuote, quickLinks, quote, rule } from "@/db/seed/write";
import { lead, story } from "./story";

export const harbourStories = {
  pilots: story({
    headline: "What the pilots know",
    standfirst:
      "Nineteen men and women bring every ship into Ostmere. They do it mostly in the dark, from a ladder, on the bridge of somebody else’s vessel. We went with them for a week.",
    section: "harbour",
    topics: ["shipping", "port", "weather", "labour"],
    bylines: ["ines"],
    lead: lead("pilots"),
    hoursAgo: 100,
    search: { description: "A week with the harbour pilots of Ostmere: the ladder, the fog, the Narrows and the mud." },
    body: [
      "The ladder is the thing. Everything else that a pilot does can be taught in a room, and is, for four years. But at the end of it there comes a morning when the cutter lifts on a swell beside forty thousand tonnes of moving steel, and from somewhere overhead hang nine metres of wet rope and wood, and you must let go of the one and take hold of the other at the top of the rise and not a moment after it.",
      "“Never on the way down,” said Thandeka Moberg, who has done it some six thousand times. “If you step when the boat is dropping, then the boat has left and you’re a person holding a rope.”",
      "Moberg is 44 and one of nineteen licensed pilots at Ostmere. By law no ship of more than 60 metres may enter or leave without one. Last year they made 7,306 passages between them. On 2 of those something touched something. They can tell you the dates.",
      h2("Half past three, the Senn"),
      "The pilot station is a low brick house on the outer mole with bunks, a stove and the smell of both. A board on the wall lists the ships to come. At half past three in the morning there were four, and fog.",
      "Fog changes the order of things. In clear weather the pilots take turns. In fog they sort themselves without a word said, by who knows which kind of ship, and that night the *Calliope Grande*, 228 metres, loaded deep with potash, went to Moberg because she had taken her sister ship in three times, and to me because I asked.",
      "The cutter ran out at nine knots with its radar turning and its deckhand, Ilias Proctor, in the bow with his head on one side. He was listening. Radar shows where a ship is, he explained afterwards, but its engine tells you what it’s about to do.",
      "What came out of the fog was at first only a place where there was more of it. Then a wall, black above and red below, higher than the houses on Low Quay. Proctor put a torch on the ladder. Moberg looked at it for a good ten seconds: the side ropes, the steps, the knots at the rail. She has turned ladders down. Two years ago a colleague on another coast did not, and fell.",
      "She rubbed her gloves together, waited for two swells to pass beneath us, and on the third was gone.",
      pullQuote(
        "If you step when the boat is dropping, then the boat has left and you’re a person holding a rope.",
        "Thandeka Moberg, pilot",
      ),
      h2("On somebody else’s bridge"),
      "A pilot has no rank on board. The captain stays in command; the pilot gives advice, in the form of orders, and the captain may overrule it at any moment, and hardly ever does. They will have met two minutes before. They may share forty words of a language.",
      "“The first thing you do is find out how tired he is,” Moberg said. “You shake hands. You say it’s a foul night. You look at the coffee cups. If there are nine cups on the chart table and it’s one man’s watch, you speak slowly and you say everything twice.”",
      "Captain Aurelio Bakke of the *Calliope Grande* had three cups, and was courteous, and wanted chiefly to know about the Narrows. They all do.",
      h3("Eighty-eight metres"),
      "Between the Skerry and Gannet Point the fairway is 88 metres wide. The ship was 32. On a chart that looks like room enough. But a loaded ship in shallow water does not go where it’s pointed. It squats; it crabs across the tide; it is drawn towards the nearer bank by its own wash as if by a magnet. The wheel has to go over before the bend and come off before the ship has begun to turn. Whoever waits to see the turn has missed it.",
      "Moberg stood at the middle window, where there was nothing at all to be seen, and gave headings in a voice that you might use to read to a child.",
      quote(
        [
          "Zero-four-one. Thank you. Midships. Thank you. Starboard ten. Ease to five.",
          "Now we wait. Now we wait a bit more. There she is.",
        ],
        "Thandeka Moberg, in the Narrows",
      ),
      "I asked her later what the last words meant, since the windows had shown the same grey as before. She had felt it, she said, in the balls of her feet: the ship had stopped sliding. “You get the heel a second before the compass. They gave us a simulator for five million crowns, and it’s very good, and it hasn’t got feet.”",
      pic("lighthouse"),
      h2("What is handed on"),
      "The fairway moves. Every westerly gale shifts sand from the Senn bar and lays it somewhere less convenient, and though the Port Authority surveys it each month, the pilots don’t wait for the survey. They keep a book.",
      "It is in fact the forty-first book. The first was begun in 1868. Each pilot writes in it after a passage, in pencil, whatever the next one should know. Most of it is about mud.",
      bullets(
        "“Soft patch W of No 7 has come N by a ship’s length.”",
        "“Set to the E stronger than tables first hour of ebb after rain. Believe the river, not the tables.”",
        "“Anchored dredger will tell you he is off the line. He is not off the line.”",
        "“Herring gulls standing on bank at Nos 3 & 4. *Standing.*”",
      ),
      "A newcomer copies out the last ten years of it by hand. There is a scan. Nobody has ever been let off with the scan. “By the third year you notice that you’re copying out a person,” said Jean-Baptiste Haugland, the senior pilot. “You know how Oyelade thought. You get so you can hear him being annoyed.”",
      "[Bartholomew Oyelade](byline:bartholomew), who retired six years ago after 34 years, and who now [writes for this newspaper](story:emptyFerry), said that he was not annoyed, he was precise.",
      h2("The machine in the room"),
      "In a grey cabinet in the corner of the station is a box that could one day do without most of this. It joins the radar, the depth sensors and the ship’s own instruments, and reckons where the ship will be in six minutes. On trials last year it called the turn in the Narrows within two seconds of the pilot, 94 times in a hundred.",
      "The Port Authority is considering whether smaller ships might be guided with its help from a desk ashore. Ghislaine Tamm, the authority’s chief executive, said that no decision would be taken for two years and that safety would come first. “Nobody should climb a ladder in a gale if there’s another way to do it. I’d have thought that the pilots would agree.”",
      "On the whole they do. Haugland, who sits on the working group, likes the box and has named it Kevin. It is the other six in a hundred that interest him. He has been through every one. In four the box was late because a sensor was fouled. In one the pilot was wrong and the box was right.",
      "“And in the sixth,” he said, “there was a fishing boat lying in the fairway without lights. The box couldn’t see it. Neither could the pilot. He turned early because the gulls were in the wrong place.”",
      "He let me think about that.",
      h2("Ten past six"),
      "The *Calliope Grande* took her first line at the east terminal at ten past six. The fog had lifted just enough to hang like a ceiling, with the legs of [the cranes](story:dockersDeal) standing under it. Captain Bakke signed the form, gave Moberg a bag of oranges, and was asleep, the mate said, before she reached the gangway.",
      "She went down it with her gloves in her pocket. A gangway hardly counts, and she always says so. Then she walked the length of the quay to the station to write it down.",
      "The entry, in pencil, is under that day’s date. “0352–0610. *Calliope Grande*, 11.2 m. Thick throughout. W bank at No 7 steeper than drawn. Captain good. Journalist no trouble, though she stepped on the way down.”",
      rule,
      quickLinks(
        false,
        ["More about the Port Authority", "topic:port"],
        ["Efua Lindqvist-Mensah, keeper of the Skerry light", "story:keeper"],
        ["How to read a shipping forecast", "https://www.example.org/weather/shipping-forecast"],
      ),
    ],
  }),

  dockersDeal: story({
    headline: "Dockers and port settle, forty minutes before the cranes stop",
    standfirst:
      "Crane drivers will get a fourth crew on nights and 4.5 per cent. The strike at the east terminal is off.",
    section: "harbour",
    topics: ["labour", "port", "shipping"],
    bylines: ["ines"],
    lead: lead("cranes"),
    hoursAgo: 20,
    updates: [
      {
        hoursLater: 7,
        change: { kind: "update", note: "The union’s members have voted for the agreement, by 571 to 62." },
        standfirst:
          "Crane drivers will get a fourth crew on nights and 4.5 per cent. Members have now backed the deal by nine to one.",
        append: [
          h2("Members vote in favour"),
          "**Update:** In a show of hands at the terminal canteen, held at the change of each shift, 571 members of the Harbour Workers’ Union voted for the agreement and 62 against. It takes effect on the first of next month.",
        ],
      },
    ],
    body: [
      "With the first pickets already pulling on gloves at Gate 3, the Harbour Workers’ Union and the Port Authority reached an agreement that keeps Ostmere’s cranes turning.",
      "It was signed at twenty past eleven at night, on the bonnet of a car, because the meeting room had been booked until eleven. The strike was to begin at midnight.",
      "The two sides had been nearer on money than on sleep. The authority offered 4 per cent; the union wanted 5; they met in the middle within a day. What took the other nine was the night shift. Since the terminal went over to larger ships, crane drivers have worked turns of up to eleven hours, alone, 42 metres above the quay. The union wanted a fourth crew so that nobody drives for more than six.",
      quote(
        "After eight hours you are still doing it right. You just can’t remember having done it. That’s a box of 30 tonnes, going over somebody’s head.",
        "Bogdan Asamoah, crane driver",
      ),
      "The authority had said that a fourth crew would cost 3.1 million crowns a year. In the end it agreed to phase one in over eighteen months, beginning with the two largest cranes, and the union agreed that drivers would be trained to work any crane in place of one.",
      "“We gave them flexibility and they gave us Tuesdays,” said Delphine Ugarte, the union’s secretary, who had been awake for 29 hours. Ghislaine Tamm, the authority’s chief executive, said the agreement was “dear, and worth it”.",
      "Eleven ships were at anchor off the Senn, waiting to learn whether there would be anybody to unload them. By one in the morning the first had a pilot aboard.",
      "A stoppage would have been the first since the eleven-week strike of 1974, in which the port lost its fruit trade to Sunde and never got it back. Nobody on either side mentioned that in public. Three people at the table had fathers who were in it.",
      h2("What was agreed"),
      bullets(
        "Pay: 4.5 per cent now and 2 per cent a year from now.",
        "Nights: no more than six hours in the cab. Two cranes at once, the rest within eighteen months.",
        "Training: every driver on at least two types of crane, in paid time.",
        "Canteen: open all night. This was the first item settled.",
      ),
    ],
  }),

  electricFerry: story({
    headline: "First electric ferry reaches Ostmere under her own power, with 9 per cent left",
    standfirst:
      "The Marguerite Osei will carry passengers to Gannet Island from next month. She is quiet enough to have surprised a seal.",
    section: "harbour",
    topics: ["ferries", "energy", "transport"],
    bylines: ["ines", "rafiq"],
    lead: lead("ferry"),
    hoursAgo: 146,
    body: [
      "Nobody heard her come. The band on Low Quay was tuning for the arrival of the city’s first electric ferry when a trombonist looked round and found that it had arrived.",
      "The *Marguerite Osei*, 62 metres, built at Sunde for 48 million crowns, ended a delivery trip of 140 nautical miles on a single charge. It was meant to be two. The captain, Stellan Abara, who is also the manager of Harbour Ferries, decided off Corran Head that the sea was kind and carried on. “We had 9 per cent when we tied up,” he said. “I’d like it noted that I was never worried. The mate would like it noted that he was.”",
      "She replaces the *Harrow Queen*, which has burned 3,200 litres of diesel a day on the Gannet Island run since 1979. The crossing will take the same 35 minutes. It will be a good deal cleaner, and passengers on the after deck will be able to hear one another, which Abara expects to lead to complaints.",
      "Charging is by an arm on the quay that finds the ship, plugs itself in and gives her enough for a return trip in seven minutes. On its first public trial it found the ship, considered it and plugged itself into the band’s tea urn. Engineers said that the fault had been in the colour of the urn.",
      "The power comes from the city’s own share in the outer Senn wind farm, or will, once there’s [a cable to bring it ashore](story:cableShips). Until then she runs on what everyone else does. Even so, Harbour Ferries reckons that it will spend 61 per cent less on each crossing than it did on diesel, and has promised islanders that the difference will go into a second boat.",
      h2("What passengers will notice"),
      bullets(
        "Room for 420 people and 38 cars, up from 300 and 22.",
        "A step-free way on board at any state of the tide.",
        "The same fare: 6 crowns, islanders 2.",
        "The 6.40 stays. There had been talk of dropping it; see [Bartholomew Oyelade’s column](story:emptyFerry).",
      ),
      "The name was chosen by islanders. Marguerite Osei was the district nurse on Gannet for 41 years, and made the crossing, by her own diary, 8,812 times. Her granddaughter, who broke the bottle, said that she had been sick on most of them.",
    ],
  }),

  herring: story({
    headline: "Herring quota cut by a fifth as survey finds few young fish",
    standfirst: "Skippers say that they can live with one bad year. Scientists say that this is the second.",
    section: "harbour",
    topics: ["fishing", "marineLife", "port"],
    bylines: ["mirjam", "ines"],
    lead: lead("shoal"),
    hoursAgo: 170,
    updates: [
      {
        hoursLater: 1,
        change: { kind: "minor" },
        replace: {
          0: "Ostmere’s boats will be allowed to catch a fifth less herring next season, after a survey found the smallest number of young fish in the Senn for 20 years.",
        },
      },
      {
        hoursLater: 2,
        change: { kind: "minor" },
        standfirst: "Skippers say they can live with one bad year. Scientists say this is the second.",
      },
      {
        hoursLater: 20,
        change: {
          kind: "correction",
          text: "An earlier version of this article gave the new quota as 18,400 boxes. It is 18,400 tonnes.",
          place: "end",
        },
        replace: {
          1: "The fleet may take 18,400 tonnes, against 23,000 this year. It is the lowest figure since the fishery opened again in 2003.",
        },
      },
      {
        hoursLater: 31,
        change: {
          kind: "update",
          note: "The association has said how its members will share out the smaller catch, and that two boats will stay ashore.",
        },
        standfirst:
          "A survey found few young fish in the Senn. The fleet will share what is left, and two of its 31 boats will stay ashore.",
        append: [
          "**Update:** Meeting at the ice house, the association’s members agreed to share the catch by the length of each boat, as in 2011. Two skippers offered to stay ashore for the season in return for their fuel. “Somebody has to be first to be sensible,” said Cullinane.",
        ],
      },
      {
        hoursLater: 52,
        change: {
          kind: "clarification",
          text: "We have made plain that the two boats stay ashore for one season, by their skippers’ own offer. They are not taken out of the fleet.",
          place: "end",
        },
        standfirst:
          "A survey found few young fish in the Senn. The fleet will share what is left, and two of its 31 boats will stay ashore for a season.",
      },
    ],
    body: [
      "Ostmere’s boats will be allowed to catch a fifth less herring next season, after a survey found the smallest number of young fish in the Senn for twenty years.",
      "The fleet may take 18,400 boxes, against 23,000 this year. It is the lowest figure since the fishery opened again in 2003.",
      "The survey ship *Petrel* spent 26 days listening. Herring have swim bladders, which ring like small bells when a pulse of sound strikes them, and from the echo a practised ear can tell not only how many there are but how old. Fish of four years and more were about as many as expected. Of those that should have hatched the year before last, there was a third.",
      "“A shoal should look like a town, with all ages in it,” said Professor Yusra Lindqvist, director of the Marine Station on Gannet Island. “This looks like a town where nobody has had children.”",
      h2("Why so few"),
      "Lindqvist’s team has two suspects. One is warm water: herring spawn on gravel at below 11 degrees, and for two springs the gravel off the Skerry has not been below 12. The other is mackerel, which follow the warmth north and eat herring larvae by the million. “We can’t yet say how much is heat and how much is mouths,” she said.",
      "Mattias Cullinane, who chairs the Fishermen’s Association, did not dispute the count. He took part in it: two of the association’s boats towed nets alongside the *Petrel*. What he disputes is the arithmetic that follows. A cut of 10 per cent now and 10 next year would have kept all 31 boats at sea. Twenty at once, he believes, will tie up four.",
      quote(
        "They’re right about the fish. I’ve never said they weren’t. I’m only telling you what is at the other end of the pencil.",
        "Mattias Cullinane, skipper of the Good Intent",
      ),
      "The ministry has set aside 2 million crowns for crews who lie up during the spawning weeks. Prices rose by 11 per cent at [the fish auction](story:auctionClock) on the morning after the news.",
      "His own boat, the *Good Intent*, has a crew of five. Two of them are his nephews and one has just bought a house. On the morning the figure came out he called them together in the wheelhouse and told them that all five would stay, for less each. “It’s what my father did in the closed years,” he said. “He had the one coat.”",
    ],
  }),

  umbrellas: story({
    headline: "Nine thousand umbrellas come ashore on Gannet Island",
    section: "harbour",
    standfirst: "A container lost off the Senn has opened. The island is dry.",
    topics: ["shipping", "port"],
    bylines: ["ines"],
    hoursAgo: 43,
    body: [
      "A container that went over the side of a ship in last week’s gale has broken open on the west shore of Gannet Island. It held 9,000 folding umbrellas, most of them in working order.",
      "Islanders were at the tideline by first light. “They open by themselves when they’ve dried,” said Tuuli Anand, who runs the shop. “You’d be walking along and one would go off.”",
      "The cargo belongs to its insurers, and Captain Ruta Eskildsen, the harbour master, asked people to report what they find. By noon she had been told of 11.",
      "The container was one of four lost. Two have been found; ships are warned of the last, which is thought to be floating just below the surface and to be full of garden gnomes.",
    ],
  }),

  cableShips: story({
    headline: "Vedra yard wins first order in nine years: two ships that lay cable",
    standfirst:
      "The contract is worth 460 million crowns and 380 jobs. The yard must first find the people who remember how.",
    section: "harbour",
    topics: ["shipping", "labour", "energy"],
    bylines: ["ines"],
    lead: lead("shipyard"),
    hoursAgo: 290,
    updates: [
      {
        hoursLater: 3,
        standfirst:
          "The contract is worth 640 million crowns and 380 jobs. The yard must first find the people who remember how.",
        change: {
          kind: "correction",
          text: "An earlier version of this article said that the contract was worth 460 million crowns. It is worth 640 million.",
          place: "top",
        },
      },
    ],
    body: [
      "Slip 3 has stood empty for so long that a rowan grows in it. It will have to come out: the Vedra yard has won an order for two cable-laying ships, the first new hulls to be built on the Lisk in nine years.",
      "The ships, each of 121 metres, will join wind farms in the outer Senn to the shore. The buyer is Nordlink Array, which is owned by four coastal cities. The first keel is to be laid within ten months.",
      "Vedra survived the gap by mending trawlers, making staircases and casting, on one occasion, a bell. It has 140 people. It needs 520. “Steel we can buy,” said Henrike Vedra, who runs the yard her great-grandfather founded. “What I need is a person who can look at a plate and tell me that it’s going to bend.”",
      "She has begun to telephone them. Of 212 platers and welders who left when the last ship did, the yard has found 160. Many drive buses. Some are at Sunde, across the border, building ferries for this city. Sixty-four have said that they’ll come back, on the condition, in nine cases, that the canteen will have the same cook. It will.",
      "The rest must be trained. The Polytechnic will open a course for 90, paid from the first day. Applications closed after a weekend, with 1,300 names. More than a third were women’s. At the last intake there were two, and one of those, Parveen Strandberg, is now the foreman.",
      "She has had to persuade the banks as well. Only one of four would back the yard, and it wanted a guarantee, which the council gave by 39 votes to 6 after a debate in which eleven members mentioned their grandfathers.",
      quote(
        "I was told I’d be the last apprentice on this river. I’ve kept the letter. I thought that I might have it framed for the canteen.",
        "Parveen Strandberg, foreman",
      ),
      "The contract carries penalties for lateness of 90,000 crowns a day. Economists have asked whether a yard so long idle should have bid. Vedra said that she had asked the same, each night, for a year. “Then I’d walk down and look at the tree.”",
      "The rowan, which is four metres tall, will be moved to the gate.",
    ],
  }),

  sixKnots: story({
    headline: "Inner harbour speed limit cut to six knots",
    section: "harbour",
    standfirst: "",
    topics: ["port", "onTheWater", "marineLife"],
    bylines: ["ines"],
    hoursAgo: 220,
    body: [
      "Boats in the inner harbour must keep below six knots from the first of next month, two fewer than now. The Port Authority said that wash was wearing away the quay at Tannery Steps and rocking the rowing clubs’ pontoons.",
      "The limit applies inside a line from the Skerry light to Gannet Point, to everyone but pilots, lifeboats and rowers, “who may go as fast as they’re able”, said Captain Ruta Eskildsen, the harbour master.",
      "Slower boats should also help [the seagrass in Harrow Basin](story:seagrass), which does badly in stirred-up water. Fines begin at 200 crowns. There will be a month of warnings first.",
      "Three new cameras will measure the speed of each boat and show it on a board, with a face that smiles or doesn’t.",
    ],
  }),

  auctionClock: story({
    headline: "The clock at the fish market stops for good",
    standfirst: "Buyers may now bid from their desks. Most of them have come to the hall anyway.",
    section: "harbour",
    topics: ["fishing", "history", "food"],
    bylines: ["samira"],
    lead: lead("auction"),
    hoursAgo: 318,
    body: [
      "It goes backwards, for a start. The hand begins at a price that no one would pay and falls, and the first buyer to lose his nerve raises an arm and has the fish. A lot takes four seconds. In a good hour 700 boxes of cod, ling, plaice and herring change hands under the great dial on Low Quay, and there isn’t a sound but the tick and, now and then, somebody breathing out.",
      "The clock was made by a firm that otherwise fitted out railway stations, and in four generations it has stopped only for two floods and a wedding. This week it was switched off. The auction has moved to a screen, on which anybody with a licence may bid from anywhere, and for which the clock’s 48 brass buttons, one for each seat, cannot be made to work.",
      "“It’s a good system,” said Ljubica Hartono, who has bought for restaurants since she was nineteen. She had it open on her telephone. She was sitting in seat 31, where she always sits. “At home I’d see the price. Here I can see Dunstan’s neck, and Dunstan’s neck goes red at six crowns a kilo.”",
      "Of 44 buyers on the first morning, 38 came to the hall. They sat in their own places and looked at their own screens. When the first lot sold, to a bidder in Corriden whom none of them had ever seen, there was a short silence, and then someone at the back said, “Well, he’s overpaid.”",
      pullQuote(
        "Here I can see Dunstan’s neck, and Dunstan’s neck goes red at six crowns a kilo.",
        "Ljubica Hartono, buyer",
      ),
      "The market’s manager, Fergal Nakashima, expects prices to rise by 3 to 5 per cent as buyers farther off join in. That is good for the boats in [a hard year for herring](story:herring). It’s less good for the small shops, which used to pick up the odd last box at the bottom of the dial.",
      "The clock will stay on the wall. It has been set to ten to six, when the first lot used to go up, and a notice asks people not to raise their hands to it. “Force of habit,” Nakashima said. “I’ve done it twice.”",
    ],
  }),

  keeper: story({
    headline: "Efua Lindqvist-Mensah, last keeper of the Skerry light, dies at 91",
    standfirst:
      "She kept the lamp for 27 years, wrote down every ship that passed it, and was never once, she said, lonely.",
    section: "harbour",
    topics: ["history", "shipping"],
    bylines: ["halldora"],
    lead: lead("keepersDesk"),
    hoursAgo: 340,
    body: [
      "On the night of the great gale of 1987, when the anemometer on the Skerry broke at 104 knots, the keeper of the light went up the tower every twenty minutes to wipe salt from the glass. She had to do it from outside, lying down, with a rope round her waist. At dawn she wrote in the log: “Wind fell light toward 5. Lamp burned throughout. Washing lost.”",
      "Efua Lindqvist-Mensah, who has died at the age of 91, was the last person to keep the Skerry light by hand and the only woman ever to have done so.",
      "She was born on Pilots’ Row, the third child of Kwabena Mensah, a ship’s carpenter, and Signe Lindqvist, who gutted herring. At fifteen she was apprenticed to an instrument maker on Candlewick Street. She could have gone on making barometers; but in 1966 she delivered one to the Skerry, was held there by weather for nine days, and on her return applied to be the assistant.",
      "The Lights Board replied that the post was not open to women. She wrote back to ask for the rule. There was no rule; it had never come up. It took them eight months to think of one, by which time she had been there for six.",
      "Her husband, Aksel Brun, whom she married in 1970, came out as assistant in his turn and served under her. They had a goat, a harmonium and, from 1974, a daughter, Ama, who learnt to walk on a spiral stair and for years took every step a little to the left.",
      "What she will be remembered for is the log. Keepers were required to note the weather. She noted everything: each ship, with its rig, its cargo if she could tell, and whether it answered her flag; each bird; the colour of the sea, for which she used 61 words. It runs to 82 volumes. Biologists have used it to date the return of the grey seal, historians to find a lost collier, and [those who measure the sea](story:tideGauge) to mend a gap of eleven weeks in 1979.",
      quote(
        "I was asked if it was dull. There’s a lot of nothing out there, that is so. But it’s never the same nothing.",
        "Efua Lindqvist-Mensah, in an interview in 1994",
      ),
      "The light was made automatic in that year. She handed over the key, showed the engineer where the door stuck, and moved to a flat on the eleventh floor at Northgate, from which on a clear night she could see it. When the lamp failed one January she had telephoned the Port Authority before its own alarm went off. They gave her the number of the duty engineer, and she used it four times.",
      "She is survived by Ama, two grandchildren and the harmonium. The Skerry light will be dark for one minute tomorrow at dusk. Ships have been told.",
    ],
  }),

  boatFloats: story({
    headline: "How the shuttle boats will run",
    section: "harbour",
    standfirst: "Timetable, tickets and where to put your bicycle while Cordwain Bridge is shut.",
    topics: ["ferries", "bridge", "transport"],
    bylines: ["rafiq"],
    hoursAgo: 8,
    body: [
      "Harbour Ferries has put three boats on the crossing from Low Quay to Tannery Steps for as long as Cordwain Bridge is shut. They are free.",
      bullets(
        "First boat 5.30 a.m., last boat half past midnight, every day.",
        "Every 8 minutes until 8 p.m., then every 15.",
        "94 passengers a boat; 12 bicycles on the foredeck. Wheelchairs board first, by the ramp at the east end of each landing.",
        "Dogs are welcome, and are asked not to stand in the bows.",
      ),
      "A fourth boat joins in the mornings from tomorrow. For every other way across, see [our guide to the closure](story:bridgeShut).",
    ],
  }),

  sugarBarge: story({
    headline: "Barge sinks at her moorings and sweetens the inner harbour",
    standfirst:
      "Nobody was hurt. Four hundred tonnes of sugar went over the side in a night, and the swans have not left since.",
    section: "harbour",
    topics: ["shipping", "port", "marineLife"],
    bylines: ["ines"],
    hoursAgo: 27_000,
    body: [
      "The watchman on Low Quay heard it at about four in the morning, or heard, he said, that he couldn’t hear something. The pump on the barge *Merit* had run every night for a month. He went out with a lamp to look, and there was her mast.",
      "She lay in five metres with 400 tonnes of raw sugar in her, and by daylight she hadn’t any. It’s the first wreck in the inner harbour for 41 years. Her skipper, who was ashore at his daughter’s, had asked twice for a plate to be mended, and has the letters.",
      "The water turned the colour of weak tea as far as the fish steps. The Port Authority measured it each hour and said that nothing had died, though the eels were “lively”. Children who’d been told not to taste it reported that it wasn’t worth it.",
      "It will be gone in three tides, said the Marine Station on Gannet Island. It took seven. In that time the swans came in from both sides of the bay, 212 of them by the count of the auction clerk, who’d no fish to sell, and sat in rows.",
      "The *Merit* was raised on the ninth day, empty and very clean.",
    ],
  }),
};

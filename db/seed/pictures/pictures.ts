import { portraits } from "./portraits";
import * as city from "./scenes-city";
import * as culture from "./scenes-culture";
import * as dredging from "./scenes-dredging";
import * as harbour from "./scenes-harbour";
import * as science from "./scenes-science";
import * as sport from "./scenes-sport";

/** A picture of the demonstration edition: what is drawn, and the words that go with it. */
export type Picture = {
  filename: string;
  alt: string;
  caption: string;
  credit: string;
  width: number;
  height: number;
  svg: () => string;
};

const VENNING = "Illustration: Odile Venning/The Halyard";
const TAMIHANA = "Illustration: Rua Tamihana/The Halyard";
const KESSARIS = "Illustration: Petros Kessaris/Low Quay Press";
const GRAPHICS = "Graphic: Siobhán Achterberg/The Halyard";

const picture = (
  svg: () => string,
  filename: string,
  credit: string,
  alt: string,
  caption: string,
  width = 1600,
  height = 1067,
): Picture => ({ svg, filename: `${filename}.jpg`, credit, alt, caption, width, height });

const portrait = (svg: () => string, filename: string, name: string): Picture =>
  picture(svg, filename, VENNING, `Drawn portrait of ${name}.`, "", 800, 800);

export const pictures = {
  bridge: picture(
    city.stuckBridge,
    "cordwain-bridge-stuck",
    VENNING,
    "A drawbridge at sunset with its left leaf raised and its right leaf stopped half-way, while cars and a bus wait at both ends.",
    "Cordwain Bridge at dusk. The eastern leaf, right, has not moved since it stopped at 23 degrees.",
  ),
  crossings: picture(
    city.crossingsMap,
    "ways-across",
    GRAPHICS,
    "A map of a river city with a red cross over the central bridge and three marked routes around it.",
    "Three ways round: Ropewalk Bridge (solid), the Northgate tunnel (dotted) and the shuttle boat.",
  ),
  darkTowers: picture(
    city.darkTowers,
    "tannery-reach-at-night",
    TAMIHANA,
    "Tall blocks of flats at night with almost every window dark; in one lit window stands a single figure.",
    "Tannery Reach on a weekday evening. In Block D, one flat in nine showed a light.",
  ),
  barTowers: picture(
    city.barTowers,
    "built-and-empty",
    GRAPHICS,
    "A bar chart whose bars are apartment buildings; the newest and tallest have the fewest lit windows.",
    "Flats finished each year at Tannery Reach. Lit windows show the share registered as a main home.",
  ),
  nightBus: picture(
    city.nightBus,
    "night-bus",
    VENNING,
    "A red bus with its passengers and driver, seen from the side on a wet street at night.",
    "The N4 on Saltmarket. Four in ten night passengers are on their way to or from work.",
  ),
  ticketOffice: picture(
    city.ticketOffice,
    "last-ticket-window",
    VENNING,
    "A smiling clerk with a cap and a grey moustache sits behind an arched ticket window as a customer waits.",
    "Anselm Uzoma at window 2, which closes for good at the end of the week.",
  ),
  school: picture(
    city.threeRoofs,
    "three-roofs",
    TAMIHANA,
    "Children walk up a path to a school with three gables, one purple, one orange and one navy.",
    "An architect’s idea of the shared building: three front doors, one kitchen, one library.",
  ),
  crossing: picture(
    city.wallCrossing,
    "crossing-to-nowhere",
    VENNING,
    "A pensioner with a small dog stands where a zebra crossing ends at a blank brick wall.",
    "The crossing on Pilots’ Row ends at the back wall of the old ice works.",
  ),
  tram: picture(
    city.hillTram,
    "kettle-hill-tram",
    TAMIHANA,
    "A red and cream tram climbs a steep street of brightly painted houses.",
    "Line 2 on the one-in-nine stretch of Kettle Hill.",
  ),
  oldShore: picture(
    city.oldShore,
    "old-shoreline",
    GRAPHICS,
    "A map of a city block grid on which dashed lines show two earlier shorelines, with the outlines of ships among the streets.",
    "Where the water’s edge lay in 1790 (dotted) and in 1871 (dashed).",
  ),
  harbourDusk: picture(
    city.harbourDusk,
    "harbour-at-dusk",
    VENNING,
    "A wide view of a harbour city at dusk with lit windows, a low red sun and one small ferry.",
    "The 6.40 from Low Quay, with room to spare.",
    2000,
    1000,
  ),
  pilots: picture(
    harbour.pilotInFog,
    "pilot-boarding-in-fog",
    VENNING,
    "A pilot in an orange coat climbs a rope ladder up the side of a huge ship, above a small orange boat in fog.",
    "Nine metres of wet rope: boarding off the Senn in fog.",
  ),
  lighthouse: picture(
    harbour.lightAtNight,
    "skerry-light",
    TAMIHANA,
    "A red and white lighthouse on a rock at night, its beams crossing a starry sky.",
    "The Skerry light, kept by hand until 1994.",
    1200,
    1500,
  ),
  cranes: picture(
    harbour.cranesAtDawn,
    "cranes-at-dawn",
    VENNING,
    "Three container cranes and a loaded ship in silhouette before a large pale sun.",
    "The east terminal, where 640 people work three shifts.",
  ),
  ferry: picture(
    harbour.newFerry,
    "new-ferry",
    VENNING,
    "A white and navy ferry with a yellow stripe crosses green water under gulls, a lighthouse behind it.",
    "The Marguerite Osei on her delivery trip across the bay.",
  ),
  shoal: picture(
    harbour.thinShoal,
    "thin-shoal",
    TAMIHANA,
    "Rows of fish swim to the right; some are only dotted outlines, and one orange fish swims to the left.",
    "Where there were five herring there are four.",
  ),
  shipyard: picture(
    harbour.hullOnSlip,
    "hull-on-the-slip",
    KESSARIS,
    "The bow of a red ship on a slipway, with welders on scaffolding at both sides.",
    "The last hull on Slip 3, nine years ago, drawn from yard photographs.",
  ),
  auction: picture(
    harbour.auctionClock,
    "auction-clock",
    KESSARIS,
    "A huge dial hangs above boxes of fish while six buyers, seen from behind, watch and one raises a hand.",
    "The clock runs down from the asking price. The first hand up stops it.",
  ),
  keepersDesk: picture(
    harbour.keepersDesk,
    "keepers-desk",
    TAMIHANA,
    "A peaked cap, an open logbook and an oil can on a desk under a round window that frames a lighthouse.",
    "The log at the Skerry was written up every two hours for 129 years.",
  ),
  dredger: picture(
    dredging.openDoors,
    "doors-open",
    VENNING,
    "A dredger at night within sight of a lit town, drawn with the sea cut open: a brown cloud falls from her bottom on to a mound.",
    "How it’s done: 14 doors, seven minutes, and 1,900 cubic metres of harbour.",
  ),
  dredgerTracks: picture(
    dredging.shortTracks,
    "short-tracks",
    GRAPHICS,
    "A chart of the bay. Blue tracks lead from the harbour to a circle far out; red ones turn back in a second circle near a green buoy.",
    "A year of the Sedulous: to the deep ground in blue, and in red the nights on which she turned back at No 7. Not every track is shown.",
  ),
  mudCores: picture(
    dredging.mudCores,
    "mud-cores",
    TAMIHANA,
    "Five clear tubes of gravel stand on a bench; each has a black band at the top, thickest in the middle one.",
    "Five of the 22 cores. The dark band was not there seven years ago.",
  ),
  pilotsBook: picture(
    dredging.pilotsBook,
    "pilots-book",
    TAMIHANA,
    "A notebook filled in pencil lies open on a chart beside a mug; one line on its right-hand page is underlined in red.",
    "The pilots’ forty-first book. The red is ours.",
  ),
  muddyNet: picture(
    dredging.muddyNet,
    "muddy-net",
    VENNING,
    "Two people in oilskins hold a bulging net of brown mud over the side of a boat; a single pale fish shows in it.",
    "A tow on the Hards last March, drawn from what the crew of the Good Intent remember.",
  ),
  bakery: picture(
    culture.bakery,
    "bakery-at-two",
    VENNING,
    "Two bakers in white stand behind a floured table before a glowing oven, with shelves of loaves at both sides.",
    "Ten past two on Tallow Lane.",
  ),
  tideGauge: picture(
    science.cellarGauge,
    "tide-gauge-cellar",
    KESSARIS,
    "A cut-away drawing of a house with a cellar, in which a woman tends a drum recorder joined to a float in a well.",
    "How it works: the float rises with the tide, the wire turns the wheel, the pen moves across the drum.",
  ),
  seaLevel: picture(
    science.risingLine,
    "rising-line",
    GRAPHICS,
    "A jagged line rises from left to right and covers more and more of a row of houses.",
    "Yearly mean sea level at Custom House steps. The dots are readings at ten-year intervals.",
  ),
  seagrass: picture(
    science.seagrass,
    "seagrass-meadow",
    TAMIHANA,
    "A diver swims over tall green seagrass among striped fish, in slanting light.",
    "The meadow in Harrow Basin has doubled in two years.",
  ),
  leadTest: picture(
    science.leadStrip,
    "lead-test",
    KESSARIS,
    "A dripping pipe, two flasks and a paper test strip with red squares on a laboratory bench.",
    "The strip darkens within four minutes. Three red squares mean: do not drink.",
  ),
  storm: picture(
    science.stormChart,
    "storm-chart",
    GRAPHICS,
    "A weather chart of closely wound isobars around a low off a green coast, with a cold front trailing from it.",
    "A textbook western low. The closer the lines, the stronger the wind.",
  ),
  snow: picture(
    science.snowLine,
    "snow-line",
    VENNING,
    "A hill of crowded houses, with snow on the upper roofs and rain falling on the lower ones.",
    "A hundred and twelve metres make the difference.",
  ),
  hull: picture(
    science.hullBelow,
    "hull-under-car-park",
    KESSARIS,
    "A cross-section of the ground: parked cars on top, archaeologists in a pit, and the ribs of a wooden ship below them.",
    "The second hull lies four metres beneath bay 61.",
  ),
  observatory: picture(
    science.openDome,
    "open-dome",
    TAMIHANA,
    "Workers in bright jackets stand at a small observatory with its dome open under circling star trails.",
    "The dome on Gannet Island opens at the end of the late shift.",
  ),
  theatre: picture(
    culture.curtain,
    "salt-wife",
    VENNING,
    "An actor in white lets salt run from one hand in a spotlight between red curtains.",
    "Oriel Macabenta in The Salt Wife at the Lanyard.",
  ),
  violin: picture(
    culture.violinAtSea,
    "violin-at-sea",
    TAMIHANA,
    "A violin and its bow stand upright out of a dark sea before a pale sun.",
    "The instrument spent at least 31 years in a lifeboat locker.",
    1200,
    1500,
  ),
  workshop: picture(
    culture.luthiersBench,
    "luthiers-bench",
    KESSARIS,
    "A violin lies on a workbench under a window with a view of a sailing boat; tools and bodies of violins hang on the wall.",
    "Noor Castellanos’s bench on Candlewick Street.",
  ),
  market: picture(
    culture.nightMarket,
    "night-market",
    VENNING,
    "Three stalls with striped awnings sell vegetables under a string of lamps at night.",
    "Trade at the Saltmarket peaks at 11.20 p.m.",
  ),
  stew: picture(
    culture.stewBowl,
    "quay-stew",
    TAMIHANA,
    "A bowl of red fish stew with mussels and herbs on a chequered cloth, seen from above.",
    "Serve it in the widest bowls you have.",
  ),
  library: picture(
    culture.readingRoom,
    "reading-room",
    KESSARIS,
    "Five readers sit at a long table with green lamps under arched, sunlit windows and shelves of books.",
    "The old reading room keeps its lamps. The talk has moved next door.",
  ),
  rain: picture(
    culture.umbrellas,
    "umbrellas",
    VENNING,
    "One red umbrella among ten dark ones, seen from above in the rain.",
    "From Rain, sheet 14: Saltmarket, twenty past eight.",
    1200,
    1500,
  ),
  cinema: picture(
    culture.cinemaFront,
    "cinema-paloma",
    TAMIHANA,
    "A queue stands outside a small orange cinema with a white dove over its lit canopy.",
    "The Paloma opened in 1934 and has shut twice, both times for a flood.",
  ),
  equaliser: picture(
    sport.lateEqualiser,
    "late-equaliser",
    VENNING,
    "Seen through the goal net: the ball has struck it, the goalkeeper lies on the grass and a player raises both arms.",
    "Ninety-six minutes and eleven seconds: Duarte’s header settles in the net.",
  ),
  keeper: picture(
    sport.keeperDives,
    "keeper-dives",
    TAMIHANA,
    "A goalkeeper with yellow gloves reaches the ball at full stretch before a large red sun.",
    "Full stretch: Adeyemi-Kovács has faced 88 shots on target and let in nine.",
  ),
  rowing: picture(
    sport.eightFromAbove,
    "eight-from-above",
    TAMIHANA,
    "A rowing eight and its cox seen from directly above, the oars spread over blue water.",
    "Stroke side, bow side and one voice: the Harrow eight at thirty-four a minute.",
    2000,
    1000,
  ),
  sailing: picture(
    sport.wrongMark,
    "wrong-mark",
    VENNING,
    "Four yachts under sail; the nearest, with red sails, heads the opposite way to the rest.",
    "Three boats rounded the north cardinal. One went looking for the other mark.",
  ),
  swim: picture(
    sport.openWater,
    "harbour-swim",
    VENNING,
    "A crowd of swimmers in bright caps, seen from above, streams towards an orange buoy past a kayak.",
    "The first wave at the Senn buoy. The water was 13.4 degrees.",
  ),
  runners: picture(
    sport.quayRunners,
    "quay-runners",
    TAMIHANA,
    "Six runners on a quay, the skyline of a city behind them.",
    "The new course stays on the north quay until the ninth kilometre.",
  ),
  inesPortrait: portrait(portraits.ines, "ines-carvalhal", "Inês Carvalhal"),
  tomaszPortrait: portrait(portraits.tomasz, "tomasz-wieliczko", "Tomasz Wieliczko"),
  adaezePortrait: portrait(portraits.adaeze, "adaeze-nnorom", "Adaeze Nnorom"),
  mirjamPortrait: portrait(portraits.mirjam, "mirjam-tveitt", "Mirjam Tveitt"),
  rafiqPortrait: portrait(portraits.rafiq, "rafiq-sundaram", "Rafiq Sundaram"),
  leocadiaPortrait: portrait(portraits.leocadia, "leocadia-brandt", "Leocadia Brandt"),
  kaitoPortrait: portrait(portraits.kaito, "kaito-ferreira", "Kaito Ferreira"),
  siobhanPortrait: portrait(portraits.siobhan, "siobhan-achterberg", "Siobhán Achterberg"),
  samiraPortrait: portrait(portraits.samira, "samira-el-toukhy", "Samira El-Toukhy"),
  halldoraPortrait: portrait(portraits.halldora, "halldora-quist", "Halldóra Quist"),
  bartholomewPortrait: portrait(portraits.bartholomew, "bartholomew-oyelade", "Bartholomew Oyelade"),
} satisfies Record<string, Picture>;

export type PictureKey = keyof typeof pictures;

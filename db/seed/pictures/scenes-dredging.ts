import {
  at,
  circle,
  curve,
  faint,
  line,
  oval,
  type Point,
  poly,
  rect,
  seeded,
  shape,
  sheet,
  stroke,
  times,
} from "./kit";
import { hue, mix } from "./palette";
import { limb, person } from "./people";
import { bands, dots, glints, gull, halftone, hills, swell } from "./scenery";
import { skyline } from "./town";

const W = 1600;
const H = 1067;
const SURFACE = 470;

/** A suction dredger seen from the side, 900 units long, whose waterline is at 0. */
function dredger(x: number, y: number, scale: number): string {
  return at(
    x,
    y,
    { scale },
    rect(210, -250, 150, 150, hue.paper, 8),
    times(4, (index) => rect(222 + index * 34, -232, 26, 24, hue.sun, 3)),
    rect(240, -300, 90, 56, hue.paper, 6),
    rect(276, -380, 8, 84, hue.ink),
    circle(280, -384, 8, hue.coral),
    rect(150, -196, 40, 96, hue.brick, 4),
    rect(-330, -128, 440, 30, mix(hue.sand, hue.ink, 0.3)),
    times(3, (index) =>
      line(
        [
          [-290 + index * 150, -100],
          [-250 + index * 150, -210],
          [-190 + index * 150, -210],
        ],
        hue.sun,
        9,
      ),
    ),
    line(
      [
        [-250, -210],
        [110, -150],
      ],
      hue.sun,
      12,
    ),
    shape("M-430 -100H440L470 -60L430 46H-400Z", hue.ink),
    shape("M-420 0H450L430 46H-400Z", hue.brick),
  );
}

/** The dredger by night within sight of the town, with her doors open and her load on its way down. */
export function openDoors(): string {
  const floor: Point[] = [
    [-40, 930],
    [300, 950],
    [640, 900],
    [860, 880],
    [1120, 930],
    [1660, 950],
  ];
  return sheet(
    W,
    H,
    hue.ink,
    bands(W, 0, SURFACE, hue.ink, mix(hue.plum, hue.sea, 0.4), 8),
    dots(31, { width: W, height: 300 }, hue.paper, 70, 3),
    circle(1310, 150, 62, hue.paper),
    circle(1284, 138, 56, mix(hue.ink, hue.plum, 0.25)),
    skyline(12, { x: -20, end: 620, base: SURFACE, height: 130, width: 52 }, mix(hue.ink, hue.plum, 0.35)),
    dots(5, { x: 10, y: 388, width: 560, height: 70 }, hue.sun, 42, 5),
    bands(W, SURFACE, H, hue.sea, mix(hue.deep, hue.ink, 0.6), 9),
    faint(
      0.94,
      shape("M640 512C620 640 520 720 470 900L1230 920C1180 760 1010 640 1000 512Z", mix(hue.bark, hue.deep, 0.35)),
      shape("M700 512C690 640 640 760 600 900L1080 910C1050 780 950 640 940 512Z", hue.bark),
    ),
    dots(71, { x: 560, y: 560, width: 540, height: 330 }, mix(hue.bark, hue.sand, 0.35), 170, 9),
    dredger(800, SURFACE - 2, 1.12),
    times(5, (index) =>
      poly(
        [
          [668 + index * 62, 520],
          [708 + index * 62, 520],
          [690 + index * 62, 566],
        ],
        hue.ink,
      ),
    ),
    shape(`${curve(floor)}L1660 1100L-40 1100Z`, mix(hue.sand, hue.deep, 0.45)),
    shape("M430 935C600 850 700 840 850 846S1180 880 1290 942Z", hue.bark),
    halftone({ x: 0, y: 960, width: W, height: 120 }, mix(hue.sand, hue.ink, 0.5), { step: 22, largest: 7 }),
    glints(9, { x: 0, y: SURFACE + 2, width: W, height: 40 }, hue.foam, 22),
    glints(10, { x: 1180, y: SURFACE + 2, width: 260, height: 60 }, hue.paper, 12),
  );
}

const LONG_TRACKS = 34;
const SHORT_TRACKS = 17;

/** A chart on which one year of a ship's tracks goes out to sea, and some turn back near the harbour. */
export function shortTracks(): string {
  return trackChart(1, 1);
}

/** The chart when it shows a part of the long tracks and of the short ones, each from 0 to 1. */
export function trackChart(long: number, short: number): string {
  const [afar, near] = [seeded(61), seeded(17)];
  const coast = "M1650 -40V1110H1330C1260 980 1390 900 1340 800S1180 690 1250 590 1420 500 1330 390 1240 200 1310 -40Z";
  const track = (random: () => number, reach: number, colour: string, width: number, wander: number) => {
    const from = 1270;
    const y = 520 + (random() - 0.5) * wander;
    return stroke(
      `M${from} ${540 + (random() - 0.5) * 10}C${from - 200} ${y} ${reach + 200} ${y - 30} ${reach} ${y - 20}c-40 10 -40 46 0 ${40 + random() * 16}`,
      colour,
      width,
    );
  };
  return sheet(
    W,
    H,
    mix(hue.mist, hue.paper, 0.3),
    times(6, (index) =>
      stroke(
        `M${1250 - index * 190} -40C${1190 - index * 200} 300 ${1130 - index * 196} 620 ${1290 - index * 210} 1110`,
        mix(hue.foam, hue.mist, 0.2),
        5,
      ),
    ),
    times(7, (index) => rect(0, 150 * index + 40, W, 2, mix(hue.mist, hue.sea, 0.18))),
    times(10, (index) => rect(160 * index + 90, 0, 2, H, mix(hue.mist, hue.sea, 0.18))),
    faint(0.35, oval(230, 510, 170, 170, hue.sea)),
    faint(
      0.55,
      times(Math.round(LONG_TRACKS * long), () => track(afar, 200 + afar() * 70, hue.sea, 4, 190)),
    ),
    faint(0.5, oval(990, 530, 130, 110, hue.coral)),
    times(Math.round(SHORT_TRACKS * short), () => track(near, 930 + near() * 60, hue.brick, 5, 110)),
    shape(coast, hue.sand),
    stroke(coast, hue.bark, 5),
    skyline(3, { x: 1400, end: 1580, base: 560, height: 90, width: 34 }, hue.ink),
    circle(1268, 545, 15, hue.ink),
    at(
      990,
      360,
      {},
      poly(
        [
          [-16, 0],
          [16, 0],
          [0, -48],
        ],
        hue.moss,
      ),
      rect(-26, 0, 52, 10, hue.ink),
    ),
    at(
      760,
      760,
      {},
      circle(0, 0, 22, hue.ink),
      poly(
        [
          [-10, -16],
          [10, -16],
          [0, -64],
        ],
        hue.coral,
      ),
    ),
    circle(230, 510, 9, hue.ink),
    line(
      [
        [120, 960],
        [440, 960],
      ],
      hue.ink,
      7,
    ),
    times(5, (index) => rect(118 + index * 80, 940, 5, 40, hue.ink)),
    at(
      1180,
      930,
      {},
      circle(0, 0, 56, hue.paper),
      poly(
        [
          [-14, 8],
          [14, 8],
          [0, -46],
        ],
        hue.brick,
      ),
      poly(
        [
          [-14, 8],
          [14, 8],
          [0, 46],
        ],
        hue.ink,
      ),
    ),
  );
}

/** Five tubes of sea bed, each with a darker band on top. */
export function mudCores(): string {
  const random = seeded(22);
  const bandOf = [40, 130, 250, 150, 64];
  return sheet(
    W,
    H,
    mix(hue.foam, hue.paper, 0.4),
    halftone({ x: 0, y: 0, width: W, height: 420 }, mix(hue.foam, hue.sea, 0.25), { grows: "up", largest: 6 }),
    rect(0, 930, W, 140, hue.bark),
    rect(0, 930, W, 14, mix(hue.bark, hue.sand, 0.35)),
    bandOf
      .map((band, index) => {
        const x = 250 + index * 240;
        const top = 240 - (index % 2) * 26;
        return (
          rect(x, top - 110, 132, 930 - top + 110, mix(hue.paper, hue.foam, 0.35), 18) +
          rect(x + 12, top, 108, 906 - top, mix(hue.sand, hue.paper, 0.2)) +
          times(60, () =>
            oval(
              x + 24 + random() * 84,
              top + band + 16 + random() * (870 - top - band),
              6 + random() * 9,
              5 + random() * 6,
              mix(hue.bark, hue.sand, 0.3 + random() * 0.5),
            ),
          ) +
          rect(x + 12, top, 108, band, hue.ink) +
          dots(
            40 + index,
            { x: x + 16, y: top + 4, width: 100, height: Math.max(8, band - 8) },
            mix(hue.ink, hue.bark, 0.6),
            26,
            6,
          ) +
          rect(x - 6, top - 124, 144, 26, hue.coral, 8) +
          rect(x + 22, 948, 88, 46, hue.paper, 4) +
          times(2, (row) => rect(x + 32, 960 + row * 14, 60 - row * 22, 5, hue.ink))
        );
      })
      .join(""),
  );
}

/** A notebook written in pencil, open on a chart, with a mug. */
export function pilotsBook(): string {
  const random = seeded(41);
  const written = (x: number, rows: number) =>
    times(rows, (row) =>
      stroke(
        `M${x} ${320 + row * 54}${times(7 - Math.floor(random() * 3), () => `q18 ${-16 - random() * 10} 34 0t34 0`)}`,
        mix(hue.ink, hue.mist, 0.3),
        5,
      ),
    );
  return sheet(
    W,
    H,
    hue.bark,
    times(9, (index) => rect(0, index * 124, W, 3, mix(hue.bark, hue.ink, 0.35))),
    at(
      800,
      540,
      { turn: -4 },
      rect(-700, -430, 1400, 860, mix(hue.mist, hue.foam, 0.4)),
      stroke("M-640 200C-300 -40 100 260 660 -220", hue.sea, 5),
      stroke("M-640 320C-260 90 140 380 660 -60", hue.sea, 4, "4 18"),
    ),
    at(
      0,
      0,
      {},
      poly(
        [
          [230, 250],
          [790, 214],
          [800, 900],
          [210, 930],
        ],
        hue.paper,
      ),
      poly(
        [
          [1360, 250],
          [806, 214],
          [800, 900],
          [1390, 930],
        ],
        mix(hue.paper, hue.mist, 0.5),
      ),
      rect(794, 214, 12, 690, mix(hue.sand, hue.bark, 0.4)),
      written(280, 10),
      written(856, 6),
      line(
        [
          [850, 690],
          [1280, 676],
        ],
        hue.coral,
        8,
      ),
    ),
    at(
      1180,
      800,
      { turn: -28 },
      rect(-210, -14, 380, 28, hue.sun),
      poly(
        [
          [170, -14],
          [170, 14],
          [222, 0],
        ],
        hue.sand,
      ),
      poly(
        [
          [206, -4],
          [206, 4],
          [222, 0],
        ],
        hue.ink,
      ),
      rect(-236, -14, 30, 28, hue.coral),
    ),
    circle(1430, 250, 120, hue.sea),
    circle(1430, 250, 92, mix(hue.bark, hue.ink, 0.5)),
    stroke("M1530 330q90 60 60 -60", hue.sea, 26),
  );
}

/** Two people haul a net full of mud over the side of a boat, and one fish. */
export function muddyNet(): string {
  return sheet(
    W,
    H,
    mix(hue.sand, hue.paper, 0.4),
    bands(W, 0, 560, mix(hue.rose, hue.paper, 0.4), hue.sand, 7),
    hills(77, { width: W, base: 540, rise: 60, bottom: 600, bumps: 4 }, mix(hue.moss, hue.sand, 0.5)),
    swell({ width: W, y: 560, height: 12, length: 200, bottom: H }, hue.sea),
    glints(14, { x: 0, y: 566, width: W, height: 40 }, hue.foam, 34),
    shape("M-20 600C300 650 1300 650 1640 600V1100H-20Z", hue.ink),
    stroke("M-20 640C300 690 1300 690 1640 640", hue.coral, 14),
    person(560, 640, 380, { coat: hue.sun, hat: hue.coral }),
    person(980, 640, 380, { coat: hue.coral, skin: hue.bark, hat: hue.ink }),
    limb(
      [
        [600, 420],
        [700, 470],
        [742, 540],
      ],
      hue.sun,
      40,
    ),
    limb(
      [
        [940, 420],
        [860, 470],
        [824, 540],
      ],
      hue.coral,
      40,
    ),
    shape("M660 520C560 700 560 900 690 980S930 990 1010 880 960 620 900 520Z", hue.bark),
    dots(6, { x: 620, y: 640, width: 340, height: 320 }, mix(hue.bark, hue.ink, 0.5), 90, 14),
    times(7, (index) =>
      stroke(
        `M${640 + index * 42} 540C${590 + index * 52} 720 ${620 + index * 50} 880 ${690 + index * 38} 970`,
        mix(hue.paper, hue.sand, 0.3),
        5,
      ),
    ),
    times(6, (index) =>
      stroke(
        `M${600 - Math.min(index, 3) * 8} ${600 + index * 66}Q780 ${650 + index * 66} ${960 + Math.min(index, 3) * 12} ${600 + index * 66}`,
        mix(hue.paper, hue.sand, 0.3),
        5,
      ),
    ),
    at(
      770,
      800,
      { turn: -24, scale: 0.9 },
      shape("M-80 0C-40 -44 40 -44 84 0C40 44 -40 44 -80 0Z", hue.foam),
      poly(
        [
          [-70, 0],
          [-124, -38],
          [-112, 0],
          [-124, 38],
        ],
        hue.foam,
      ),
      circle(54, -8, 7, hue.ink),
    ),
    gull(300, 260, 34, hue.ink),
    gull(1240, 200, 26, hue.ink),
    gull(1340, 300, 20, hue.ink),
  );
}

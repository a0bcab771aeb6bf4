import {
  at,
  circle,
  curve,
  faint,
  inside,
  line,
  oval,
  type Point,
  poly,
  rect,
  ring,
  seeded,
  shape,
  sheet,
  stroke,
  times,
} from "./kit";
import { hue, mix } from "./palette";
import { dog, person } from "./people";
import { bands, cloud, dots, glints, gull, halftone, hills, rain, swell } from "./scenery";
import { house, lamp, skyline, terrace, windows } from "./town";

const W = 1600;
const H = 1067;

/** A bascule bridge with one leaf up and the other stuck half-way, against a low sun. */
export function stuckBridge(): string {
  const leaf = (colour: string) =>
    rect(0, -16, 296, 30, colour, 3) +
    line(
      [
        [8, 14],
        [70, 58],
        [150, 14],
      ],
      colour,
      9,
    ) +
    line(
      [
        [70, 58],
        [200, 58],
        [284, 14],
      ],
      colour,
      9,
    ) +
    line(
      [
        [150, 14],
        [200, 58],
      ],
      colour,
      9,
    ) +
    circle(0, 6, 34, colour);
  const tower = (x: number) =>
    poly(
      [
        [x - 74, 850],
        [x - 60, 330],
        [x + 60, 330],
        [x + 74, 850],
      ],
      hue.brick,
    ) +
    rect(x - 76, 306, 152, 34, hue.ink) +
    poly(
      [
        [x - 62, 306],
        [x, 196],
        [x + 62, 306],
      ],
      mix(hue.ink, hue.plum, 0.4),
    ) +
    rect(x - 3, 140, 6, 70, hue.ink) +
    times(3, (row) => rect(x - 14, 390 + row * 92, 28, 46, row === 1 ? hue.sun : hue.ink, 14)) +
    poly(
      [
        [x, 850],
        [x, 340],
        [x + 60, 340],
        [x + 74, 850],
      ],
      "#00000022",
    );
  const car = (x: number, colour: string) =>
    shape(`M${x} 712v-18l14 -4l14 -20h34l16 20l14 6v16Z`, colour) +
    circle(x + 20, 712, 9, hue.ink) +
    circle(x + 72, 712, 9, hue.ink) +
    circle(x + 92, 702, 5, hue.sun);
  return sheet(
    W,
    H,
    hue.plum,
    bands(W, 0, 760, hue.plum, hue.sun, 11),
    halftone({ x: 0, y: 0, width: W, height: 420 }, mix(hue.plum, hue.ink, 0.4), { grows: "up", largest: 8 }),
    circle(800, 596, 176, hue.paper),
    skyline(4, { x: -20, end: 1620, base: 770, height: 120, width: 60 }, mix(hue.coral, hue.plum, 0.55)),
    rect(0, 762, W, 305, hue.deep),
    glints(8, { x: 0, y: 776, width: W, height: 280 }, mix(hue.deep, hue.sea, 0.6), 70),
    glints(9, { x: 640, y: 772, width: 320, height: 270 }, hue.sun, 44),
    rect(-10, 716, 560, 34, hue.ink),
    rect(1050, 716, 560, 34, hue.ink),
    times(8, (index) =>
      line(
        [
          [index * 64 - 20, 750],
          [index * 64 + 12, 800],
          [index * 64 + 44, 750],
        ],
        hue.ink,
        8,
      ),
    ),
    times(8, (index) =>
      line(
        [
          [1164 + index * 64, 750],
          [1196 + index * 64, 800],
          [1228 + index * 64, 750],
        ],
        hue.ink,
        8,
      ),
    ),
    line(
      [
        [0, 800],
        [440, 800],
      ],
      hue.ink,
      9,
    ),
    line(
      [
        [1190, 800],
        [1600, 800],
      ],
      hue.ink,
      9,
    ),
    at(508, 726, { turn: -64 }, leaf(hue.ink)),
    at(1092, 726, { flip: true, turn: 23 }, leaf(hue.ink)),
    tower(470),
    tower(1130),
    rect(372, 838, 196, 60, hue.ink),
    rect(1032, 838, 196, 60, hue.ink),
    car(20, hue.coral),
    car(136, hue.foam),
    rect(248, 640, 128, 70, hue.moss, 8),
    times(4, (index) => rect(258 + index * 28, 652, 22, 24, hue.paper, 3)),
    circle(276, 712, 10, hue.ink),
    circle(350, 712, 10, hue.ink),
    at(1330, 712, { flip: true }, at(-100, -712, {}, car(100, hue.sun))),
    at(1480, 712, { flip: true }, at(-100, -712, {}, car(100, hue.rose))),
    gull(700, 330, 26, hue.paper),
    gull(780, 280, 18, hue.paper),
    gull(930, 360, 22, hue.ink),
  );
}

/** The city from above: the river, the shut crossing and three ways round it. */
export function crossingsMap(): string {
  const random = seeded(12);
  const river = "M-40 640C220 500 380 760 640 640S960 380 1180 470S1480 620 1660 500";
  const blocks = times(17, (column) =>
    times(11, (row) => {
      if (random() < 0.1) return "";
      const wide = 66 + random() * 20;
      const tall = 62 + random() * 24;
      const park = random() < 0.06;
      return rect(
        column * 102 - 40,
        row * 100 - 20,
        wide,
        tall,
        park ? mix(hue.moss, hue.paper, 0.35) : mix(hue.sand, hue.paper, random() * 0.7),
        4,
      );
    }),
  );
  const stop = (x: number, y: number, colour: string) => circle(x, y, 22, colour) + circle(x, y, 11, hue.paper);
  return sheet(
    W,
    H,
    hue.paper,
    at(800, 533, { turn: -9, scale: 1.12 }, at(-800, -533, {}, blocks)),
    stroke(river, hue.paper, 196),
    stroke(river, hue.sea, 168),
    stroke(river, mix(hue.sea, hue.foam, 0.35), 8, "2 34"),
    line(
      [
        [742, 300],
        [760, 470],
        [880, 720],
        [930, 860],
      ],
      hue.ink,
      26,
    ),
    stroke("M742 300C560 260 330 340 300 470S330 790 470 850S760 930 930 860", hue.coral, 15),
    stroke("M742 300C960 230 1250 260 1330 400S1320 720 1240 780S1040 860 930 860", hue.plum, 15, "1 30"),
    line(
      [
        [650, 452],
        [700, 560],
        [716, 742],
        [760, 820],
      ],
      hue.paper,
      12,
      "20 22",
    ),
    at(
      664,
      600,
      { turn: 76, scale: 0.9 },
      shape("M-58 0C-58 -26 58 -26 58 0L40 22H-40Z", hue.paper),
      rect(-22, -22, 44, 20, hue.coral, 4),
    ),
    circle(815, 596, 66, hue.coral),
    line(
      [
        [788, 569],
        [842, 623],
      ],
      hue.paper,
      18,
    ),
    line(
      [
        [842, 569],
        [788, 623],
      ],
      hue.paper,
      18,
    ),
    stop(742, 300, hue.ink),
    stop(930, 860, hue.ink),
    stop(302, 480, hue.coral),
    stop(1334, 420, hue.plum),
  );
}

/** Blocks of flats at night in which hardly anybody is at home. */
export function darkTowers(): string {
  const random = seeded(31);
  const tower = (x: number, top: number, width: number, wall: string, share: number) =>
    rect(x, top, width, H - top, wall) +
    rect(x + width - 26, top, 26, H - top, mix(wall, hue.ink, 0.45)) +
    rect(x + width * 0.3, top - 34, width * 0.3, 36, wall) +
    windows(
      random,
      { x: x + 16, y: top + 26, width: width - 52, height: H - top },
      {
        columns: Math.round(width / 58),
        rows: Math.round((H - top) / 64),
        lit: hue.sun,
        dark: mix(wall, hue.ink, 0.62),
        share,
      },
    );
  return sheet(
    W,
    H,
    hue.ink,
    bands(W, 0, H, hue.ink, mix(hue.sea, hue.plum, 0.35), 10),
    dots(3, { width: W, height: 500 }, hue.mist, 90, 3),
    circle(1180, 216, 84, hue.paper),
    circle(1216, 196, 78, mix(hue.ink, hue.sea, 0.2)),
    tower(40, 470, 250, mix(hue.deep, hue.plum, 0.4), 0.1),
    tower(1330, 420, 300, mix(hue.deep, hue.plum, 0.4), 0.12),
    tower(270, 250, 310, mix(hue.deep, hue.sea, 0.35), 0.05),
    tower(1040, 330, 300, mix(hue.deep, hue.sea, 0.35), 0.07),
    tower(590, 140, 420, hue.sea, 0),
    rect(772, 486, 96, 82, hue.sun, 3),
    circle(818, 522, 14, hue.ink),
    shape("M792 568C794 544 804 534 818 534S842 544 844 568Z", hue.ink),
    rect(0, 1010, W, 57, hue.ink),
    lamp(520, 1012, 150, hue.ink, hue.sand),
    lamp(1024, 1012, 150, hue.ink, hue.sand),
  );
}

/** Bars of a chart that are buildings: many built, the last ones empty. */
export function barTowers(): string {
  const random = seeded(5);
  const heights = [150, 190, 240, 300, 390, 520, 640, 740];
  return sheet(
    W,
    H,
    hue.paper,
    times(7, (row) =>
      line(
        [
          [150, 900 - row * 120],
          [1450, 900 - row * 120],
        ],
        mix(hue.paper, hue.sand, 0.8),
        4,
      ),
    ),
    times(heights.length, (index) => {
      const tall = heights[index] ?? 0;
      const wall = index < 5 ? hue.sea : hue.coral;
      return (
        rect(190 + index * 156, 900 - tall, 116, tall, wall) +
        rect(284 + index * 156, 900 - tall, 22, tall, mix(wall, hue.ink, 0.3)) +
        windows(
          random,
          { x: 196 + index * 156, y: 910 - tall, width: 86, height: tall - 10 },
          {
            columns: 2,
            rows: Math.max(2, Math.round(tall / 46)),
            lit: hue.paper,
            dark: mix(wall, hue.ink, 0.5),
            share: 1 - index * 0.135,
          },
        )
      );
    }),
    rect(110, 900, 1380, 12, hue.ink),
    person(168, 900, 70, { coat: hue.plum, bag: hue.sun }),
    person(1474, 900, 70, { coat: hue.moss }),
  );
}

/** A night bus in the rain, full of people who work late. */
export function nightBus(): string {
  const rider = (x: number, coat: string, skin: string, hair: string) =>
    circle(x, 512, 27, skin) +
    shape(`M${x - 29} 514a29 31 0 0 1 58 0c-10 -18 -46 -18 -58 0Z`, hair) +
    shape(`M${x - 44} 596c0 -40 18 -54 44 -54s44 14 44 54Z`, coat);
  return sheet(
    W,
    H,
    hue.ink,
    bands(W, 0, 760, hue.ink, hue.deep, 7),
    terrace(
      17,
      { x: -40, end: 1640, base: 770, height: 420, width: 150 },
      {
        walls: [mix(hue.ink, hue.deep, 0.75), mix(hue.ink, hue.plum, 0.7), mix(hue.ink, hue.sea, 0.35)],
        roofs: [hue.ink],
        dark: mix(hue.ink, hue.deep, 0.3),
        share: 0.16,
      },
    ),
    rect(0, 770, W, 297, mix(hue.ink, hue.deep, 0.4)),
    faint(
      0.55,
      glints(6, { x: 240, y: 800, width: 1120, height: 240 }, hue.sun, 46),
      glints(7, { x: 1180, y: 800, width: 260, height: 200 }, hue.coral, 14),
    ),
    rect(250, 372, 1100, 420, hue.coral, 46),
    rect(250, 640, 1100, 152, hue.brick, 30),
    rect(284, 420, 880, 186, hue.sand, 20),
    rect(1184, 420, 132, 330, hue.sand, 16),
    rect(1244, 420, 10, 330, hue.brick),
    inside(
      "pane",
      rect(284, 420, 880, 186, "#fff", 20),
      rider(370, hue.plum, hue.bark, hue.ink),
      rider(508, hue.moss, hue.rose, hue.bark),
      rider(700, hue.sea, hue.paper, hue.brick),
      rider(838, hue.ink, mix(hue.bark, hue.rose, 0.5), hue.ink),
      rider(1036, hue.sea, hue.rose, hue.ink),
      rect(600, 420, 9, 186, hue.brick),
      rect(930, 420, 9, 186, hue.brick),
    ),
    person(1284, 752, 250, { coat: hue.deep, skin: hue.bark, hat: hue.ink }),
    rect(440, 352, 300, 30, hue.ink, 10),
    times(12, (index) => circle(462 + index * 23, 367, 6, index % 4 === 3 ? hue.ink : hue.sun)),
    circle(470, 796, 66, hue.ink),
    circle(470, 796, 28, hue.mist),
    circle(1080, 796, 66, hue.ink),
    circle(1080, 796, 28, hue.mist),
    circle(1330, 690, 18, hue.paper),
    faint(0.5, rain(21, { width: W, height: H }, hue.foam, 190)),
  );
}

/** A clerk behind the arched window of a wooden ticket office. */
export function ticketOffice(): string {
  return sheet(
    W,
    H,
    hue.fern,
    times(20, (index) => rect(index * 84, 0, 78, H, mix(hue.fern, hue.moss, index % 2 ? 0.12 : 0.22))),
    rect(0, 0, W, 96, mix(hue.fern, hue.ink, 0.5)),
    rect(430, 110, 740, 957, hue.bark, 20),
    rect(470, 150, 660, 917, mix(hue.bark, hue.sand, 0.28), 16),
    shape("M530 800V430C530 290 640 210 800 210S1070 290 1070 430V800Z", hue.sun),
    shape("M530 800V430C530 290 640 210 800 210S1070 290 1070 430V800Z", "#ffffff22"),
    rect(560, 330, 110, 150, mix(hue.sun, hue.bark, 0.35), 4),
    times(6, (index) =>
      rect(
        570 + (index % 3) * 33,
        344 + Math.floor(index / 3) * 66,
        24,
        52,
        [hue.coral, hue.paper, hue.sea][index % 3] ?? hue.paper,
      ),
    ),
    circle(980, 400, 62, hue.paper),
    ring(980, 400, 62, hue.bark, 10),
    line(
      [
        [980, 400],
        [980, 362],
      ],
      hue.ink,
      7,
    ),
    line(
      [
        [980, 400],
        [1008, 414],
      ],
      hue.ink,
      7,
    ),
    shape("M610 800C612 660 690 610 800 610S988 660 990 800Z", hue.deep),
    poly(
      [
        [770, 612],
        [800, 690],
        [830, 612],
      ],
      hue.paper,
    ),
    poly(
      [
        [790, 636],
        [810, 636],
        [818, 740],
        [800, 764],
        [782, 740],
      ],
      hue.coral,
    ),
    rect(764, 548, 72, 80, mix(hue.rose, hue.bark, 0.3)),
    oval(800, 500, 84, 96, mix(hue.rose, hue.bark, 0.15)),
    shape("M708 470C700 372 900 372 892 470Z", hue.ink),
    rect(694, 458, 212, 24, hue.ink, 12),
    rect(786, 412, 28, 22, hue.sun, 4),
    stroke("M758 546Q800 584 842 546", hue.mist, 17),
    ring(766, 508, 24, hue.ink, 5),
    ring(834, 508, 24, hue.ink, 5),
    line(
      [
        [790, 506],
        [810, 506],
      ],
      hue.ink,
      5,
    ),
    rect(500, 790, 600, 42, hue.bark, 8),
    rect(470, 826, 660, 20, mix(hue.bark, hue.ink, 0.4)),
    rect(640, 764, 130, 30, hue.paper, 4),
    rect(650, 744, 44, 30, hue.sea, 6),
    shape("M850 790c0 -40 90 -40 90 0Z", hue.brick),
    rect(888, 742, 14, 24, hue.brick, 5),
    stroke("M1010 820C1040 880 980 930 1020 1000S990 1050 1020 1090", hue.paper, 40),
    stroke("M1010 820C1040 880 980 930 1020 1000S990 1050 1020 1090", hue.coral, 4, "2 16"),
    at(
      800,
      178,
      {},
      times(5, (index) => circle(-160 + index * 80, 0, 9, hue.sun)),
    ),
    person(300, 1067, 560, { coat: hue.coral, skin: hue.plum, hair: hue.plum, bag: hue.sand }),
  );
}

/** Three schools whose gables share one building on a green hill. */
export function threeRoofs(): string {
  const random = seeded(41);
  const gable = (x: number, wall: string, roof: string) =>
    rect(x, 470, 290, 300, wall) +
    poly(
      [
        [x - 22, 474],
        [x + 145, 270],
        [x + 312, 474],
      ],
      roof,
    ) +
    poly(
      [
        [x + 145, 270],
        [x + 312, 474],
        [x + 250, 474],
      ],
      mix(roof, hue.ink, 0.25),
    ) +
    ring(x + 145, 408, 30, hue.paper, 8) +
    windows(
      random,
      { x: x + 12, y: 496, width: 266, height: 150 },
      { columns: 4, rows: 1, lit: hue.paper, dark: hue.paper, share: 1 },
    );
  const child = (x: number, base: number, coat: string, bag: string, skin: string) =>
    person(x, base, 96, { coat, bag, skin, legs: hue.ink });
  return sheet(
    W,
    H,
    hue.foam,
    bands(W, 0, 700, mix(hue.sea, hue.foam, 0.45), hue.paper, 8),
    circle(1240, 230, 92, hue.sun),
    cloud(330, 250, 150, hue.paper),
    cloud(960, 170, 100, hue.paper),
    hills(9, { width: W, base: 700, rise: 200, bottom: H }, mix(hue.moss, hue.foam, 0.5)),
    gable(360, hue.brick, hue.plum),
    gable(650, hue.sand, hue.coral),
    gable(940, hue.sea, hue.ink),
    rect(738, 652, 114, 118, hue.ink, 6),
    rect(748, 662, 44, 108, hue.sun),
    rect(798, 662, 44, 108, hue.sun),
    shape("M-40 800C300 700 1200 700 1640 800V1080H-40Z", hue.moss),
    shape("M742 768H850C900 860 1010 960 1060 1080H540C600 980 710 860 742 768Z", hue.sand),
    child(700, 880, hue.coral, hue.ink, hue.rose),
    child(800, 850, hue.plum, hue.sun, hue.bark),
    child(890, 920, hue.deep, hue.coral, hue.rose),
    child(640, 985, hue.sun, hue.brick, mix(hue.bark, hue.rose, 0.5)),
    child(770, 1000, hue.paper, hue.sea, hue.rose),
    child(960, 1020, hue.brick, hue.moss, hue.bark),
    circle(210, 700, 90, hue.fern),
    rect(202, 700, 16, 130, hue.bark),
    circle(1400, 690, 104, hue.fern),
    rect(1391, 700, 18, 140, hue.bark),
    line(
      [
        [540, 830],
        [430, 350],
      ],
      hue.ink,
      3,
    ),
    poly(
      [
        [430, 350],
        [396, 300],
        [430, 226],
        [464, 300],
      ],
      hue.coral,
    ),
  );
}

/** A zebra crossing that leads to a brick wall. */
export function wallCrossing(): string {
  const random = seeded(77);
  const stripe = (left: number, right: number): Point[] => [
    [800 + left * 0.62, 700],
    [800 + right * 0.62, 700],
    [800 + right * 1.36, 1080],
    [800 + left * 1.36, 1080],
  ];
  return sheet(
    W,
    H,
    hue.brick,
    times(15, (row) =>
      times(16, (column) =>
        rect(
          column * 110 - (row % 2 ? 55 : 0),
          row * 42,
          104,
          36,
          mix(hue.brick, random() < 0.5 ? hue.coral : hue.plum, random() * 0.3),
          2,
        ),
      ),
    ),
    rect(0, 628, W, 72, mix(hue.sand, hue.mist, 0.4)),
    rect(0, 690, W, 14, hue.mist),
    rect(0, 702, W, 370, mix(hue.ink, hue.deep, 0.5)),
    times(7, (index) => poly(stripe(-560 + index * 162, -560 + index * 162 + 92), hue.paper)),
    rect(360, 220, 12, 470, hue.ink),
    times(5, (index) => rect(360, 330 + index * 72, 12, 36, hue.paper)),
    circle(366, 204, 54, hue.sun),
    rect(1228, 220, 12, 470, hue.ink),
    times(5, (index) => rect(1228, 330 + index * 72, 12, 36, hue.paper)),
    circle(1234, 204, 54, hue.sun),
    person(790, 676, 330, { coat: hue.sea, hair: hue.mist, skin: hue.rose, bag: hue.coral, legs: hue.ink }),
    dog(905, 680, 92, hue.ink),
    line(
      [
        [830, 530],
        [862, 620],
      ],
      hue.paper,
      4,
    ),
    stroke("M820 300c0 -44 60 -44 60 -6c0 28 -30 26 -30 54", hue.paper, 13),
    circle(850, 372, 9, hue.paper),
  );
}

/** A tram that climbs a steep street of painted houses. */
export function hillTram(): string {
  const random = seeded(54);
  const walls = [hue.coral, hue.sand, hue.sea, hue.rose, hue.moss, hue.sun, hue.brick];
  return sheet(
    W,
    H,
    hue.paper,
    bands(W, 0, 800, mix(hue.sea, hue.foam, 0.3), hue.paper, 8),
    circle(300, 240, 110, hue.sun),
    cloud(640, 200, 120, hue.paper),
    at(
      0,
      980,
      { turn: -16 },
      times(10, (index) =>
        house(
          random,
          { x: -60 + index * 182, base: -130, width: 176, height: 330 + random() * 150 },
          {
            wall: walls[index % walls.length] ?? hue.sand,
            roof: index % 2 ? hue.plum : hue.ink,
            lit: hue.paper,
            share: 0.55,
          },
        ),
      ),
      rect(-200, -140, 2200, 40, hue.mist),
      rect(-200, -100, 2200, 700, mix(hue.deep, hue.ink, 0.5)),
      rect(-200, 20, 2200, 8, hue.sand),
      rect(-200, 90, 2200, 8, hue.sand),
      line(
        [
          [-100, -420],
          [1900, -420],
        ],
        hue.ink,
        4,
      ),
      line(
        [
          [800, -272],
          [760, -346],
          [830, -420],
        ],
        hue.ink,
        7,
      ),
      rect(480, -280, 660, 290, hue.paper, 44),
      rect(480, -110, 660, 120, hue.coral, 30),
      rect(480, -110, 660, 50, hue.coral),
      times(5, (index) => rect(514 + index * 122, -246, 104, 106, hue.deep, 12)),
      circle(566, -178, 24, hue.rose),
      shape("M532 -140c2 -30 16 -36 34 -36s32 6 34 36Z", hue.sun),
      circle(930, -178, 24, hue.bark),
      shape("M896 -140c2 -30 16 -36 34 -36s32 6 34 36Z", hue.foam),
      circle(1112, -70, 18, hue.sun),
      circle(600, 18, 38, hue.ink),
      circle(700, 18, 38, hue.ink),
      circle(930, 18, 38, hue.ink),
      circle(1030, 18, 38, hue.ink),
    ),
  );
}

/** The shore as it is and, dashed, as it was: streets that stand on the old harbour. */
export function oldShore(): string {
  const random = seeded(90);
  const shore: Point[] = [
    [-20, 420],
    [240, 360],
    [520, 300],
    [800, 420],
    [1080, 520],
    [1340, 380],
    [1640, 460],
  ];
  const past = (lift: number): Point[] => shore.map(([x, y], index) => [x, y + lift + (index % 2 ? lift * 0.24 : 0)]);
  const block = (column: number, row: number) =>
    rect(
      column * 96 - 30,
      470 + row * 86,
      58 + random() * 26,
      50 + random() * 22,
      mix(hue.coral, hue.sand, random()),
      3,
    );
  return sheet(
    W,
    H,
    hue.sea,
    times(7, (index) => stroke(curve(past(-60 - index * 58)), mix(hue.sea, hue.foam, 0.5 - index * 0.07), 5)),
    shape(`${curve(past(0))}V1100H-20Z`, hue.paper),
    inside(
      "land",
      shape(`${curve(past(24))}V1100H-20Z`, "#fff"),
      times(17, (column) => times(7, (row) => block(column, row - 1))),
    ),
    stroke(curve(past(190)), hue.deep, 12, "30 26"),
    stroke(curve(past(340)), hue.deep, 8, "4 24"),
    faint(
      0.9,
      at(
        560,
        640,
        { scale: 0.9, turn: -6 },
        shape("M-210 -20C-160 60 160 60 220 -34Z", hue.deep),
        line(
          [
            [-20, -30],
            [-20, -220],
          ],
          hue.deep,
          10,
        ),
        line(
          [
            [90, -30],
            [90, -180],
          ],
          hue.deep,
          9,
        ),
        line(
          [
            [-90, -150],
            [50, -150],
          ],
          hue.deep,
          6,
        ),
      ),
      at(
        1090,
        770,
        { scale: 0.62, turn: 5 },
        shape("M-210 -20C-160 60 160 60 220 -34Z", hue.deep),
        line(
          [
            [-20, -30],
            [-20, -220],
          ],
          hue.deep,
          10,
        ),
        line(
          [
            [-90, -150],
            [50, -150],
          ],
          hue.deep,
          6,
        ),
      ),
    ),
    at(
      1180,
      250,
      { scale: 0.8 },
      shape("M-80 0C-60 26 60 26 84 -6Z", hue.paper),
      poly(
        [
          [0, -10],
          [0, -130],
          [70, -20],
        ],
        hue.paper,
      ),
    ),
  );
}

/** The whole harbour at dusk, wide, with one small ferry. */
export function harbourDusk(): string {
  return sheet(
    2000,
    1000,
    hue.deep,
    bands(2000, 0, 620, hue.deep, hue.rose, 11),
    circle(1250, 452, 104, hue.coral),
    hills(63, { width: 2000, base: 590, rise: 170, bottom: 700, bumps: 6 }, mix(hue.sea, hue.plum, 0.5)),
    skyline(15, { x: -20, end: 2020, base: 640, height: 210, width: 70 }, mix(hue.plum, hue.deep, 0.45)),
    terrace(
      8,
      { x: -20, end: 2020, base: 656, height: 110, width: 70 },
      {
        walls: [hue.ink, mix(hue.ink, hue.plum, 0.6), mix(hue.ink, hue.deep, 0.6)],
        roofs: [hue.ink],
        dark: mix(hue.ink, hue.deep, 0.5),
        share: 0.42,
      },
    ),
    swell({ width: 2000, y: 662, height: 10, length: 160, bottom: 1000 }, hue.deep),
    glints(2, { x: 0, y: 690, width: 2000, height: 300 }, mix(hue.deep, hue.sea, 0.7), 90),
    glints(3, { x: 1120, y: 680, width: 260, height: 280 }, hue.coral, 34),
    at(
      960,
      800,
      { scale: 0.55 },
      shape("M-300 -70H300L262 0H-262Z", hue.paper),
      rect(-170, -150, 340, 84, hue.coral, 12),
      times(6, (index) => rect(-150 + index * 52, -132, 36, 34, hue.sun, 4)),
      rect(-40, -206, 90, 60, hue.paper, 8),
      rect(-26, -192, 62, 24, hue.ink, 4),
      person(226, -70, 84, { coat: hue.ink }),
    ),
    swell({ width: 2000, y: 806, height: 12, length: 220, bottom: 1000, shift: 60 }, mix(hue.deep, hue.ink, 0.35)),
    glints(4, { x: 0, y: 830, width: 2000, height: 170 }, mix(hue.deep, hue.sea, 0.35), 40),
    gull(820, 420, 22, hue.paper),
    gull(880, 380, 16, hue.paper),
  );
}

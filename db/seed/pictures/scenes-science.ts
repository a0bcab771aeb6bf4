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
import { person } from "./people";
import { bands, cloud, dots, glints, halftone, hills, rain } from "./scenery";
import { skyline, terrace } from "./town";

const W = 1600;
const H = 1067;

/** A cellar cut open: the well, the float, and the pen that draws the tide. */
export function cellarGauge(): string {
  const earth = mix(hue.bark, hue.ink, 0.35);
  return sheet(
    W,
    H,
    hue.foam,
    bands(W, 0, 360, mix(hue.sea, hue.foam, 0.6), hue.paper, 6),
    rect(0, 340, W, 730, earth),
    times(5, (index) => rect(0, 420 + index * 140, W, 70, mix(earth, hue.ink, 0.12 + index * 0.07))),
    rect(1180, 330, 430, 740, hue.sea),
    glints(4, { x: 1200, y: 350, width: 380, height: 220 }, hue.foam, 16),
    rect(1150, 300, 46, 770, mix(hue.mist, hue.bark, 0.3)),
    rect(470, 110, 560, 240, hue.brick),
    poly(
      [
        [430, 116],
        [750, -60],
        [1070, 116],
      ],
      hue.plum,
    ),
    rect(560, 170, 90, 130, hue.sun),
    rect(850, 170, 90, 130, hue.sun),
    rect(710, 190, 80, 160, hue.ink),
    rect(400, 380, 720, 400, hue.sand),
    rect(400, 380, 720, 30, mix(hue.sand, hue.bark, 0.45)),
    inside(
      "cellar",
      rect(400, 410, 720, 370, "#fff"),
      times(6, (row) =>
        times(10, (column) =>
          rect(
            404 + column * 80 - (row % 2 ? 36 : 0),
            416 + row * 60,
            74,
            54,
            mix(hue.sand, hue.bark, ((column * 7 + row * 3) % 5) * 0.04),
          ),
        ),
      ),
    ),
    rect(400, 760, 440, 30, mix(hue.bark, hue.sand, 0.3)),
    times(6, (index) => rect(400 + index * 34, 700 - index * 53, 60, 60 + index * 53, mix(hue.mist, hue.bark, 0.35))),
    rect(860, 700, 180, 370, hue.ink),
    rect(884, 700, 132, 370, hue.deep),
    rect(884, 890, 132, 180, hue.sea),
    rect(1010, 930, 180, 60, hue.sea),
    rect(916, 866, 68, 40, hue.coral, 14),
    line(
      [
        [950, 866],
        [950, 560],
      ],
      hue.ink,
      6,
    ),
    circle(950, 540, 46, hue.ink),
    circle(950, 540, 26, hue.sun),
    line(
      [
        [950, 494],
        [760, 520],
      ],
      hue.ink,
      6,
    ),
    rect(640, 484, 130, 190, hue.paper, 8),
    rect(628, 474, 154, 22, hue.ink, 6),
    rect(628, 664, 154, 22, hue.ink, 6),
    stroke("M650 590q14 -60 28 0t28 0t28 0t28 -30", hue.coral, 6),
    rect(616, 686, 178, 78, hue.bark, 4),
    person(835, 760, 230, { coat: hue.sea, skin: hue.bark, hair: hue.ink, legs: hue.ink }),
    line(
      [
        [830, 590],
        [788, 600],
      ],
      hue.sea,
      20,
    ),
    rect(744, 400, 8, 44, hue.ink),
    poly(
      [
        [716, 470],
        [732, 438],
        [764, 438],
        [780, 470],
      ],
      hue.ink,
    ),
    faint(
      0.3,
      poly(
        [
          [716, 470],
          [780, 470],
          [900, 760],
          [590, 760],
        ],
        hue.paper,
      ),
    ),
  );
}

/** A century of readings, drawn as a sea that climbs past a row of houses. */
export function risingLine(): string {
  const random = seeded(140);
  const points: Point[] = Array.from({ length: 33 }, (_, index) => [
    index * 50,
    800 - (index / 32) ** 2.1 * 420 + (random() - 0.5) * 64,
  ]);
  const trend: Point[] = Array.from({ length: 9 }, (_, index) => [
    index * 200,
    800 - ((index * 200) / 1600) ** 2.1 * 420,
  ]);
  return sheet(
    W,
    H,
    hue.paper,
    times(8, (row) =>
      line(
        [
          [0, 170 + row * 104],
          [W, 170 + row * 104],
        ],
        mix(hue.paper, hue.sand, 0.7),
        3,
      ),
    ),
    circle(360, 280, 120, hue.sun),
    terrace(
      23,
      { x: 160, end: 1520, base: 830, height: 250, width: 120 },
      {
        walls: [hue.coral, hue.sand, hue.brick, hue.rose, hue.plum],
        roofs: [hue.ink, hue.plum],
        lit: hue.paper,
        share: 0.5,
      },
    ),
    faint(0.9, shape(`${curve(points)}V1080H0Z`, hue.sea)),
    halftone({ x: 0, y: 830, width: W, height: 250 }, hue.deep, { step: 20, largest: 9 }),
    stroke(curve(points), hue.ink, 9),
    stroke(curve(trend), hue.paper, 8, "2 22"),
    points
      .map(([x, y], index) => (index % 4 === 2 ? circle(x, y, 13, hue.ink) + circle(x, y, 6, hue.paper) : ""))
      .join(""),
  );
}

/** Seagrass under slanting light, with the fish that came back. */
export function seagrass(): string {
  const random = seeded(71);
  const blade = (x: number, tall: number, colour: string, lean: number) =>
    shape(
      `M${x} ${H}C${x + lean * 0.2} ${H - tall * 0.4} ${x - lean} ${H - tall * 0.6} ${x + lean} ${H - tall}C${x + lean * 0.2 + 30} ${H - tall * 0.55} ${x + 46} ${H - tall * 0.3} ${x + 40} ${H}Z`,
      colour,
    );
  const fish = (x: number, y: number, scale: number, colour: string, flip = false) =>
    at(
      x,
      y,
      { scale, flip },
      shape("M-60 0C-30 -40 40 -40 66 0C40 40 -30 40 -60 0Z", colour),
      poly(
        [
          [-52, 0],
          [-96, -32],
          [-96, 32],
        ],
        colour,
      ),
      rect(-10, -30, 12, 60, hue.paper, 6),
      rect(22, -26, 10, 52, hue.paper, 5),
      circle(46, -8, 6, hue.ink),
    );
  return sheet(
    W,
    H,
    hue.sea,
    bands(W, 0, H, hue.foam, hue.deep, 11),
    faint(
      0.2,
      times(5, (index) =>
        poly(
          [
            [300 + index * 250, 0],
            [400 + index * 250, 0],
            [120 + index * 270, H],
            [-80 + index * 260, H],
          ],
          hue.paper,
        ),
      ),
    ),
    faint(
      0.6,
      times(26, (index) =>
        blade(index * 64 - 30, 360 + random() * 220, mix(hue.moss, hue.sea, 0.5), random() * 120 - 50),
      ),
    ),
    at(
      860,
      300,
      { scale: 1.1, turn: -12 },
      line(
        [
          [-40, 6],
          [-170, 30],
          [-250, 4],
        ],
        hue.ink,
        30,
      ),
      line(
        [
          [-40, 10],
          [-160, 66],
          [-240, 70],
        ],
        hue.ink,
        28,
      ),
      poly(
        [
          [-240, -14],
          [-340, -30],
          [-330, 26],
          [-244, 22],
        ],
        hue.coral,
      ),
      poly(
        [
          [-232, 52],
          [-330, 70],
          [-310, 116],
          [-236, 88],
        ],
        hue.coral,
      ),
      line(
        [
          [-40, 6],
          [90, -4],
        ],
        hue.ink,
        58,
      ),
      rect(-60, -62, 130, 40, hue.sun, 20),
      line(
        [
          [80, 10],
          [160, 74],
          [206, 96],
        ],
        hue.ink,
        24,
      ),
      circle(140, -16, 38, hue.ink),
      rect(140, -36, 40, 30, hue.foam, 10),
      circle(212, 98, 13, hue.rose),
    ),
    dots(8, { x: 980, y: 40, width: 90, height: 200 }, hue.paper, 14, 15),
    fish(470, 520, 1.1, hue.sun),
    fish(330, 450, 0.7, hue.coral),
    fish(1180, 600, 1, hue.coral, true),
    fish(1300, 520, 0.7, hue.sun, true),
    fish(760, 640, 0.6, hue.sun),
    times(24, (index) =>
      blade(index * 72 - 40, 240 + random() * 260, mix(hue.fern, hue.moss, random()), random() * 130 - 60),
    ),
    times(22, (index) =>
      blade(index * 80 - 60, 110 + random() * 180, mix(hue.fern, hue.ink, 0.35), random() * 100 - 50),
    ),
  );
}

/** A bench with flasks, a length of pipe and a strip that has changed colour. */
export function leadStrip(): string {
  const flask = (x: number, scale: number, liquid: string) =>
    at(
      x,
      800,
      { scale },
      faint(0.5, shape("M-40 -340H40V-200L150 -30Q166 0 130 0H-130Q-166 0 -150 -30L-40 -200Z", hue.paper)),
      shape("M-88 -124H88L150 -30Q166 0 130 0H-130Q-166 0 -150 -30Z", liquid),
      circle(-30, -60, 14, hue.paper),
      circle(28, -84, 9, hue.paper),
      circle(50, -40, 11, hue.paper),
      rect(-54, -352, 108, 22, hue.paper, 8),
    );
  return sheet(
    W,
    H,
    hue.deep,
    bands(W, 0, 800, hue.deep, hue.sea, 8),
    circle(800, 470, 350, hue.sun),
    halftone({ x: 0, y: 0, width: W, height: 300 }, hue.ink, { grows: "up", largest: 7 }),
    stroke("M-40 250H300Q380 250 380 330V520", mix(hue.mist, hue.deep, 0.35), 84),
    rect(322, 500, 116, 44, mix(hue.mist, hue.ink, 0.45), 8),
    shape("M380 580C410 640 420 660 420 684A40 40 0 0 1 340 684C340 660 350 640 380 580Z", hue.foam),
    flask(1120, 1.2, hue.coral),
    flask(640, 0.86, hue.foam),
    rect(852, 330, 74, 440, hue.paper, 12),
    rect(852, 620, 74, 150, hue.foam, 12),
    rect(866, 400, 46, 46, hue.brick, 6),
    rect(866, 470, 46, 46, hue.coral, 6),
    rect(866, 540, 46, 46, hue.rose, 6),
    oval(888, 770, 100, 18, mix(hue.sand, hue.bark, 0.5)),
    rect(300, 760, 160, 40, hue.paper, 18),
    rect(0, 796, W, 280, hue.bark),
    rect(0, 796, W, 16, hue.sand),
    times(
      4,
      (index) =>
        rect(60 + index * 400, 860, 300, 150, mix(hue.bark, hue.ink, 0.25), 8) +
        rect(180 + index * 400, 880, 60, 14, hue.sand, 7),
    ),
  );
}

/** Isobars wound about a low off the coast. */
export function stormChart(): string {
  const loop = (radius: number, index: number) => {
    const corners = Array.from({ length: 24 }, (_, step) => {
      const angle = (step / 24) * Math.PI * 2;
      const reach = radius * (1 + 0.16 * Math.sin(angle * 2 + index * 0.32) + 0.07 * Math.cos(angle * 3 - index * 0.4));
      return [800 + Math.cos(angle) * reach * 1.24, 500 + Math.sin(angle) * reach] as const;
    });
    return corners
      .map(([x, y], step) => {
        const [nextX, nextY] = corners[(step + 1) % corners.length] ?? [x, y];
        return `${step ? "Q" : `M${((x + (corners.at(-1)?.[0] ?? x)) / 2).toFixed(1)} ${((y + (corners.at(-1)?.[1] ?? y)) / 2).toFixed(1)}Q`}${x.toFixed(1)} ${y.toFixed(1)} ${((x + nextX) / 2).toFixed(1)} ${((y + nextY) / 2).toFixed(1)}`;
      })
      .join("");
  };
  const front = "M800 500C960 470 1080 560 1120 690S1240 960 1420 1100";
  const barb = (x: number, y: number, turn: number) =>
    at(
      x,
      y,
      { turn },
      poly(
        [
          [-30, 0],
          [30, 0],
          [0, -46],
        ],
        hue.coral,
      ),
    );
  return sheet(
    W,
    H,
    hue.sea,
    Array.from({ length: 11 }, (_, index) =>
      shape(loop(820 - index * 74, index), mix(hue.sea, hue.ink, 0.06 + index * 0.085)),
    ).join(""),
    Array.from({ length: 11 }, (_, index) =>
      stroke(loop(820 - index * 74, index), mix(hue.foam, hue.paper, index / 11), index % 2 ? 4 : 7),
    ).join(""),
    shape("M-20 620C120 600 200 700 300 720S420 860 520 900S600 1010 640 1090H-20Z", hue.moss),
    stroke("M-20 620C120 600 200 700 300 720S420 860 520 900S600 1010 640 1090", hue.paper, 8),
    circle(300, 800, 20, hue.sun),
    ring(300, 800, 38, hue.sun, 7),
    stroke(front, hue.coral, 13),
    barb(985, 517, 38),
    barb(1090, 625, 60),
    barb(1138, 760, 68),
    barb(1225, 905, 52),
    circle(800, 500, 56, hue.coral),
    stroke("M784 472V528H820", hue.paper, 13),
  );
}

/** One hill: snow on its upper streets and rain on the quay. */
export function snowLine(): string {
  const walls = [hue.coral, hue.sand, hue.brick, hue.sea, hue.rose, hue.moss, hue.sun];
  const row = (seed: number, x: number, end: number, base: number, roofs: string[]) =>
    terrace(
      seed,
      { x, end, base, height: 130, width: 104 },
      { walls, roofs, lit: hue.sun, dark: hue.ink, share: 0.45 },
    );
  return sheet(
    W,
    H,
    hue.deep,
    bands(W, 0, 640, mix(hue.deep, hue.plum, 0.4), mix(hue.foam, hue.deep, 0.4), 9),
    cloud(420, 190, 240, mix(hue.mist, hue.deep, 0.35)),
    cloud(1180, 150, 290, mix(hue.mist, hue.deep, 0.25)),
    poly(
      [
        [60, 1067],
        [560, 260],
        [820, 190],
        [1080, 260],
        [1560, 1067],
      ],
      mix(hue.foam, hue.deep, 0.12),
    ),
    poly(
      [
        [60, 1067],
        [330, 630],
        [1300, 630],
        [1560, 1067],
      ],
      mix(hue.moss, hue.ink, 0.3),
    ),
    row(5, 650, 960, 420, [hue.paper, mix(hue.paper, hue.mist, 0.6)]),
    rect(470, 420, 700, 30, hue.paper),
    row(6, 500, 1110, 590, [hue.paper, mix(hue.paper, hue.mist, 0.6)]),
    rect(360, 590, 900, 34, hue.paper),
    row(7, 380, 1230, 760, [hue.ink, hue.plum]),
    rect(280, 760, 1050, 40, mix(hue.deep, hue.ink, 0.3)),
    row(8, 230, 1380, 930, [hue.plum, hue.ink]),
    rect(0, 930, W, 140, hue.ink),
    glints(5, { x: 0, y: 950, width: W, height: 110 }, hue.sea, 46),
    dots(9, { width: W, height: 610 }, hue.paper, 260, 8),
    faint(
      0.7,
      rain(10, { width: W, height: 460 }, hue.foam, 0),
      at(0, 620, {}, rain(11, { width: W, height: 430 }, hue.foam, 120)),
    ),
    line(
      [
        [0, 622],
        [W, 622],
      ],
      hue.paper,
      4,
      "2 22",
    ),
  );
}

/** Cars parked above the timbers of a ship. */
export function hullBelow(): string {
  const car = (x: number, colour: string) =>
    at(
      x,
      292,
      {},
      shape("M-84 0V-34L-54 -42L-28 -78H42L72 -42L92 -34V0Z", colour),
      poly(
        [
          [-38, -44],
          [-20, -68],
          [4, -68],
          [4, -44],
        ],
        hue.ink,
      ),
      poly(
        [
          [14, -44],
          [14, -68],
          [36, -68],
          [54, -44],
        ],
        hue.ink,
      ),
      circle(-46, 0, 18, hue.ink),
      circle(54, 0, 18, hue.ink),
    );
  const layers = [
    mix(hue.sand, hue.bark, 0.5),
    mix(hue.bark, hue.sand, 0.25),
    hue.bark,
    mix(hue.bark, hue.plum, 0.35),
    mix(hue.bark, hue.ink, 0.5),
  ];
  const rib = (index: number) => {
    const x = 420 + index * 84;
    const deep = 200 - Math.abs(index - 4.5) ** 2 * 5.2;
    return stroke(
      `M${x} 560C${x - 10} ${600 + deep * 0.7} ${x + 6} ${620 + deep} ${x + 20} ${640 + deep}`,
      hue.sand,
      24,
    );
  };
  return sheet(
    W,
    H,
    hue.foam,
    bands(W, 0, 300, mix(hue.sea, hue.foam, 0.6), hue.paper, 6),
    skyline(51, { x: -20, end: 1620, base: 292, height: 130, width: 80 }, mix(hue.sea, hue.foam, 0.4)),
    rect(0, 330, W, 90, layers[0] ?? hue.bark),
    rect(0, 292, W, 40, hue.ink),
    layers
      .map((colour, index) =>
        shape(`M-10 ${332 + index * 150}q200 ${index % 2 ? -36 : 30} 400 0t400 0t400 0t420 0V1080H-10Z`, colour),
      )
      .join(""),
    dots(6, { y: 360, width: W, height: 680 }, mix(hue.bark, hue.ink, 0.4), 90, 9),
    car(180, hue.coral),
    car(420, hue.sea),
    car(1210, hue.sun),
    car(1440, hue.plum),
    poly(
      [
        [560, 292],
        [1040, 292],
        [1250, 560],
        [340, 560],
      ],
      hue.paper,
    ),
    poly(
      [
        [560, 292],
        [1040, 292],
        [1046, 300],
        [554, 300],
      ],
      hue.coral,
    ),
    shape("M330 556C420 800 640 900 800 900S1190 800 1290 520L1250 556Z", mix(hue.bark, hue.ink, 0.55)),
    times(10, rib),
    stroke("M400 570C500 790 660 864 800 864S1120 790 1240 560", hue.sand, 30),
    stroke("M360 560C420 640 470 720 540 770", hue.sand, 20),
    stroke("M1260 540C1210 640 1150 710 1080 770", hue.sand, 20),
    person(560, 560, 160, { coat: hue.coral, hat: hue.sun, skin: hue.rose }),
    person(1010, 560, 160, { coat: hue.sea, hat: hue.sun, skin: hue.bark }),
    line(
      [
        [1020, 470],
        [1100, 556],
      ],
      hue.ink,
      7,
    ),
    at(
      760,
      560,
      {},
      rect(-36, -60, 70, 44, hue.plum, 18),
      circle(50, -66, 16, hue.bark),
      rect(34, -88, 34, 12, hue.sun, 5),
      line(
        [
          [30, -40],
          [66, -6],
        ],
        hue.plum,
        14,
      ),
      rect(-40, -30, 20, 30, hue.ink),
    ),
    line(
      [
        [340, 560],
        [1250, 560],
      ],
      hue.bark,
      8,
    ),
    line(
      [
        [620, 292],
        [620, 556],
      ],
      hue.coral,
      4,
      "12 14",
    ),
    line(
      [
        [900, 292],
        [900, 556],
      ],
      hue.coral,
      4,
      "12 14",
    ),
  );
}

/** The open dome under a turning sky. */
export function openDome(): string {
  const random = seeded(33);
  return sheet(
    W,
    H,
    hue.ink,
    bands(W, 0, 900, hue.ink, mix(hue.plum, hue.sea, 0.4), 10),
    times(26, (index) => {
      const radius = 80 + index * 38;
      const start = random() * 360;
      const sweep = 30 + random() * 50;
      const point = (angle: number) =>
        `${(880 + Math.cos((angle * Math.PI) / 180) * radius).toFixed(1)} ${(250 + Math.sin((angle * Math.PI) / 180) * radius).toFixed(1)}`;
      const arc = (from: number) =>
        stroke(
          `M${point(from)}A${radius} ${radius} 0 0 1 ${point(from + sweep)}`,
          mix(hue.paper, [hue.sun, hue.foam, hue.rose][index % 3] ?? hue.sun, random()),
          2 + random() * 4,
        );
      return arc(start) + arc(start + 130) + arc(start + 240);
    }),
    circle(880, 250, 8, hue.paper),
    shape("M-20 930C300 800 520 790 800 800S1300 820 1640 900V1080H-20Z", hue.fern),
    rect(500, 700, 600, 160, hue.paper),
    rect(500, 700, 600, 20, mix(hue.paper, hue.bark, 0.3)),
    inside(
      "dome",
      shape("M520 700C520 380 1080 380 1080 700Z", "#fff"),
      rect(500, 380, 620, 330, hue.mist),
      rect(800, 380, 320, 330, mix(hue.mist, hue.sea, 0.35)),
      poly(
        [
          [690, 380],
          [870, 380],
          [840, 600],
          [730, 600],
        ],
        hue.ink,
      ),
    ),
    at(786, 560, { turn: 22 }, rect(-24, -230, 48, 240, hue.coral, 6), rect(-32, -240, 64, 40, hue.brick, 6)),
    rect(770, 760, 62, 100, hue.ink, 6),
    rect(560, 750, 60, 50, hue.sun),
    rect(980, 750, 60, 50, hue.sun),
    shape("M-20 990C300 880 520 850 800 860S1300 890 1640 980V1080H-20Z", mix(hue.fern, hue.ink, 0.5)),
    person(700, 900, 110, { coat: hue.sun, skin: hue.bark, hat: hue.coral }),
    person(912, 905, 110, { coat: hue.coral, hat: hue.paper }),
    person(968, 910, 100, { coat: hue.sun, skin: hue.rose }),
    hills(2, { width: W, base: 1060, rise: 40, bottom: H }, hue.ink),
  );
}

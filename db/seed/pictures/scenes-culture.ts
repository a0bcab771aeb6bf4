import { at, circle, faint, inside, line, oval, poly, rect, seeded, shape, sheet, stroke, times } from "./kit";
import { hue, mix } from "./palette";
import { back, person } from "./people";
import { bands, dots, glints, halftone, rain, swell } from "./scenery";

const W = 1600;
const H = 1067;

/** One actor in the light, between red curtains. */
export function curtain(): string {
  const fold = (x: number, index: number) =>
    rect(x, 0, 46, 850, mix(hue.brick, index % 2 ? hue.coral : hue.plum, index % 2 ? 0.25 : 0.4));
  return sheet(
    W,
    H,
    hue.ink,
    bands(W, 0, 800, hue.ink, mix(hue.plum, hue.ink, 0.35), 6),
    faint(
      0.34,
      poly(
        [
          [760, 0],
          [840, 0],
          [1130, 830],
          [470, 830],
        ],
        hue.sand,
      ),
    ),
    faint(
      0.3,
      poly(
        [
          [776, 0],
          [824, 0],
          [1000, 830],
          [600, 830],
        ],
        hue.sun,
      ),
    ),
    rect(0, 800, W, 267, mix(hue.bark, hue.ink, 0.4)),
    oval(800, 830, 330, 66, hue.sand),
    shape("M900 842C960 750 1010 770 1040 800S1090 840 1100 846Z", hue.paper),
    person(790, 838, 400, { coat: hue.paper, hair: hue.bark, skin: hue.rose, legs: hue.coral }),
    shape("M730 694C700 760 690 800 676 838H904C890 790 874 750 850 694Z", hue.paper),
    line(
      [
        [742, 530],
        [640, 470],
        [612, 400],
      ],
      hue.paper,
      36,
    ),
    line(
      [
        [842, 530],
        [930, 600],
        [990, 640],
      ],
      hue.paper,
      36,
    ),
    circle(610, 388, 20, hue.rose),
    circle(1000, 646, 20, hue.rose),
    dots(4, { x: 985, y: 660, width: 30, height: 140 }, hue.paper, 50, 6),
    times(9, (index) => fold(-20 + index * 44, index)),
    times(9, (index) => fold(1228 + index * 44, index)),
    shape("M-20 0H440C400 160 300 240 -20 300Z", hue.brick),
    shape("M1620 0H1160C1200 160 1300 240 1620 300Z", hue.brick),
    rect(0, 0, W, 96, mix(hue.brick, hue.ink, 0.35)),
    times(16, (index) => circle(50 + index * 100, 96, 50, mix(hue.brick, hue.ink, 0.35))),
    times(17, (index) => circle(index * 100, 100, 9, hue.sun)),
    times(9, (index) => back(90 + index * 178, 976 + (index % 2) * 16, 120, hue.ink, mix(hue.ink, hue.plum, 0.35))),
  );
}

/** A violin upright before the sea, for a tall crop. */
export function violinAtSea(): string {
  const body =
    "M0 -300C-96 -300 -150 -236 -146 -160C-144 -104 -96 -84 -96 -24C-96 30 -176 60 -178 160C-180 270 -96 320 0 320C96 320 180 270 178 160C176 60 96 30 96 -24C96 -84 144 -104 146 -160C150 -236 96 -300 0 -300Z";
  return sheet(
    1200,
    1500,
    hue.sea,
    bands(1200, 0, 900, hue.coral, hue.sand, 11),
    halftone({ x: 0, y: 0, width: 1200, height: 520 }, hue.brick, { grows: "up", largest: 8 }),
    circle(600, 640, 330, hue.paper),
    rect(0, 900, 1200, 600, hue.sea),
    glints(12, { x: 0, y: 910, width: 1200, height: 200 }, hue.foam, 30),
    swell({ width: 1200, y: 1000, height: 30, length: 260, bottom: 1500 }, mix(hue.sea, hue.deep, 0.5)),
    at(
      600,
      870,
      { turn: 14, scale: 1.06 },
      shape(body, hue.bark),
      at(0, 6, { scale: 0.94 }, shape(body, hue.brick)),
      inside(
        "half",
        rect(0, -320, 200, 680, "#fff"),
        at(0, 6, { scale: 0.94 }, shape(body, mix(hue.brick, hue.plum, 0.45))),
      ),
      stroke("M-62 -10C-84 40 -40 70 -64 126", hue.ink, 10),
      stroke("M62 -10C84 40 40 70 64 126", hue.ink, 10),
      circle(-62, -14, 10, hue.ink),
      circle(-64, 128, 12, hue.ink),
      circle(62, -14, 10, hue.ink),
      circle(64, 128, 12, hue.ink),
      poly(
        [
          [-26, -640],
          [26, -640],
          [40, -40],
          [-40, -40],
        ],
        hue.ink,
      ),
      rect(-66, 92, 132, 20, hue.sand, 6),
      poly(
        [
          [-24, 170],
          [24, 170],
          [36, 300],
          [-36, 300],
        ],
        hue.ink,
      ),
      rect(-30, -760, 60, 130, hue.bark, 12),
      circle(0, -780, 46, hue.bark),
      circle(0, -780, 22, hue.brick),
      times(4, (index) =>
        line(
          [
            [(index < 2 ? -1 : 1) * 26, -650 - (index % 2) * 56],
            [(index < 2 ? -1 : 1) * 76, -650 - (index % 2) * 56],
          ],
          hue.ink,
          15,
        ),
      ),
      times(4, (index) =>
        line(
          [
            [-15 + index * 10, -630],
            [-21 + index * 14, 180],
          ],
          hue.paper,
          3,
        ),
      ),
    ),
    at(
      330,
      820,
      { turn: -24 },
      rect(-8, -520, 16, 1020, hue.bark, 8),
      rect(10, -500, 7, 960, hue.paper),
      rect(-14, 420, 34, 80, hue.ink, 5),
    ),
    swell({ width: 1200, y: 1180, height: 40, length: 300, bottom: 1500, shift: 120 }, hue.deep),
    swell({ width: 1200, y: 1300, height: 40, length: 340, bottom: 1500, shift: 20 }, mix(hue.deep, hue.ink, 0.6)),
    glints(13, { x: 0, y: 1220, width: 1200, height: 240 }, hue.foam, 20),
  );
}

/** A luthier's bench by the window. */
export function luthiersBench(): string {
  const plate =
    "M0 -130C-42 -130 -66 -102 -64 -70C-62 -46 -42 -36 -42 -10C-42 12 -76 26 -78 70C-78 118 -42 140 0 140C42 140 78 118 78 70C76 26 42 12 42 -10C42 -36 62 -46 64 -70C66 -102 42 -130 0 -130Z";
  const chisel = (x: number, long: number) =>
    rect(x - 9, 180, 18, 70, hue.coral, 8) +
    rect(x - 5, 244, 10, long, hue.mist) +
    poly(
      [
        [x - 9, 244 + long],
        [x + 9, 244 + long],
        [x, 270 + long],
      ],
      hue.mist,
    );
  return sheet(
    W,
    H,
    hue.fern,
    times(12, (index) => rect(0, index * 62, W, 58, mix(hue.fern, hue.moss, index % 2 ? 0.16 : 0.26))),
    rect(560, 90, 480, 470, hue.bark, 8),
    rect(584, 114, 432, 422, hue.sand),
    rect(584, 360, 432, 176, hue.sea),
    glints(5, { x: 600, y: 372, width: 400, height: 150 }, hue.paper, 16),
    circle(880, 300, 60, hue.coral),
    poly(
      [
        [690, 380],
        [690, 250],
        [760, 370],
      ],
      hue.paper,
    ),
    shape("M650 384h130l-20 24h-90Z", hue.ink),
    rect(792, 114, 16, 422, hue.bark),
    rect(584, 316, 432, 14, hue.bark),
    faint(
      0.22,
      poly(
        [
          [584, 536],
          [1016, 536],
          [1260, 760],
          [420, 760],
        ],
        hue.sun,
      ),
    ),
    rect(90, 160, 380, 20, hue.bark),
    [130, 190, 250, 310, 370, 430].map((x, index) => chisel(x, [70, 110, 60, 130, 90, 50][index] ?? 70)).join(""),
    rect(1120, 160, 400, 20, hue.bark),
    at(1210, 350, {}, rect(-3, -170, 6, 60, hue.ink), shape(plate, hue.coral)),
    at(1410, 350, {}, rect(-3, -170, 6, 60, hue.ink), shape(plate, mix(hue.sand, hue.bark, 0.25))),
    rect(0, 750, W, 60, hue.sand),
    rect(0, 800, W, 270, hue.bark),
    rect(0, 800, W, 12, mix(hue.bark, hue.ink, 0.4)),
    at(
      700,
      700,
      { turn: 82, scale: 1.3 },
      at(0, 0, {}, shape(plate, hue.brick)),
      stroke("M-24 20C-34 40 -14 54 -26 76M24 20C34 40 14 54 26 76", hue.ink, 6),
    ),
    rect(560, 742, 300, 16, mix(hue.bark, hue.ink, 0.3), 8),
    rect(940, 660, 80, 92, hue.sun, 10),
    rect(952, 630, 56, 34, hue.ink, 6),
    rect(1060, 690, 60, 62, hue.plum, 8),
    line(
      [
        [1090, 690],
        [1116, 590],
      ],
      hue.sand,
      9,
    ),
    line(
      [
        [1082, 690],
        [1070, 604],
      ],
      hue.sand,
      9,
    ),
    stroke("M260 748c-10 -40 40 -60 60 -30s-30 50 -50 20c30 30 90 20 90 -14", hue.sand, 10),
    stroke("M420 748c0 -30 40 -30 40 -4", hue.sand, 9),
    times(
      3,
      (index) =>
        rect(120 + index * 500, 870, 360, 150, mix(hue.bark, hue.ink, 0.3), 8) +
        circle(300 + index * 500, 945, 16, hue.sun),
    ),
  );
}

/** Stalls under strings of lamps, late. */
export function nightMarket(): string {
  const awning = (x: number, y: number, colour: string) =>
    times(6, (index) => shape(`M${x + index * 70} ${y}h70v86a35 35 0 0 1 -70 0Z`, index % 2 ? hue.paper : colour));
  const heap = (x: number, y: number, colour: string, kind: number) =>
    times(9, (index) => {
      const px = x + (index % 5) * 30 + (index > 4 ? 15 : 0);
      const py = y - (index > 4 ? 24 : 0);
      if (kind === 0) return circle(px, py, 18, mix(colour, hue.ink, (index % 3) * 0.09));
      if (kind === 1)
        return at(
          px,
          py,
          { turn: -70 + index * 4 },
          shape("M-26 0C-10 -14 10 -12 30 0C10 12 -10 14 -26 0Z", colour),
          line(
            [
              [-26, 0],
              [-42, -6],
            ],
            hue.moss,
            6,
          ),
        );
      return shape(`M${px - 20} ${py + 14}c-8 -40 48 -40 40 0Z`, mix(colour, hue.sun, (index % 3) * 0.12));
    }) +
    rect(x - 24, y + 12, 180, 64, mix(hue.bark, hue.sand, 0.35), 4) +
    rect(x - 24, y + 38, 180, 8, hue.bark);
  const stalls: { x: number; colour: string; goods: [colour: string, kind: number][] }[] = [
    {
      x: 90,
      colour: hue.coral,
      goods: [
        [hue.coral, 0],
        [hue.sun, 1],
      ],
    },
    {
      x: 590,
      colour: hue.sea,
      goods: [
        [hue.moss, 2],
        [hue.brick, 0],
      ],
    },
    {
      x: 1090,
      colour: hue.brick,
      goods: [
        [hue.sun, 0],
        [hue.coral, 1],
      ],
    },
  ];
  const counter = (x: number, goods: [string, number][]) =>
    rect(x - 6, 690, 432, 204, mix(hue.bark, hue.ink, 0.3)) +
    goods.map(([fill, kind], index) => heap(x + 40 + index * 200, 716, fill, kind)).join("");
  const stall = (x: number, colour: string) =>
    rect(x + 10, 440, 14, 430, hue.bark) +
    rect(x + 396, 440, 14, 430, hue.bark) +
    rect(x + 4, 560, 412, 180, mix(colour, hue.ink, 0.72)) +
    awning(x, 400, colour);
  const string = (y: number, sag: number) => stroke(`M-20 ${y}Q400 ${y + sag} 800 ${y}T1640 ${y}`, hue.ink, 4);
  return sheet(
    W,
    H,
    hue.plum,
    bands(W, 0, 900, hue.ink, mix(hue.plum, hue.coral, 0.35), 9),
    dots(7, { width: W, height: 300 }, hue.mist, 60, 3),
    stalls.map(({ x, colour }) => stall(x, colour)).join(""),
    person(300, 700, 190, { coat: hue.sea, skin: hue.bark, hat: hue.paper }),
    person(800, 700, 190, { coat: hue.sun, skin: hue.rose, hair: hue.mist }),
    person(1310, 700, 190, { coat: hue.moss, skin: hue.rose }),
    stalls.map(({ x, goods }) => counter(x, goods)).join(""),
    string(230, 120),
    times(15, (index) => {
      const x = 40 + index * 108;
      const y = 234 + Math.sin((x / 800) * Math.PI) * 58;
      return `${circle(x, y + 22, 34, `${hue.sun}44`)}${circle(x, y + 22, 17, hue.sun)}`;
    }),
    rect(0, 890, W, 180, mix(hue.plum, hue.sea, 0.25)),
    glints(3, { x: 0, y: 900, width: W, height: 150 }, mix(hue.sun, hue.ink, 0.4), 40),
    person(520, 1010, 300, { coat: hue.foam, skin: hue.ink, hair: hue.ink, bag: hue.coral }),
    person(1010, 1020, 320, { coat: hue.coral, skin: hue.bark, hair: hue.bark, bag: hue.sand }),
    person(1100, 1010, 220, { coat: hue.sun, skin: hue.ink, hair: hue.ink }),
  );
}

/** A bowl of fish stew from above. */
export function stewBowl(): string {
  const random = seeded(88);
  const mussel = (x: number, y: number, turn: number) =>
    at(
      x,
      y,
      { turn },
      shape("M-60 10C-50 -36 30 -44 66 -4C40 34 -30 40 -60 10Z", hue.ink),
      shape("M-44 8C-30 -18 26 -24 50 -4C30 18 -20 24 -44 8Z", hue.sun),
    );
  return sheet(
    W,
    H,
    hue.foam,
    times(16, (column) =>
      times(11, (row) =>
        (column + row) % 2 ? rect(column * 104 - 30, row * 104 - 30, 104, 104, mix(hue.foam, hue.sea, 0.34)) : "",
      ),
    ),
    oval(830, 590, 420, 400, "#14233a33"),
    circle(800, 540, 410, hue.paper),
    circle(800, 540, 350, mix(hue.paper, hue.sand, 0.5)),
    circle(800, 540, 322, hue.coral),
    circle(800, 540, 322, `${hue.brick}33`),
    times(7, (index) =>
      stroke(`M${540 + index * 80} ${430 + random() * 200}q30 -40 60 0`, mix(hue.coral, hue.sun, 0.5), 12),
    ),
    mussel(660, 440, -30),
    mussel(910, 660, 24),
    mussel(640, 640, 60),
    at(
      830,
      450,
      { turn: 18 },
      rect(-90, -50, 180, 100, hue.paper, 36),
      stroke("M-50 -20q24 20 0 40M-10 -24q24 24 0 48M30 -24q24 24 0 48", hue.rose, 7),
    ),
    at(
      760,
      590,
      { turn: -32 },
      rect(-70, -42, 140, 84, hue.paper, 30),
      stroke("M-30 -16q20 16 0 32M6 -18q20 18 0 36", hue.rose, 6),
    ),
    times(5, (index) => circle(700 + index * 56 + random() * 30, 480 + random() * 180, 26, hue.sun)),
    times(26, () => {
      const angle = random() * Math.PI * 2;
      const reach = random() * 270;
      return at(
        800 + Math.cos(angle) * reach,
        540 + Math.sin(angle) * reach,
        { turn: random() * 360 },
        oval(0, 0, 20, 8, random() < 0.5 ? hue.moss : hue.fern),
      );
    }),
    at(
      1300,
      560,
      { turn: 12 },
      rect(-11, -60, 22, 420, hue.ink, 10),
      oval(0, -130, 58, 92, hue.ink),
      oval(0, -136, 42, 72, mix(hue.ink, hue.mist, 0.2)),
    ),
    at(
      270,
      330,
      { turn: -16 },
      rect(-170, -110, 340, 230, hue.bark, 100),
      rect(-150, -92, 300, 194, hue.sand, 84),
      times(3, (index) =>
        line(
          [
            [-80 + index * 80, -50],
            [-60 + index * 80, 56],
          ],
          mix(hue.sand, hue.bark, 0.3),
          10,
        ),
      ),
    ),
    at(
      250,
      830,
      {},
      circle(0, 0, 120, hue.sun),
      circle(0, 0, 104, hue.paper),
      circle(0, 0, 94, hue.sun),
      times(8, (index) =>
        at(
          0,
          0,
          { turn: index * 45 },
          line(
            [
              [0, 12],
              [0, 84],
            ],
            hue.paper,
            7,
          ),
        ),
      ),
    ),
  );
}

/** Readers at long tables under the arches. */
export function readingRoom(): string {
  const random = seeded(27);
  const spines = [hue.brick, hue.sun, hue.sea, hue.moss, hue.coral, hue.sand, hue.plum];
  const shelf = (x: number, y: number, width: number) => {
    let drawn = rect(x, y - 96, width, 104, mix(hue.bark, hue.ink, 0.35));
    for (let left = x + 4; left < x + width - 20; ) {
      const wide = 10 + random() * 15;
      const tall = 54 + random() * 32;
      drawn += rect(left, y - tall, wide - 2, tall, spines[Math.floor(random() * spines.length)] ?? hue.sea);
      left += wide;
    }
    return drawn;
  };
  const arch = (x: number) =>
    shape(`M${x} 520V230a130 130 0 0 1 260 0V520Z`, hue.sun) +
    faint(0.5, shape(`M${x} 520V400h260V520Z`, hue.paper)) +
    rect(x + 126, 100, 9, 420, hue.bark) +
    rect(x, 226, 260, 9, hue.bark) +
    rect(x, 370, 260, 9, hue.bark);
  const reader = (x: number, coat: string, hair: string, skin: string) =>
    shape(`M${x - 58} 830c0 -80 20 -104 58 -104s58 24 58 104Z`, coat) +
    circle(x, 690, 36, skin) +
    shape(`M${x - 39} 694a39 41 0 0 1 78 0c-14 -26 -64 -26 -78 0Z`, hair) +
    poly(
      [
        [x - 52, 836],
        [x, 846],
        [x, 800],
        [x - 44, 790],
      ],
      hue.paper,
    ) +
    poly(
      [
        [x + 52, 836],
        [x, 846],
        [x, 800],
        [x + 44, 790],
      ],
      hue.mist,
    );
  const green = (x: number) =>
    rect(x - 5, 760, 10, 80, hue.sun) +
    shape(`M${x - 50} 770c0 -46 100 -46 100 0Z`, hue.moss) +
    faint(
      0.3,
      poly(
        [
          [x - 48, 772],
          [x + 48, 772],
          [x + 130, 850],
          [x - 130, 850],
        ],
        hue.sun,
      ),
    );
  return sheet(
    W,
    H,
    hue.bark,
    bands(W, 0, 560, mix(hue.bark, hue.sand, 0.4), mix(hue.bark, hue.sand, 0.25), 5),
    [90, 480, 860, 1250].map(arch).join(""),
    faint(
      0.2,
      poly(
        [
          [480, 520],
          [740, 520],
          [560, 1067],
          [160, 1067],
        ],
        hue.paper,
      ),
      poly(
        [
          [860, 520],
          [1120, 520],
          [1000, 1067],
          [600, 1067],
        ],
        hue.paper,
      ),
    ),
    shelf(0, 620, 1600),
    shelf(0, 720, 1600),
    rect(0, 628, W, 10, hue.bark),
    rect(0, 728, W, 120, mix(hue.bark, hue.ink, 0.5)),
    reader(260, hue.coral, hue.ink, hue.bark),
    green(420),
    reader(590, hue.sea, hue.mist, hue.rose),
    reader(800, hue.sun, hue.ink, hue.rose),
    green(960),
    reader(1120, hue.plum, hue.coral, hue.paper),
    reader(1370, hue.moss, hue.ink, hue.bark),
    rect(90, 836, 1420, 40, hue.sand, 6),
    rect(90, 866, 1420, 14, mix(hue.sand, hue.bark, 0.6)),
    rect(180, 876, 40, 191, mix(hue.bark, hue.ink, 0.3)),
    rect(780, 876, 40, 191, mix(hue.bark, hue.ink, 0.3)),
    rect(1380, 876, 40, 191, mix(hue.bark, hue.ink, 0.3)),
    rect(0, 1030, W, 40, mix(hue.bark, hue.ink, 0.6)),
  );
}

/** Umbrellas from above, in a tall frame. */
export function umbrellas(): string {
  const random = seeded(52);
  const umbrella = (x: number, y: number, radius: number, colour: string) =>
    at(
      x,
      y,
      { turn: random() * 45 },
      faint(0.25, circle(16, 24, radius, hue.ink)),
      times(8, (index) => {
        const corner = (step: number) =>
          `${(Math.cos((step * Math.PI) / 4) * radius).toFixed(1)} ${(Math.sin((step * Math.PI) / 4) * radius).toFixed(1)}`;
        const middle = `${(Math.cos(((index + 0.5) * Math.PI) / 4) * radius * 0.86).toFixed(1)} ${(Math.sin(((index + 0.5) * Math.PI) / 4) * radius * 0.86).toFixed(1)}`;
        return shape(
          `M0 0L${corner(index)}Q${middle} ${corner(index + 1)}Z`,
          mix(colour, hue.ink, index % 2 ? 0.18 : 0.02),
        );
      }),
      circle(0, 0, 9, hue.paper),
    );
  const dark = [hue.ink, hue.deep, mix(hue.deep, hue.plum, 0.5), mix(hue.ink, hue.plum, 0.4)];
  const places = [
    [170, 190, 150],
    [560, 120, 130],
    [980, 210, 160],
    [330, 520, 160],
    [1060, 580, 150],
    [120, 860, 140],
    [900, 950, 150],
    [420, 1180, 165],
    [1090, 1300, 160],
    [120, 1380, 140],
    [760, 1430, 130],
  ] as const;
  return sheet(
    1200,
    1500,
    mix(hue.sea, hue.foam, 0.35),
    times(16, (row) =>
      times(12, (column) =>
        rect(
          column * 110 - (row % 2 ? 55 : 0),
          row * 98,
          104,
          92,
          mix(mix(hue.sea, hue.foam, 0.4), hue.sea, random() * 0.35),
          4,
        ),
      ),
    ),
    places.map(([x, y, radius], index) => umbrella(x, y, radius, dark[index % dark.length] ?? hue.ink)).join(""),
    umbrella(640, 730, 190, hue.coral),
    faint(0.75, rain(4, { width: 1200, height: 1500 }, hue.paper, 150, 0.12)),
  );
}

/** A small cinema with a queue at its door. */
export function cinemaFront(): string {
  const bulbs = (x: number, y: number, width: number, count: number) =>
    times(count, (index) => circle(x + (width / (count - 1)) * index, y, 9, index % 2 ? hue.sun : hue.paper));
  return sheet(
    W,
    H,
    hue.plum,
    bands(W, 0, 900, hue.ink, hue.plum, 8),
    dots(5, { width: W, height: 340 }, hue.mist, 70, 3),
    rect(0, 420, 300, 520, mix(hue.ink, hue.deep, 0.6)),
    rect(1300, 360, 300, 580, mix(hue.ink, hue.deep, 0.6)),
    times(
      4,
      (row) =>
        rect(60, 480 + row * 104, 50, 62, row === 2 ? hue.sun : hue.ink) +
        rect(180, 480 + row * 104, 50, 62, hue.ink) +
        rect(1370, 430 + row * 116, 50, 66, row === 1 ? hue.sun : hue.ink) +
        rect(1490, 430 + row * 116, 50, 66, hue.ink),
    ),
    rect(290, 170, 1020, 780, hue.coral),
    shape("M290 170Q800 20 1310 170Z", hue.coral),
    rect(340, 220, 60, 730, hue.brick),
    rect(1200, 220, 60, 730, hue.brick),
    times(
      3,
      (index) =>
        rect(470 + index * 240, 220, 180, 250, mix(hue.coral, hue.paper, 0.25), 90) +
        rect(490 + index * 240, 240, 140, 230, hue.ink, 70),
    ),
    at(
      800,
      340,
      { scale: 1.25 },
      shape("M-60 40C-40 -40 10 -60 50 -44L88 -56L70 -22C60 40 -10 60 -60 40Z", hue.paper),
      shape("M-50 30C-20 -30 -10 -70 -40 -100C20 -80 40 -30 20 10Z", hue.foam),
      circle(50, -34, 5, hue.ink),
    ),
    poly(
      [
        [230, 510],
        [1370, 510],
        [1310, 640],
        [290, 640],
      ],
      hue.paper,
    ),
    poly(
      [
        [290, 640],
        [1310, 640],
        [1270, 670],
        [330, 670],
      ],
      hue.sand,
    ),
    bulbs(250, 524, 1100, 34),
    bulbs(308, 626, 984, 31),
    times(3, (row) => rect(470 + row * 50, 552 + row * 24, 660 - row * 100, 12, row === 0 ? hue.brick : hue.ink)),
    rect(520, 690, 560, 260, hue.ink),
    rect(540, 710, 250, 240, hue.sun),
    rect(810, 710, 250, 240, hue.sun),
    rect(420, 710, 80, 130, hue.sea, 4),
    rect(1100, 710, 80, 130, hue.moss, 4),
    circle(460, 770, 22, hue.sun),
    poly(
      [
        [1120, 820],
        [1140, 740],
        [1164, 820],
      ],
      hue.paper,
    ),
    rect(0, 940, W, 130, hue.ink),
    faint(
      0.35,
      poly(
        [
          [540, 950],
          [1060, 950],
          [1240, 1067],
          [360, 1067],
        ],
        hue.sun,
      ),
    ),
    [
      [640, hue.ink, hue.bark],
      [700, hue.deep, hue.rose],
      [880, hue.brick, hue.rose],
      [950, hue.plum, hue.bark],
      [1020, hue.moss, hue.rose],
      [1110, hue.sea, hue.rose],
      [1190, hue.sun, hue.bark],
      [1270, hue.foam, hue.rose],
      [1360, hue.brick, hue.bark],
      [1440, hue.sand, hue.rose],
    ]
      .map(([x, coat, skin], index) =>
        person(Number(x), 985 + (index % 2) * 12, 190 - (index % 3) * 16, { coat: String(coat), skin: String(skin) }),
      )
      .join(""),
  );
}

/** Loaves on their boards before an open oven. */
export function bakery(): string {
  const loaf = (x: number, y: number, colour: string) =>
    shape(`M${x - 62} ${y}C${x - 66} ${y - 76} ${x + 66} ${y - 76} ${x + 62} ${y}Z`, colour) +
    times(3, (cut) =>
      line(
        [
          [x - 34 + cut * 30, y - 18],
          [x - 18 + cut * 30, y - 46],
        ],
        hue.paper,
        6,
      ),
    );
  return sheet(
    W,
    H,
    hue.plum,
    bands(W, 0, H, mix(hue.plum, hue.ink, 0.5), hue.plum, 7),
    shape("M560 620V360C560 180 1040 180 1040 360V620Z", hue.brick),
    shape("M620 620V380C620 250 980 250 980 380V620Z", hue.sun),
    shape("M660 620V420C660 320 940 320 940 420V620Z", hue.coral),
    loaf(740, 618, hue.bark),
    loaf(860, 618, hue.bark),
    faint(
      0.28,
      poly(
        [
          [600, 620],
          [1000, 620],
          [1400, 1070],
          [200, 1070],
        ],
        hue.sun,
      ),
    ),
    times(
      3,
      (row) =>
        rect(40, 300 + row * 190, 430, 18, hue.bark) +
        times(3, (index) => loaf(120 + index * 136, 300 + row * 190, mix(hue.sand, hue.bark, 0.25 + row * 0.12))),
    ),
    times(
      3,
      (row) =>
        rect(1130, 300 + row * 190, 430, 18, hue.bark) +
        times(3, (index) => loaf(1210 + index * 136, 300 + row * 190, mix(hue.sand, hue.bark, 0.2 + row * 0.12))),
    ),
    person(700, 900, 400, { coat: hue.paper, hat: hue.paper, hair: hue.ink }),
    person(930, 900, 400, { coat: hue.paper, skin: hue.bark, hat: hue.mist }),
    rect(340, 830, 920, 40, hue.sand),
    rect(340, 870, 920, 200, hue.bark),
    times(6, (index) => oval(440 + index * 144, 826, 56, 30, mix(hue.paper, hue.sand, 0.4))),
  );
}

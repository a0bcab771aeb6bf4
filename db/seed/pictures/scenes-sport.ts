import { at, circle, faint, line, oval, poly, rect, ring, seeded, shape, sheet, stroke, times } from "./kit";
import { hue, mix } from "./palette";
import { limb } from "./people";
import { bands, dots, glints, gull, halftone, hills, swell } from "./scenery";
import { lighthouse, skyline } from "./town";
import { yacht } from "./vessels";

const W = 1600;
const H = 1067;

function ball(x: number, y: number, radius: number): string {
  return (
    circle(x, y, radius, hue.paper) +
    at(
      x,
      y,
      { scale: radius / 100, turn: 14 },
      poly(
        [
          [0, -38],
          [36, -12],
          [22, 31],
          [-22, 31],
          [-36, -12],
        ],
        hue.ink,
      ),
      times(5, (index) =>
        at(
          0,
          0,
          { turn: index * 72 },
          line(
            [
              [0, -38],
              [0, -74],
            ],
            hue.ink,
            7,
          ),
          poly(
            [
              [-26, -94],
              [0, -72],
              [26, -94],
              [0, -101],
            ],
            hue.ink,
          ),
        ),
      ),
    )
  );
}

/** From behind the net: the ball is in, the keeper is down. */
export function lateEqualiser(): string {
  return sheet(
    W,
    H,
    hue.ink,
    bands(W, 0, 480, hue.ink, mix(hue.plum, hue.deep, 0.5), 7),
    times(3, (row) =>
      dots(
        20 + row,
        { y: 250 + row * 60, width: W, height: 60 },
        [hue.coral, hue.sand, hue.sea][row] ?? hue.sand,
        130,
        13,
      ),
    ),
    times(
      2,
      (index) =>
        rect(180 + index * 1180, 40, 60, 80, hue.mist, 8) +
        rect(204 + index * 1180, 120, 12, 350, mix(hue.ink, hue.mist, 0.3)) +
        faint(
          0.16,
          poly(
            [
              [180 + index * 1180, 90],
              [240 + index * 1180, 90],
              [index ? 1100 : 1000, 760],
              [index ? 300 : 400, 760],
            ],
            hue.paper,
          ),
        ),
    ),
    rect(0, 450, W, 620, hue.moss),
    times(6, (index) => rect(0, 450 + index * 104, W, 52, mix(hue.moss, hue.fern, 0.4))),
    stroke("M330 560H1270L1420 720H180Z", hue.paper, 7),
    at(
      1050,
      560,
      { scale: 1.25 },
      limb(
        [
          [0, -128],
          [4, -70],
        ],
        hue.coral,
        46,
      ),
      limb(
        [
          [-8, -60],
          [-30, -28],
          [-34, 6],
        ],
        hue.ink,
        20,
      ),
      limb(
        [
          [12, -60],
          [22, -28],
          [20, 8],
        ],
        hue.ink,
        20,
      ),
      limb(
        [
          [-10, -122],
          [-62, -176],
        ],
        hue.coral,
        18,
      ),
      limb(
        [
          [14, -122],
          [64, -178],
        ],
        hue.coral,
        18,
      ),
      circle(2, -172, 24, hue.bark),
    ),
    at(
      560,
      570,
      { scale: 1.05 },
      limb(
        [
          [0, -128],
          [-4, -70],
        ],
        hue.sand,
        46,
      ),
      limb(
        [
          [-12, -60],
          [-18, 6],
        ],
        hue.ink,
        20,
      ),
      limb(
        [
          [10, -60],
          [16, 6],
        ],
        hue.ink,
        20,
      ),
      limb(
        [
          [-14, -122],
          [-34, -62],
        ],
        hue.sand,
        17,
      ),
      limb(
        [
          [14, -122],
          [30, -176],
          [6, -186],
        ],
        hue.sand,
        17,
      ),
      circle(0, -172, 23, hue.rose),
    ),
    at(
      560,
      850,
      { turn: -6 },
      limb(
        [
          [-150, 0],
          [20, 0],
        ],
        hue.sun,
        74,
      ),
      limb(
        [
          [-150, 0],
          [-260, 40],
          [-330, -10],
        ],
        hue.ink,
        40,
      ),
      limb(
        [
          [-150, 10],
          [-250, 70],
          [-350, 66],
        ],
        hue.ink,
        40,
      ),
      limb(
        [
          [20, -10],
          [120, -70],
          [200, -100],
        ],
        hue.sun,
        34,
      ),
      limb(
        [
          [20, 10],
          [130, 0],
          [210, -30],
        ],
        hue.sun,
        34,
      ),
      circle(222, -106, 26, hue.coral),
      circle(232, -34, 26, hue.coral),
      circle(74, 34, 46, hue.rose),
      shape("M32 40a46 46 0 0 0 88 12c-20 -10 -60 -30 -88 -12Z", hue.bark),
    ),
    faint(
      0.72,
      times(26, (index) =>
        stroke(
          `M${index * 66 - 30} 0Q${index * 62 + (index > 13 ? 40 : -10)} 560 ${index * 66 - 30} 1067`,
          hue.mist,
          4,
        ),
      ),
      times(17, (index) => stroke(`M0 ${index * 66}Q820 ${index * 66 + 60} 1600 ${index * 66}`, hue.mist, 4)),
    ),
    ball(880, 560, 96),
    faint(0.9, stroke("M780 470Q880 660 990 470M800 640Q900 700 980 620M764 560Q880 690 1000 556", hue.mist, 5)),
  );
}

/** A keeper at full stretch. */
export function keeperDives(): string {
  return sheet(
    W,
    H,
    hue.coral,
    bands(W, 0, 860, hue.coral, hue.sun, 8),
    circle(980, 430, 330, mix(hue.coral, hue.brick, 0.75)),
    halftone({ x: 0, y: 0, width: W, height: 420 }, hue.brick, { grows: "up", largest: 8 }),
    rect(0, 860, W, 210, hue.fern),
    times(30, (index) =>
      poly(
        [
          [index * 56, 864],
          [index * 56 + 14, 836],
          [index * 56 + 26, 864],
        ],
        hue.fern,
      ),
    ),
    rect(1330, 90, 34, 790, hue.paper),
    rect(-10, 90, 1374, 34, hue.paper),
    times(10, (index) =>
      line(
        [
          [1364, 130 + index * 76],
          [1620, 190 + index * 84],
        ],
        hue.paper,
        4,
      ),
    ),
    times(5, (index) =>
      line(
        [
          [1390 + index * 52, 120 + index * 14],
          [1390 + index * 52, 880],
        ],
        hue.paper,
        4,
      ),
    ),
    oval(720, 900, 420, 26, mix(hue.fern, hue.ink, 0.5)),
    at(
      740,
      540,
      { turn: -14 },
      limb(
        [
          [-180, 40],
          [-330, 60],
          [-470, 0],
        ],
        hue.ink,
        74,
      ),
      limb(
        [
          [-180, 60],
          [-300, 160],
          [-430, 200],
        ],
        hue.ink,
        74,
      ),
      limb(
        [
          [-380, 40],
          [-470, 0],
        ],
        hue.sea,
        58,
      ),
      limb(
        [
          [-372, 182],
          [-430, 200],
        ],
        hue.sea,
        58,
      ),
      line(
        [
          [-478, -18],
          [-500, 34],
        ],
        hue.paper,
        34,
      ),
      line(
        [
          [-440, 184],
          [-470, 236],
        ],
        hue.paper,
        34,
      ),
      limb(
        [
          [-170, 50],
          [60, 0],
        ],
        hue.sea,
        150,
      ),
      limb(
        [
          [60, -40],
          [210, -90],
          [350, -120],
        ],
        hue.sea,
        60,
      ),
      limb(
        [
          [70, 30],
          [220, 20],
          [340, -40],
        ],
        hue.sea,
        60,
      ),
      circle(372, -124, 44, hue.sun),
      circle(362, -52, 44, hue.sun),
      circle(170, -20, 70, hue.bark),
      shape("M104 -20A70 70 0 0 1 214 -74C200 -40 150 -40 130 30C112 20 104 0 104 -20Z", hue.ink),
      circle(112, -72, 30, hue.ink),
    ),
    ball(1180, 330, 74),
  );
}

/** An eight from straight above, wide. */
export function eightFromAbove(): string {
  const shirts = [hue.coral, hue.sun, hue.coral, hue.sun, hue.coral, hue.sun, hue.coral, hue.sun];
  return sheet(
    2000,
    1000,
    hue.sea,
    bands(2000, 0, 1000, mix(hue.sea, hue.foam, 0.4), hue.deep, 9),
    glints(9, { x: 0, y: 0, width: 2000, height: 1000 }, mix(hue.sea, hue.foam, 0.5), 60),
    at(
      1000,
      500,
      { turn: -11, scale: 1.1 },
      faint(
        0.4,
        poly(
          [
            [-640, -4],
            [-1300, -150],
            [-1300, 150],
            [-640, 4],
          ],
          hue.foam,
        ),
      ),
      times(8, (index) => {
        const x = -384 + index * 104;
        const side = index % 2 ? 1 : -1;
        return (
          line(
            [
              [x + 10, side * 14],
              [x - 46, side * 270],
            ],
            hue.paper,
            8,
          ) +
          at(x - 50, side * 292, { turn: side * 12 }, rect(-15, -34, 30, 70, hue.coral, 6)) +
          ring(x - 60, side * 300, 40, hue.foam, 4) +
          faint(0.6, ring(x - 170, side * 300, 62, hue.foam, 3))
        );
      }),
      shape("M-660 0C-500 -34 500 -34 680 0C500 34 -500 34 -660 0Z", hue.ink),
      shape("M-560 0C-450 -22 450 -22 580 0C450 22 -450 22 -560 0Z", hue.bark),
      times(8, (index) => {
        const x = -384 + index * 104;
        const side = index % 2 ? 1 : -1;
        return (
          limb(
            [
              [x - 20, -10],
              [x + 14, side * 18],
            ],
            hue.rose,
            13,
          ) +
          limb(
            [
              [x - 20, 10],
              [x + 14, side * 18],
            ],
            hue.rose,
            13,
          ) +
          oval(x - 22, 0, 22, 34, shirts[index] ?? hue.sun) +
          circle(x - 18, 0, 18, [hue.ink, hue.bark, hue.sand][index % 3] ?? hue.ink)
        );
      }),
      oval(500, 0, 22, 32, hue.paper),
      circle(498, 0, 18, hue.plum),
    ),
  );
}

/** Four yachts, of which one is going the other way. */
export function wrongMark(): string {
  return sheet(
    W,
    H,
    hue.foam,
    bands(W, 0, 620, hue.sun, hue.paper, 8),
    hills(17, { width: W, base: 610, rise: 90, bottom: 660, bumps: 4 }, mix(hue.sea, hue.foam, 0.3)),
    lighthouse(250, 600, 0.34, hue.paper, hue.brick, hue.sun),
    rect(0, 620, W, 450, hue.sea),
    swell({ width: W, y: 634, height: 10, length: 160, bottom: H }, hue.sea),
    glints(4, { x: 0, y: 640, width: W, height: 150 }, hue.foam, 36),
    yacht(300, 720, 0.72, { hull: hue.ink, main: hue.paper, jib: hue.mist }),
    yacht(560, 790, 0.92, { hull: hue.brick, main: hue.paper, jib: hue.sun }),
    yacht(1300, 760, 0.82, { hull: hue.plum, main: hue.paper, jib: hue.foam }),
    swell({ width: W, y: 800, height: 14, length: 220, bottom: H, shift: 50 }, mix(hue.sea, hue.deep, 0.5)),
    yacht(940, 880, 1.5, { hull: hue.ink, main: hue.coral, jib: hue.brick }, true),
    rect(1200, 840, 60, 70, hue.sun, 8),
    poly(
      [
        [1200, 844],
        [1230, 780],
        [1260, 844],
      ],
      hue.sun,
    ),
    swell({ width: W, y: 892, height: 16, length: 260, bottom: H, shift: 130 }, hue.deep),
    glints(5, { x: 0, y: 930, width: W, height: 120 }, hue.sea, 24),
    gull(620, 260, 26, hue.ink),
    gull(700, 220, 18, hue.ink),
  );
}

/** Swimmers in coloured caps, from above, round a buoy. */
export function openWater(): string {
  const random = seeded(404);
  const caps = [hue.coral, hue.sun, hue.paper, hue.coral, hue.plum];
  return sheet(
    W,
    H,
    hue.sea,
    bands(W, 0, H, mix(hue.sea, hue.foam, 0.25), hue.deep, 8),
    times(9, (index) =>
      stroke(`M-20 ${80 + index * 120}q140 -50 280 0t280 0t280 0t280 0t280 0t280 0`, mix(hue.sea, hue.foam, 0.3), 4),
    ),
    ring(1060, 500, 130, mix(hue.sea, hue.foam, 0.6), 5),
    ring(1060, 500, 190, mix(hue.sea, hue.foam, 0.4), 4),
    circle(1060, 500, 88, hue.coral),
    circle(1060, 500, 44, hue.sun),
    times(34, (index) => {
      const along = index / 34;
      const x = 60 + along * 1250 + (random() - 0.5) * 160;
      const y = 980 - along * 760 + (random() - 0.5) * 330 - (along > 0.6 ? 40 : 0);
      if (Math.hypot(x - 1060, y - 500) < 150) return "";
      const skin = [hue.rose, hue.bark, mix(hue.rose, hue.bark, 0.5)][index % 3] ?? hue.rose;
      return at(
        x,
        y,
        { turn: -34 + random() * 24, scale: 0.95 },
        faint(
          0.5,
          poly(
            [
              [-50, -8],
              [-150, -34],
              [-150, 34],
              [-50, 8],
            ],
            hue.foam,
          ),
        ),
        limb(
          [
            [-46, 0],
            [4, 0],
          ],
          index % 2 ? hue.ink : skin,
          26,
        ),
        index % 2
          ? limb(
              [
                [0, -10],
                [34, -34],
                [66, -26],
              ],
              skin,
              12,
            ) +
              limb(
                [
                  [-4, 10],
                  [-24, 34],
                ],
                skin,
                12,
              )
          : limb(
              [
                [0, 10],
                [34, 34],
                [66, 26],
              ],
              skin,
              12,
            ) +
              limb(
                [
                  [-4, -10],
                  [-24, -34],
                ],
                skin,
                12,
              ),
        circle(24, 0, 17, caps[index % caps.length] ?? hue.sun),
      );
    }),
    at(
      330,
      220,
      { turn: 20 },
      shape("M-120 0C-80 -40 80 -40 130 0C80 40 -80 40 -120 0Z", hue.sun),
      shape("M-90 0C-60 -24 60 -24 96 0C60 24 -60 24 -90 0Z", hue.bark),
      oval(-10, 0, 22, 28, hue.coral),
      circle(-8, 0, 16, hue.ink),
      line(
        [
          [20, -90],
          [-10, 90],
        ],
        hue.paper,
        7,
      ),
    ),
  );
}

/** Runners on the quay before the city. */
export function quayRunners(): string {
  const runner = (x: number, base: number, scale: number, shirt: string, skin: string, hair: string) =>
    at(
      x,
      base,
      { scale },
      limb(
        [
          [0, -140],
          [-8, -80],
        ],
        shirt,
        44,
      ),
      limb(
        [
          [-8, -72],
          [34, -52],
          [22, -6],
        ],
        hue.ink,
        20,
      ),
      limb(
        [
          [22, -20],
          [22, -6],
        ],
        skin,
        16,
      ),
      limb(
        [
          [-10, -72],
          [-40, -40],
          [-86, -46],
        ],
        hue.ink,
        20,
      ),
      limb(
        [
          [-48, -42],
          [-86, -46],
        ],
        skin,
        16,
      ),
      limb(
        [
          [4, -140],
          [40, -106],
          [66, -130],
        ],
        shirt,
        16,
      ),
      limb(
        [
          [44, -110],
          [66, -130],
        ],
        skin,
        14,
      ),
      limb(
        [
          [-6, -138],
          [-40, -108],
          [-24, -84],
        ],
        skin,
        14,
      ),
      circle(10, -190, 26, skin),
      shape("M-18 -190a28 28 0 0 1 52 -14c-16 0 -30 0 -36 24Z", hair),
      line(
        [
          [22, -2],
          [44, -2],
        ],
        hue.coral,
        14,
      ),
      line(
        [
          [-90, -54],
          [-92, -34],
        ],
        hue.coral,
        14,
      ),
      rect(-16, -128, 26, 26, hue.paper, 3),
    );
  return sheet(
    W,
    H,
    hue.rose,
    bands(W, 0, 620, mix(hue.rose, hue.coral, 0.35), hue.paper, 8),
    circle(1120, 330, 150, hue.sun),
    skyline(73, { x: -20, end: 1620, base: 600, height: 230, width: 80 }, mix(hue.plum, hue.rose, 0.35)),
    skyline(74, { x: -20, end: 1620, base: 610, height: 130, width: 60 }, hue.plum),
    rect(0, 606, W, 160, hue.sea),
    glints(6, { x: 0, y: 616, width: W, height: 130 }, hue.foam, 36),
    rect(0, 740, W, 330, mix(hue.sand, hue.bark, 0.12)),
    rect(0, 740, W, 18, hue.bark),
    times(12, (index) => rect(index * 140 + 20, 690, 26, 56, hue.ink, 10)),
    runner(280, 900, 1.1, hue.sea, hue.bark, hue.ink),
    runner(500, 880, 1, hue.sun, hue.rose, hue.bark),
    runner(1240, 890, 1.05, hue.moss, hue.rose, hue.ink),
    runner(1430, 910, 1.1, hue.plum, hue.bark, hue.ink),
    runner(1010, 940, 1.4, hue.paper, hue.rose, hue.brick),
    runner(740, 970, 1.7, hue.coral, hue.bark, hue.ink),
  );
}

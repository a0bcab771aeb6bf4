import { at, circle, faint, line, oval, poly, rect, ring, seeded, shape, sheet, stroke, times } from "./kit";
import { hue, mix } from "./palette";
import { back, person } from "./people";
import { bands, cloud, dots, glints, gull, halftone, hills, swell } from "./scenery";
import { crane, lighthouse, skyline } from "./town";
import { boxShip, cutter, ferry } from "./vessels";

const W = 1600;
const H = 1067;

/** A pilot's cutter under the bow of a ship that comes out of the fog. */
export function pilotInFog(): string {
  const fog = mix(hue.foam, hue.paper, 0.45);
  return sheet(
    W,
    H,
    fog,
    bands(W, 0, 760, mix(hue.sea, hue.foam, 0.7), fog, 8),
    poly(
      [
        [1640, -20],
        [760, -20],
        [700, 110],
        [742, 300],
        [860, 700],
        [930, 850],
        [1640, 850],
      ],
      mix(hue.ink, fog, 0.18),
    ),
    poly(
      [
        [1640, -20],
        [1080, -20],
        [1080, 850],
        [1640, 850],
      ],
      mix(hue.ink, fog, 0.06),
    ),
    poly(
      [
        [838, 640],
        [930, 850],
        [1640, 850],
        [1640, 640],
      ],
      mix(hue.brick, fog, 0.12),
    ),
    circle(872, 180, 30, mix(hue.ink, fog, 0.45)),
    stroke("M872 190V300M846 300q26 46 52 0", mix(hue.ink, fog, 0.5), 13),
    times(4, (index) => rect(1180 + index * 110, 120, 64, 20, mix(hue.paper, hue.ink, 0.3), 4)),
    line(
      [
        [1000, -20],
        [1000, 790],
      ],
      hue.sand,
      5,
    ),
    line(
      [
        [1044, -20],
        [1044, 790],
      ],
      hue.sand,
      5,
    ),
    times(17, (index) =>
      line(
        [
          [1000, 20 + index * 46],
          [1044, 20 + index * 46],
        ],
        hue.sand,
        7,
      ),
    ),
    person(1022, 620, 150, { coat: hue.coral, skin: hue.bark, hat: hue.paper }),
    rect(0, 846, W, 230, mix(hue.sea, fog, 0.3)),
    faint(0.4, rect(-60, 740, 1760, 120, fog), rect(-60, 790, 1760, 70, fog)),
    swell({ width: W, y: 858, height: 16, length: 190, bottom: H }, hue.sea),
    cutter(690, 890, 2.1, hue.coral, hue.paper),
    swell({ width: W, y: 896, height: 18, length: 230, bottom: H, shift: 80 }, hue.deep),
    glints(4, { x: 0, y: 930, width: W, height: 120 }, hue.sea, 26),
  );
}

/** A lighthouse on its rock at night, upright. */
export function lightAtNight(): string {
  return sheet(
    1200,
    1500,
    hue.ink,
    bands(1200, 0, 1100, hue.ink, hue.sea, 11),
    dots(14, { width: 1200, height: 700 }, hue.paper, 130, 3.6),
    faint(
      0.32,
      poly(
        [
          [600, 598],
          [1260, 318],
          [1260, 688],
        ],
        hue.sun,
      ),
      poly(
        [
          [600, 598],
          [-60, 468],
          [-60, 828],
        ],
        hue.sun,
      ),
    ),
    faint(
      0.4,
      poly(
        [
          [600, 598],
          [1260, 408],
          [1260, 598],
        ],
        hue.paper,
      ),
      poly(
        [
          [600, 598],
          [-60, 558],
          [-60, 738],
        ],
        hue.paper,
      ),
    ),
    circle(600, 598, 84, `${hue.sun}66`),
    shape(
      "M250 1190C330 1060 420 1090 470 1010S740 980 790 1050S930 1100 990 1190V1300H250Z",
      mix(hue.ink, hue.plum, 0.5),
    ),
    shape("M600 1000C740 985 780 1030 800 1060S930 1100 990 1190V1300H620Z", hue.ink),
    lighthouse(600, 1030, 0.88, hue.paper, hue.coral, hue.sun),
    rect(690, 950, 120, 80, hue.paper),
    poly(
      [
        [676, 952],
        [750, 900],
        [824, 952],
      ],
      hue.brick,
    ),
    rect(734, 976, 28, 32, hue.sun),
    swell({ width: 1200, y: 1180, height: 30, length: 240, bottom: 1500 }, hue.sea),
    swell({ width: 1200, y: 1250, height: 34, length: 300, bottom: 1500, shift: 110 }, hue.deep),
    swell({ width: 1200, y: 1350, height: 36, length: 360, bottom: 1500, shift: 40 }, mix(hue.deep, hue.ink, 0.6)),
    glints(5, { x: 0, y: 1210, width: 1200, height: 260 }, hue.foam, 34),
  );
}

/** Three cranes and a loaded ship before a large sun. */
export function cranesAtDawn(): string {
  const random = seeded(19);
  return sheet(
    W,
    H,
    hue.sun,
    bands(W, 0, 800, hue.coral, hue.sand, 9),
    halftone({ x: 0, y: 0, width: W, height: 460 }, mix(hue.coral, hue.brick, 0.7), { grows: "up", largest: 8 }),
    circle(820, 520, 230, hue.paper),
    skyline(28, { x: -20, end: 1620, base: 800, height: 100, width: 70 }, mix(hue.coral, hue.plum, 0.4)),
    crane(1230, 806, 1.02, mix(hue.plum, hue.coral, 0.25)),
    crane(760, 820, 1.22, hue.plum),
    crane(330, 836, 1.42, hue.ink),
    rect(0, 800, W, 290, hue.deep),
    boxShip(880, 900, 1.16, hue.ink, [hue.coral, hue.sea, hue.sand, hue.moss, hue.brick], random),
    glints(7, { x: 0, y: 920, width: W, height: 140 }, hue.sea, 50),
    glints(8, { x: 660, y: 920, width: 330, height: 140 }, hue.sand, 20),
    rect(-10, 836, 460, 250, hue.ink),
    person(180, 836, 84, { coat: hue.sun, hat: hue.coral }),
    person(240, 836, 84, { coat: hue.coral, skin: hue.bark, hat: hue.sun }),
    person(400, 836, 84, { coat: hue.sun, hat: hue.paper }),
  );
}

/** The new ferry on its first crossing. */
export function newFerry(): string {
  return sheet(
    W,
    H,
    hue.foam,
    bands(W, 0, 700, mix(hue.sea, hue.foam, 0.55), hue.paper, 9),
    cloud(350, 250, 170, hue.paper),
    cloud(1290, 190, 120, hue.paper),
    hills(21, { width: W, base: 690, rise: 120, bottom: 780, bumps: 4 }, mix(hue.moss, hue.foam, 0.45)),
    lighthouse(1270, 640, 0.34, hue.paper, hue.coral, hue.sun),
    swell({ width: W, y: 700, height: 10, length: 180, bottom: H }, hue.sea),
    glints(3, { x: 0, y: 720, width: W, height: 120 }, hue.foam, 40),
    ferry(790, 850, 1.34, { hull: hue.ink, house: hue.paper, stripe: hue.sun, glass: hue.deep }),
    person(500, 717, 90, { coat: hue.coral }),
    person(1130, 717, 90, { coat: hue.moss, skin: hue.bark }),
    person(1172, 717, 90, { coat: hue.sun }),
    swell({ width: W, y: 860, height: 16, length: 210, bottom: H, shift: 40 }, mix(hue.sea, hue.deep, 0.45)),
    swell({ width: W, y: 950, height: 18, length: 270, bottom: H, shift: 120 }, hue.deep),
    glints(5, { x: 0, y: 890, width: W, height: 150 }, hue.foam, 26),
    gull(960, 300, 30, hue.ink),
    gull(1040, 250, 20, hue.ink),
    gull(620, 340, 24, hue.ink),
  );
}

const fish = (body: string, eye: string) =>
  shape("M-80 0C-40 -44 40 -44 84 0C40 44 -40 44 -80 0Z", body) +
  poly(
    [
      [-70, 0],
      [-124, -38],
      [-112, 0],
      [-124, 38],
    ],
    body,
  ) +
  circle(54, -8, 7, eye);

/** A shoal in which every fifth fish is missing. */
export function thinShoal(): string {
  const random = seeded(66);
  return sheet(
    W,
    H,
    hue.deep,
    bands(W, 0, H, hue.sea, hue.ink, 10),
    times(7, (row) =>
      times(8, (column) => {
        const x = column * 236 - 60 + (row % 2 ? 118 : 0) + random() * 20;
        const y = row * 158 + 60 + random() * 18;
        const place = row * 8 + column;
        if (place % 5 === 3) {
          return at(
            x,
            y,
            { scale: 0.86 },
            stroke("M-80 0C-40 -44 40 -44 84 0C40 44 -40 44 -80 0L-124 -38L-112 0L-124 38Z", hue.foam, 4, "2 13"),
          );
        }
        if (row === 3 && column === 3) return at(x, y, { scale: 0.98, flip: true }, fish(hue.coral, hue.paper));
        return at(
          x,
          y,
          { scale: 0.94, turn: random() * 10 - 5 },
          fish(mix(hue.foam, hue.paper, random()), hue.ink),
          shape("M-60 6C-20 40 40 38 70 12C30 20 -20 20 -60 6Z", mix(hue.foam, hue.sea, 0.5)),
        );
      }),
    ),
  );
}

/** A hull on the slip, seen from the bow. */
export function hullOnSlip(): string {
  const pole = (x: number) => rect(x, 250, 10, 650, hue.bark);
  return sheet(
    W,
    H,
    hue.sand,
    bands(W, 0, 900, hue.paper, hue.sand, 7),
    circle(1290, 250, 120, hue.sun),
    crane(1190, 900, 1.3, mix(hue.sand, hue.bark, 0.4)),
    poly(
      [
        [350, 900],
        [800, 640],
        [1250, 900],
      ],
      mix(hue.sand, hue.bark, 0.3),
    ),
    shape("M410 190C560 240 1040 240 1190 190C1180 470 1090 730 800 890C510 730 420 470 410 190Z", hue.brick),
    shape("M800 230C960 228 1080 224 1190 190C1180 470 1090 730 800 890Z", mix(hue.brick, hue.ink, 0.34)),
    shape("M520 610C600 760 700 836 800 890C900 836 1000 760 1080 610C900 640 700 640 520 610Z", hue.deep),
    shape("M800 632C900 632 990 624 1080 610C1000 760 900 836 800 890Z", hue.ink),
    rect(792, 200, 16, 690, hue.ink),
    shape("M410 190C560 240 1040 240 1190 190L1196 160C1040 212 560 212 404 160Z", hue.paper),
    circle(640, 330, 24, hue.ink),
    circle(960, 330, 24, hue.ink),
    [250, 330, 1260, 1340].map(pole).join(""),
    times(
      4,
      (row) =>
        rect(230, 330 + row * 150, 190 + row * 40, 12, hue.bark) +
        rect(1180 - row * 40, 330 + row * 150, 200 + row * 40, 12, hue.bark),
    ),
    person(350, 330, 92, { coat: hue.sea, hat: hue.sun }),
    person(380, 480, 92, { coat: hue.coral, skin: hue.bark, hat: hue.sun }),
    person(1240, 630, 92, { coat: hue.moss, hat: hue.paper }),
    person(1300, 330, 92, { coat: hue.plum, hat: hue.sun }),
    line(
      [
        [1185, 590],
        [1150, 610],
      ],
      hue.ink,
      5,
    ),
    dots(5, { x: 1110, y: 580, width: 60, height: 60 }, hue.sun, 26, 8),
    rect(0, 900, W, 170, hue.ink),
    rect(0, 900, W, 14, hue.bark),
    poly(
      [
        [700, 900],
        [760, 830],
        [840, 830],
        [900, 900],
      ],
      hue.bark,
    ),
    person(520, 900, 104, { coat: hue.sun, skin: hue.bark, hat: hue.coral }),
    person(1080, 900, 104, { coat: hue.coral, hat: hue.paper }),
  );
}

/** The auction clock above the boxes of fish. */
export function auctionClock(): string {
  return sheet(
    W,
    H,
    hue.fern,
    times(23, (index) => rect(index * 70, 0, 66, 720, mix(hue.fern, hue.foam, index % 2 ? 0.22 : 0.28))),
    times(11, (index) => rect(0, index * 66, W, 4, mix(hue.fern, hue.foam, 0.1))),
    circle(800, 350, 300, hue.ink),
    circle(800, 350, 274, hue.paper),
    times(50, (index) => at(800, 350, { turn: index * 7.2 }, rect(-3, -258, 6, index % 5 ? 20 : 42, hue.ink))),
    times(12, (index) =>
      at(800, 350, { turn: index * 7.2 + 10 }, circle(0, -196, 8, index < 8 ? hue.coral : hue.mist)),
    ),
    at(
      800,
      350,
      { turn: 98 },
      poly(
        [
          [-12, 60],
          [0, -236],
          [12, 60],
        ],
        hue.coral,
      ),
    ),
    circle(800, 350, 26, hue.ink),
    rect(0, 720, W, 350, mix(hue.ink, hue.fern, 0.3)),
    times(8, (index) => {
      const x = 10 + index * 200;
      return (
        rect(x, 770, 180, 90, hue.sea, 6) +
        times(4, (fishAt) =>
          at(x + 34 + fishAt * 38, 766, { scale: 0.32, turn: -70 }, fish(fishAt % 2 ? hue.foam : hue.rose, hue.ink)),
        ) +
        rect(x, 790, 180, 70, hue.sea, 6) +
        rect(x, 806, 180, 8, hue.deep)
      );
    }),
    back(150, 930, 150, hue.plum, hue.ink),
    back(400, 950, 160, hue.sun, hue.bark),
    back(660, 940, 150, hue.brick, hue.mist),
    back(930, 950, 162, hue.deep, hue.ink),
    back(1190, 935, 150, hue.moss, hue.coral),
    back(1450, 950, 160, hue.coral, hue.ink),
    line(
      [
        [985, 1010],
        [1040, 800],
      ],
      hue.deep,
      42,
    ),
    circle(1042, 790, 28, hue.bark),
  );
}

/** An old keeper's things: cap, oil can, logbook and a window on the sea. */
export function keepersDesk(): string {
  return sheet(
    W,
    H,
    hue.plum,
    bands(W, 0, H, mix(hue.plum, hue.ink, 0.3), hue.plum, 6),
    circle(800, 380, 300, hue.ink),
    circle(800, 380, 264, hue.foam),
    `<clipPath id="port"><circle cx="800" cy="380" r="264"/></clipPath><g clip-path="url(#port)">`,
    bands(W, 110, 480, hue.coral, hue.sand, 7),
    circle(880, 470, 74, hue.paper),
    rect(500, 472, 600, 200, hue.sea),
    glints(6, { x: 560, y: 482, width: 480, height: 150 }, hue.sand, 22),
    lighthouse(680, 500, 0.4, hue.paper, hue.brick, hue.sun),
    shape("M590 520c40 -40 150 -40 190 0Z", hue.ink),
    "</g>",
    times(8, (index) => at(800, 380, { turn: index * 45 }, circle(0, -282, 11, hue.sun))),
    rect(0, 800, W, 267, hue.bark),
    rect(0, 800, W, 16, mix(hue.bark, hue.sand, 0.3)),
    poly(
      [
        [560, 850],
        [790, 830],
        [800, 930],
        [540, 960],
      ],
      hue.paper,
    ),
    poly(
      [
        [1050, 850],
        [810, 830],
        [800, 930],
        [1080, 960],
      ],
      hue.mist,
    ),
    times(
      4,
      (row) =>
        line(
          [
            [590 - row * 3, 866 + row * 22],
            [770, 852 + row * 21],
          ],
          hue.sea,
          4,
        ) +
        line(
          [
            [830, 852 + row * 21],
            [1010 + row * 4, 866 + row * 22],
          ],
          hue.sea,
          4,
        ),
    ),
    line(
      [
        [1010, 950],
        [1110, 830],
      ],
      hue.ink,
      9,
    ),
    shape("M270 830C270 730 500 730 500 830Z", hue.ink),
    oval(385, 838, 140, 24, hue.ink),
    rect(276, 800, 218, 26, hue.sun),
    circle(385, 790, 16, hue.sun),
    rect(1190, 700, 130, 160, hue.sun, 20),
    poly(
      [
        [1210, 704],
        [1300, 704],
        [1272, 640],
        [1238, 640],
      ],
      hue.sun,
    ),
    line(
      [
        [1316, 760],
        [1400, 650],
      ],
      hue.sun,
      15,
    ),
    ring(1170, 770, 40, hue.sun, 12),
    gull(930, 280, 20, hue.ink),
  );
}

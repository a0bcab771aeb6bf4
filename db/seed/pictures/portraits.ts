import { circle, faint, inside, line, oval, poly, rect, ring, shape, sheet, stroke, times } from "./kit";
import { hue, mix } from "./palette";

type Cut = "short" | "side" | "bob" | "long" | "curls" | "bun" | "crop" | "bald" | "scarf" | "waves";
type Clothes = "shirt" | "round" | "roll" | "jacket" | "oilskin";

type Sitter = {
  ground: string;
  disc: string;
  skin: string;
  hair: string;
  cut: Cut;
  clothes: Clothes;
  cloth: string;
  trim: string;
  beard?: string;
  glasses?: string;
  earrings?: string;
};

const HEAD = "M268 330C264 180 536 180 532 330C534 452 470 540 400 540C330 540 266 452 268 330Z";

/** What lies behind the head. */
function hairBehind(cut: Cut, hair: string): string {
  switch (cut) {
    case "bob":
      return shape(
        "M224 540C190 300 230 130 400 130S610 300 576 540C540 560 500 560 470 540H330C300 560 260 560 224 540Z",
        hair,
      );
    case "long":
      return shape("M214 720C170 420 210 124 400 124S630 420 586 720C520 750 280 750 214 720Z", hair);
    case "waves":
      return shape(
        "M206 640C150 600 220 540 190 470C160 400 220 340 214 280C220 150 320 116 400 116S580 150 586 280C580 340 640 400 610 470C580 540 650 600 594 640C520 670 280 670 206 640Z",
        hair,
      );
    case "curls":
      return (
        times(15, (index) => {
          const angle = Math.PI * (0.86 + (index / 14) * 1.28);
          return circle(400 + Math.cos(angle) * 172, 322 + Math.sin(angle) * 172, 66, hair);
        }) + circle(400, 280, 170, hair)
      );
    case "bun":
      return circle(400, 128, 76, hair) + shape("M256 360C230 180 320 150 400 150S570 180 544 360Z", hair);
    case "scarf":
      return shape(
        "M196 800C220 700 250 640 236 520C200 260 260 120 400 120S600 260 564 520C550 640 580 700 604 800Z",
        hair,
      );
    case "short":
    case "side":
    case "crop":
      return shape("M260 356C246 170 554 170 540 356Z", hair);
    case "bald":
      return "";
  }
}

/** What lies on the forehead. */
function hairInFront(cut: Cut, hair: string): string {
  switch (cut) {
    case "short":
      return shape(
        "M254 344C232 190 300 128 410 132C520 130 572 200 546 344C536 330 530 290 516 262C460 262 380 250 330 222C310 260 272 280 254 344Z",
        hair,
      );
    case "side":
      return shape(
        "M254 350C226 200 290 136 400 130C540 124 580 214 546 350C538 320 536 286 520 256C440 270 400 240 352 196C330 250 270 270 254 350Z",
        hair,
      );
    case "crop":
      return shape("M262 320C256 180 330 148 400 148S544 180 538 320C520 250 480 226 400 226S280 250 262 320Z", hair);
    case "bob":
      return shape(
        "M256 350C250 190 320 150 400 150S550 190 544 350C540 300 530 270 520 262C460 282 340 282 280 262C270 270 260 300 256 350Z",
        hair,
      );
    case "long":
      return shape(
        "M252 400C240 190 330 146 400 146C420 190 330 250 296 290C270 330 262 360 252 400ZM548 400C560 190 470 146 400 146C400 190 470 250 504 290C530 330 538 360 548 400Z",
        hair,
      );
    case "waves":
      return shape(
        "M250 400C236 190 330 140 420 146C440 210 330 240 300 280C274 320 266 350 250 400ZM550 380C560 200 480 146 400 146C420 200 490 230 510 280C530 320 540 340 550 380Z",
        hair,
      );
    case "curls":
      return times(7, (index) => circle(276 + index * 41, 226 - Math.sin((index / 6) * Math.PI) * 34, 44, hair));
    case "bun":
      return shape("M256 340C250 200 320 164 400 164S550 200 544 340C520 260 470 230 400 230S280 260 256 340Z", hair);
    case "scarf":
      return (
        shape(
          "M236 520C200 240 270 128 400 128S600 240 564 520C560 560 520 620 400 620S240 560 236 520ZM400 548C468 548 528 452 524 340C520 220 280 220 276 340C272 452 332 548 400 548Z",
          hair,
        ) +
        shape(
          "M250 470C300 620 500 620 556 470C600 640 560 700 480 700H300C240 690 220 600 250 470Z",
          mix(hair, hue.ink, 0.16),
        )
      );
    case "bald":
      return "";
  }
}

function clothes({ clothes: kind, cloth, trim, skin }: Sitter): string {
  const shoulders = shape("M84 800C92 676 190 632 318 596H482C610 632 708 676 716 800Z", cloth);
  const shade = faint(0.16, shape("M400 600H482C610 632 708 676 716 800H400Z", hue.ink));
  switch (kind) {
    case "round":
      return (
        shoulders +
        shade +
        shape("M310 598C330 680 470 680 490 598L470 580H330Z", skin) +
        stroke("M308 600C328 692 472 692 492 600", trim, 16)
      );
    case "roll":
      return (
        shoulders +
        shade +
        rect(312, 540, 176, 96, cloth, 26) +
        rect(312, 584, 176, 12, mix(cloth, hue.ink, 0.25), 6) +
        rect(312, 610, 176, 12, mix(cloth, hue.ink, 0.25), 6)
      );
    case "shirt":
      return (
        shoulders +
        shade +
        poly(
          [
            [330, 590],
            [400, 700],
            [470, 590],
          ],
          skin,
        ) +
        poly(
          [
            [318, 570],
            [400, 706],
            [300, 700],
            [282, 610],
          ],
          trim,
        ) +
        poly(
          [
            [482, 570],
            [400, 706],
            [500, 700],
            [518, 610],
          ],
          trim,
        ) +
        circle(400, 740, 8, trim)
      );
    case "jacket":
      return (
        shoulders +
        shade +
        poly(
          [
            [320, 584],
            [480, 584],
            [430, 800],
            [370, 800],
          ],
          trim,
        ) +
        poly(
          [
            [350, 590],
            [400, 664],
            [450, 590],
          ],
          skin,
        ) +
        poly(
          [
            [318, 590],
            [372, 800],
            [300, 800],
            [250, 660],
          ],
          mix(cloth, hue.ink, 0.28),
        ) +
        poly(
          [
            [482, 590],
            [428, 800],
            [500, 800],
            [550, 660],
          ],
          mix(cloth, hue.ink, 0.4),
        )
      );
    case "oilskin":
      return (
        shoulders +
        shade +
        shape(
          "M296 610C300 550 340 560 400 600C460 560 500 550 504 610L470 680L400 640L330 680Z",
          mix(cloth, hue.ink, 0.22),
        ) +
        line(
          [
            [400, 650],
            [400, 800],
          ],
          mix(cloth, hue.ink, 0.4),
          7,
        ) +
        times(2, (index) => rect(376, 690 + index * 60, 48, 20, trim, 8))
      );
  }
}

/** Head and shoulders before a disc, flat, lit from the left. */
function portrait(sitter: Sitter): string {
  const { skin, hair, cut } = sitter;
  const shadow = mix(skin, hue.plum, 0.26);
  const features = mix(skin, hue.ink, 0.82);
  const brow = cut === "scarf" ? hue.ink : mix(hair, hue.ink, 0.3);
  return sheet(
    800,
    800,
    sitter.ground,
    circle(400, 390, 312, sitter.disc),
    hairBehind(cut, hair),
    rect(338, 460, 124, 170, shadow, 30),
    clothes(sitter),
    cut === "scarf" ? "" : oval(264, 366, 24, 38, skin) + oval(536, 366, 24, 38, shadow),
    shape(HEAD, skin),
    inside("face", shape(HEAD, "#fff"), shape("M416 160H560V560H396C440 520 404 460 424 420L412 330Z", shadow)),
    faint(0.35, circle(312, 420, 26, hue.coral)),
    sitter.beard
      ? shape(
          "M264 372C262 500 330 580 400 580S538 500 536 372C520 420 490 446 452 444C430 432 370 432 348 444C310 446 280 420 264 372Z",
          sitter.beard,
        )
      : "",
    stroke("M412 330L392 410Q396 422 416 420", mix(shadow, hue.plum, 0.3), 8),
    oval(340, 352, 11, 13, features),
    oval(462, 352, 11, 13, features),
    stroke("M312 316Q340 300 368 314", brow, 12),
    stroke("M434 314Q462 300 490 316", brow, 12),
    stroke("M356 472Q402 504 448 468", sitter.beard ? mix(hue.coral, skin, 0.3) : mix(hue.brick, skin, 0.25), 13),
    sitter.glasses
      ? ring(340, 354, 44, sitter.glasses, 9) +
          ring(462, 354, 44, sitter.glasses, 9) +
          line(
            [
              [384, 350],
              [418, 350],
            ],
            sitter.glasses,
            9,
          )
      : "",
    hairInFront(cut, hair),
    sitter.earrings ? circle(258, 424, 15, sitter.earrings) + circle(542, 424, 15, sitter.earrings) : "",
  );
}

const fair = "#f3c9ae";
const olive = "#d9a578";
const tan = "#b97c52";
const brown = "#8a5638";
const dark = "#5d3726";

export const portraits = {
  ines: () =>
    portrait({
      ground: hue.sea,
      disc: hue.foam,
      skin: olive,
      hair: hue.ink,
      cut: "bob",
      clothes: "oilskin",
      cloth: hue.sun,
      trim: hue.ink,
    }),
  tomasz: () =>
    portrait({
      ground: hue.sand,
      disc: hue.paper,
      skin: fair,
      hair: hue.bark,
      cut: "side",
      clothes: "jacket",
      cloth: hue.deep,
      trim: hue.paper,
      glasses: hue.ink,
    }),
  adaeze: () =>
    portrait({
      ground: hue.brick,
      disc: hue.sun,
      skin: dark,
      hair: "#1b1a22",
      cut: "bun",
      clothes: "jacket",
      cloth: hue.fern,
      trim: hue.paper,
      earrings: hue.sun,
    }),
  mirjam: () =>
    portrait({
      ground: hue.moss,
      disc: hue.paper,
      skin: fair,
      hair: hue.sand,
      cut: "long",
      clothes: "roll",
      cloth: hue.deep,
      trim: hue.paper,
    }),
  rafiq: () =>
    portrait({
      ground: hue.coral,
      disc: hue.rose,
      skin: brown,
      hair: "#1b1a22",
      cut: "short",
      clothes: "shirt",
      cloth: hue.sea,
      trim: hue.paper,
      beard: "#1b1a22",
    }),
  leocadia: () =>
    portrait({
      ground: hue.plum,
      disc: hue.coral,
      skin: tan,
      hair: "#2a1d22",
      cut: "curls",
      clothes: "round",
      cloth: hue.paper,
      trim: hue.sun,
      earrings: hue.foam,
    }),
  kaito: () =>
    portrait({
      ground: hue.sun,
      disc: hue.paper,
      skin: olive,
      hair: "#1c1d28",
      cut: "crop",
      clothes: "round",
      cloth: hue.brick,
      trim: hue.paper,
    }),
  siobhan: () =>
    portrait({
      ground: hue.foam,
      disc: hue.sea,
      skin: fair,
      hair: hue.coral,
      cut: "waves",
      clothes: "shirt",
      cloth: hue.ink,
      trim: hue.foam,
      glasses: hue.bark,
    }),
  samira: () =>
    portrait({
      ground: hue.rose,
      disc: hue.paper,
      skin: tan,
      hair: hue.sea,
      cut: "scarf",
      clothes: "jacket",
      cloth: hue.plum,
      trim: hue.plum,
    }),
  halldora: () =>
    portrait({
      ground: hue.deep,
      disc: hue.sand,
      skin: fair,
      hair: hue.mist,
      cut: "bob",
      clothes: "roll",
      cloth: hue.brick,
      trim: hue.paper,
      glasses: hue.ink,
    }),
  bartholomew: () =>
    portrait({
      ground: hue.fern,
      disc: hue.sand,
      skin: brown,
      hair: hue.mist,
      cut: "bald",
      clothes: "roll",
      cloth: hue.ink,
      trim: hue.paper,
      beard: hue.mist,
    }),
} satisfies Record<string, () => string>;

import sharp from "sharp";
import { expect, test } from "vitest";
import { drawShareCard } from "./drawing";
import { CARD_SIZE, canDraw, type ShareCard } from "./share-card";

const card: ShareCard = {
  headline: "Seal pups: 212, and one in a kayak",
  over: "Science",
  names: "Aino Salo",
  publication: "The Test",
  accent: "#0b4f86",
  direction: "ltr",
};

/** The pixels of a card, three bytes each, and how many of a region are darker than half. */
async function seen(given: Partial<ShareCard> = {}) {
  const png = await drawShareCard({ ...card, ...given });
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
  const ink = (left: number, right: number, top: number, bottom: number) => {
    let dark = 0;
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if ((at(x, y)[1] ?? 255) < 128) dark++;
    return dark;
  };
  return { png, info, at, ink };
}

test("a card is a picture of the size that networks ask for, in the colour it was given", async () => {
  const { png, info, at } = await seen();
  expect(info).toMatchObject(CARD_SIZE);
  expect((await sharp(png).metadata()).format).toBe("png");
  expect(at(600, 5)).toEqual([0x0b, 0x4f, 0x86]);
});

test("a headline stands where its language begins to write", async () => {
  const english = await seen({ headline: "Seal" });
  expect(english.ink(0, 600, 148, 460)).toBeGreaterThan(500);
  expect(english.ink(600, 1200, 148, 460)).toBe(0);
  const arabic = await seen({ headline: "جسر", direction: "rtl" });
  expect(arabic.ink(0, 600, 148, 460)).toBe(0);
  expect(arabic.ink(600, 1200, 148, 460)).toBeGreaterThan(500);
});

test("the longest headline stays clear of what stands below it, and of the edges", async () => {
  const headline = "Nine thousand umbrellas come ashore on the island. ".repeat(6).slice(0, 300);
  const { ink } = await seen({ headline, names: "", publication: "" });
  expect(ink(0, 1200, 462, 525)).toBe(0);
  expect(ink(0, 70, 30, 630)).toBe(0);
  expect(ink(1130, 1200, 30, 630)).toBe(0);
  const { ink: ofOneWord } = await seen({ headline: "w".repeat(300), names: "" });
  expect(ofOneWord(1135, 1200, 30, 630)).toBe(0);
});

test.each([`</script><b>&"'`, "&amp; &lt;", "A\u0000B\u001b\ud800", "🎉", "   "])(
  "any headline can be drawn, whatever it says: %j",
  async (headline) => {
    await expect(drawShareCard({ ...card, headline })).resolves.toBeInstanceOf(Buffer);
  },
);

test("what a headline says is shown, not obeyed", async () => {
  const [shown, obeyed] = await Promise.all([seen({ headline: "<b>A</b>" }), seen({ headline: "A" })]);
  expect(shown.ink(0, 1200, 148, 460)).toBeGreaterThan(obeyed.ink(0, 1200, 148, 460) * 2);
});

test("a script that our fonts do not hold has no card", () => {
  expect(canDraw("Ä “quoted” 12 % — Łódź")).toBe(true);
  expect(canDraw("جسر (Bridge) ١٢")).toBe(true);
  expect(canDraw("橋が開く")).toBe(false);
  expect(canDraw("Мост")).toBe(false);
});

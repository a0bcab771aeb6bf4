import sharp from "sharp";
import { expect, it } from "vitest";
import { drawPicture } from "./draw-picture";
import { type PictureKey, pictures } from "./pictures";

const keys = Object.keys(pictures) as PictureKey[];

it.each(keys)("draws %s at its size", async (key) => {
  const { width, height } = pictures[key];
  expect(await sharp(await drawPicture(key)).metadata()).toMatchObject({ format: "jpeg", width, height });
});

it("draws the same bytes each time", async () => {
  expect((await drawPicture("bridge")).equals(await drawPicture("bridge"))).toBe(true);
});

it("describes and credits each picture, under a file name of its own", () => {
  for (const { alt, credit } of Object.values(pictures)) {
    expect(alt).not.toBe("");
    expect(credit).not.toBe("");
  }
  expect(new Set(Object.values(pictures).map((picture) => picture.filename)).size).toBe(keys.length);
});

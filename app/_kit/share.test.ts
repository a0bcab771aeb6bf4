import { expect, test } from "vitest";
import type { CropSources, PictureSources } from "@/domain/media/asset";
import { eachCrop } from "@/domain/media/crop";
import { shareImage, shareLocale, storyImage } from "./share";

const crop = (...widths: number[]): CropSources => ({
  width: 0,
  height: 0,
  avif: [],
  webp: [],
  jpeg: widths.map((width) => ({ src: `/${width}.jpg`, width, height: width })),
});
const picture = (wide: CropSources, whole = crop()): PictureSources => ({
  assetId: "a",
  ...{ alt: null, caption: "", credit: "" },
  isAnimated: false,
  crops: { ...eachCrop(() => crop()), whole, "1x1": crop(300), "16x9": wide },
});

test("a picture is shared in the narrowest file that is wide enough, else in the widest there is", () => {
  expect(shareImage(picture(crop(800, 1200, 1600)), "A pier")).toMatchObject({ url: "/1200.jpg", alt: "A pier" });
  expect(shareImage(picture(crop(640, 800)), "")).toMatchObject({ url: "/800.jpg", alt: undefined });
  expect(shareImage(picture(crop(), crop(500)), "")).toMatchObject({ url: "/500.jpg" });
  expect(shareImage(picture(crop(1200)), "", "1x1")).toMatchObject({ url: "/300.jpg" });
  expect(shareImage(picture(crop()), "")).toBeUndefined();
});

test("a story without a picture is shared by a card of its words, as often anew as it changes", () => {
  const story = { sharePicture: null, path: "/harbour/bridge", seenSince: new Date(1000), headline: "The bridge" };
  const card = { url: "/share/harbour/bridge.png?v=rs", width: 1200, height: 630, type: "image/png" };
  expect(storyImage(story)).toMatchObject({ ...card, alt: "The bridge" });
  expect(storyImage({ ...story, seenSince: new Date(2000) })?.url).not.toBe(card.url);
  const sharePicture = {
    shape: "whole" as const,
    sources: picture(crop(1200)),
    alt: "A pier",
    caption: "",
    credit: "",
  };
  expect(storyImage({ ...story, sharePicture })).toMatchObject({ url: "/1200.jpg" });
  expect(storyImage({ ...story, headline: "橋" })).toBeUndefined();
  expect(storyImage({ ...story, path: null, seenSince: null })).toBeUndefined();
});

test("a language is named with its region, and not without", () => {
  expect(shareLocale("en-GB")).toBe("en_GB");
  expect(shareLocale("zh-Hant-TW")).toBe("zh_TW");
  expect(shareLocale("fi")).toBeUndefined();
});

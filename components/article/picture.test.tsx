import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { PictureSources } from "@/domain/media/asset";
import { eachCrop } from "@/domain/media/crop";
import { Picture } from "./picture";

const file = (src: string) => ({ src, width: 480, height: 320 });
const crop = { width: 480, height: 320, avif: [], webp: [file("/film.webp")], jpeg: [file("/still.jpg")] };
const sources = (isAnimated: boolean): PictureSources => ({
  assetId: "a",
  alt: null,
  caption: "",
  credit: "",
  isAnimated,
  crops: eachCrop(() => crop),
});
const shown = (isAnimated: boolean, which: "whole" | "16x9" = "whole") =>
  renderToStaticMarkup(<Picture sources={sources(isAnimated)} sizes="100vw" alt="" crop={which} />);

test("a picture that moves stands still for whoever asks for less motion, before its film is offered", () => {
  const sourcesShown = shown(true).match(/<source[^>]*>/g) ?? [];
  expect(sourcesShown).toHaveLength(2);
  expect(sourcesShown[0]).toContain('media="(prefers-reduced-motion: reduce)"');
  expect(sourcesShown[0]).toContain("/still.jpg");
  expect(sourcesShown[1]).toContain("/film.webp");
});

const eager = (of: PictureSources) =>
  renderToStaticMarkup(<Picture sources={of} sizes="100vw" alt="" crop="whole" eager />).match(/<link[^>]*>/g);

test("the picture a reader sees first is asked for ahead as its <source> will ask, and no other is", () => {
  const avif = [480, 960].map((width) => ({ ...file(`/wide-${width}.avif`), width }));
  const best = { ...sources(false), crops: eachCrop(() => ({ ...crop, webp: [], avif })) };
  expect(eager(best)).toEqual([
    '<link rel="preload" as="image" type="image/avif" fetchPriority="high" imageSrcSet="/wide-480.avif 480w, /wide-960.avif 960w" imageSizes="100vw"/>',
  ]);
  const plain = { ...sources(false), crops: eachCrop(() => ({ ...crop, webp: [] })) };
  expect(eager(plain)?.[0]).toContain('type="image/jpeg" fetchPriority="high" imageSrcSet="/still.jpg 480w"');
  expect(shown(false)).not.toContain("<link");
});

test("one that moves is not asked for ahead: whether it may, the reader's wishes decide", () => {
  expect(eager(sources(true))).toBeNull();
  expect(eager(sources(false))).toHaveLength(1);
});

test("pictures that do not move, and crops, which never do, are not a byte heavier for it", () => {
  expect(shown(false)).not.toContain("prefers-reduced-motion");
  expect(shown(true, "16x9")).not.toContain("prefers-reduced-motion");
});

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { PictureSources } from "@/domain/media/asset";
import type { CredentialsForReaders } from "@/domain/media/credentials";
import { eachCrop } from "@/domain/media/crop";
import { wordsOf } from "@/lib/words";
import { StoryFigure } from "./figure";

const files = { width: 480, height: 320, avif: [], webp: [], jpeg: [{ src: "/a.jpg", width: 480, height: 320 }] };

/** The caption under a picture, as readers get it. */
function captionOf({ signed, caption = "A pier" }: { signed: CredentialsForReaders | null; caption?: string }): string {
  const sources: PictureSources = {
    assetId: "a",
    alt: null,
    caption: "",
    credit: "",
    isAnimated: false,
    crops: eachCrop(() => files),
    signed,
  };
  const figure = { sources, shape: "whole", alt: "", caption, credit: "" } as const;
  const page = renderToStaticMarkup(<StoryFigure figure={figure} words={wordsOf("en")} sizes="100vw" />);
  return page.match(/<figcaption>.*<\/figcaption>/)?.[0] ?? "";
}

test("readers are told who signed a picture's content credentials, and whether a model made it", () => {
  const signed = { signer: "Nordpress Desk", isGenerated: false };
  expect(captionOf({ signed })).toContain("Content credentials: signed by Nordpress Desk.");
  expect(captionOf({ signed })).not.toContain("Made with generative AI.");
  expect(captionOf({ signed: { ...signed, isGenerated: true } })).toContain(
    "signed by Nordpress Desk. Made with generative AI.",
  );
});

test("they are told so under a picture too that has neither caption nor credit", () => {
  const signed = { signer: "Nordpress Desk", isGenerated: false };
  expect(captionOf({ signed, caption: "" })).toContain("signed by Nordpress Desk");
});

test("whoever signs in the name of markup signs as text", () => {
  const caption = captionOf({ signed: { signer: "<script>alert(1)</script>", isGenerated: false } });
  expect(caption).toContain("signed by &lt;script&gt;");
  expect(caption).not.toContain("<script");
});

test("of a picture without credentials that may be believed nothing is told", () => {
  expect(captionOf({ signed: null })).toContain("A pier");
  expect(captionOf({ signed: null })).not.toMatch(/signed/);
  expect(captionOf({ signed: null, caption: "" })).toBe("");
});

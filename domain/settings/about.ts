import { z } from "zod";
import { type Block, Body, type Inline, plainText } from "@/domain/articles/body";
import type { StoryBlock } from "@/domain/articles/story";
import { jsonField } from "@/lib/json-field";

/** The pages on which the paper says who it is and how it works, in the order in which they are listed. */
export const ABOUT_SLUGS = [
  "who-we-are",
  "masthead",
  "ethics",
  "corrections",
  "ownership-and-funding",
  "verification",
  "unnamed-sources",
  "contact",
] as const;
export type AboutSlug = (typeof ABOUT_SLUGS)[number];

/** What each page is to schema.org: the property of a NewsMediaOrganization whose value is its address. */
export const ABOUT_MEANINGS = {
  "who-we-are": "missionCoveragePrioritiesPolicy",
  masthead: "masthead",
  ethics: "ethicsPolicy",
  corrections: "correctionsPolicy",
  "ownership-and-funding": "ownershipFundingInfo",
  verification: "verificationFactCheckingPolicy",
  "unnamed-sources": "unnamedSourcesPolicy",
  contact: "actionableFeedbackPolicy",
} as const satisfies Record<AboutSlug, string>;

export const AboutSlug = z.enum(ABOUT_SLUGS);

/** What such a page is written with: text, subheads, lists, quotes and links. */
export const ABOUT_BLOCKS = [
  "paragraph",
  "heading",
  "bulletList",
  "orderedList",
  "quote",
] as const satisfies Block["type"][];

export const AboutBody = Body.refine(
  ({ blocks }) =>
    blocks.every((block) => (ABOUT_BLOCKS as readonly string[]).includes(block.type) && !hasFootnote(block)),
  "These pages are written with paragraphs, subheads, lists, quotes and links.",
);

/** What is kept of such a page. The body comes as JSON from a form. */
export const EditAbout = z.object({
  slug: AboutSlug,
  title: z.string().trim().min(1, "Enter a title.").max(120, "Use at most 120 characters."),
  body: z.preprocess(jsonField, AboutBody),
  /** When it was last edited as the editor knows it, in ISO 8601; empty if it was not written yet. */
  since: z.string().max(40).default(""),
  /** Whether readers are to see it. */
  publish: z.preprocess((given) => given === "yes" || given === true, z.boolean()),
});
export type EditAbout = z.infer<typeof EditAbout>;

/** Such a page as those see it who keep it, written or not. */
export type KeptAbout = {
  slug: AboutSlug;
  /** Empty where nobody has written it. */
  title: string;
  body: Body;
  /** In ISO 8601; empty where nobody has written it. */
  editedAt: string;
  editedBy: string;
  live: boolean;
};

/** A page that readers can open, as lists of them show it. */
export type AboutLink = { slug: AboutSlug; title: string };

/** Such a page in the list of all of them: with how it begins. */
export type AboutEntry = AboutLink & { description: string };

/** What readers see of such a page. */
export type AboutPage = AboutEntry & {
  blocks: StoryBlock[];
  /** When what it says was last changed. */
  editedAt: Date;
};

const DESCRIPTION = 200;

/** How a page begins, for lists and search engines: its first line, in whole words. */
export function beginningOf(body: Body): string {
  const [first = ""] = plainText(body).split("\n");
  if (first.length <= DESCRIPTION) return first;
  return `${first.slice(0, DESCRIPTION).replace(/\s+\S*$/, "")}…`;
}

type Within = { type: string; content?: readonly (Within | Inline)[] };

function hasFootnote(node: Within): boolean {
  return node.type === "footnote" || (node.content ?? []).some((child) => hasFootnote(child as Within));
}

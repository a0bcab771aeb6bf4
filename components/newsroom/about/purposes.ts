import type { AboutSlug } from "@/domain/settings/about";

/** What each page about the paper is for: how readers are offered it, as a key of their words, and what belongs in it. */
export const ABOUT_PURPOSES = {
  "who-we-are": {
    name: "aboutWhoWeAre",
    purpose: "What the paper is for, what it covers, and what it puts first.",
  },
  masthead: {
    name: "aboutMasthead",
    purpose: "Who makes the paper. Staff with a published story are listed below the text by themselves.",
  },
  ethics: {
    name: "aboutEthics",
    purpose: "What the paper holds itself to: independence, fairness, gifts, what is paid for.",
  },
  corrections: {
    name: "aboutCorrections",
    purpose: "How mistakes are put right, and how readers report one.",
  },
  "ownership-and-funding": {
    name: "aboutOwnership",
    purpose: "Who owns the paper, and where its money comes from.",
  },
  verification: {
    name: "aboutVerification",
    purpose: "How facts, figures and pictures are checked, before publication and after.",
  },
  "unnamed-sources": {
    name: "aboutUnnamedSources",
    purpose: "When somebody is quoted without a name, and what they are promised.",
  },
  contact: {
    name: "aboutContact",
    purpose: "How to reach the paper. Addresses kept in the settings stand below the text by themselves.",
  },
} as const satisfies Record<AboutSlug, { name: string; purpose: string }>;

import { z } from "zod";

/** A word or phrase that the house writes otherwise, or not at all, and why. */
export type StyleRule = {
  id: string;
  avoid: string;
  /** Empty where nothing takes its place. */
  preferred: string;
  reason: string;
  /** Whether "car" is not found in "carpet". */
  wholeWord: boolean;
  /** Whether "US" is not found in "us". */
  matchCase: boolean;
};

const ticked = z.preprocess((given) => given === "yes" || given === true, z.boolean());

const said = {
  avoid: z.string().trim().min(1, "Enter the word or phrase to avoid.").max(100, "Use at most 100 characters."),
  preferred: z.string().trim().max(100, "Use at most 100 characters.").default(""),
  reason: z.string().trim().max(300, "Use at most 300 characters.").default(""),
  wholeWord: ticked,
  matchCase: ticked,
};

const differs = ({ avoid, preferred }: { avoid: string; preferred: string }) => avoid !== preferred;
const SAME = { message: "This is the word to avoid itself.", path: ["preferred"] };

export const NewStyleRule = z.object(said).refine(differs, SAME);
export type NewStyleRule = z.infer<typeof NewStyleRule>;

export const EditStyleRule = z.object({ id: z.string().min(1).max(40), ...said }).refine(differs, SAME);
export type EditStyleRule = z.infer<typeof EditStyleRule>;

export const OneStyleRule = z.object({ id: z.string().min(1).max(40) });
export type OneStyleRule = z.infer<typeof OneStyleRule>;

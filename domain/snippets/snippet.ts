import { z } from "zod";
import { type Block, Body, plainText } from "@/domain/articles/body";
import { jsonField } from "@/lib/json-field";

/** A piece of text that the newsroom uses again and again. */
export type Snippet = { id: string; name: string; blocks: Block[] };

/** What a snippet is made of. */
const BLOCKS: readonly Block["type"][] = ["paragraph", "heading", "bulletList", "orderedList", "quote"];

const SnippetBody = Body.refine(
  ({ blocks }) => blocks.length <= 50 && blocks.every(({ type }) => BLOCKS.includes(type)),
  "A snippet is made of paragraphs, headings, lists, quotes and links.",
).refine((body) => plainText(body).trim() !== "", "Write the text.");

const said = {
  name: z.string().trim().min(1, "Enter a name.").max(80, "Use at most 80 characters."),
  /** Comes as JSON from a form. */
  body: z.preprocess(jsonField, SnippetBody),
};

export const NewSnippet = z.object(said);
export type NewSnippet = z.infer<typeof NewSnippet>;

export const EditSnippet = z.object({ id: z.string().min(1).max(40), ...said });
export type EditSnippet = z.infer<typeof EditSnippet>;

export const OneSnippet = z.object({ id: z.string().min(1).max(40) });
export type OneSnippet = z.infer<typeof OneSnippet>;

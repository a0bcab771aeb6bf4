import { z } from "zod";
import { languageNamed } from "@/lib/languages";

/** In which language something is said, as its tag or as it is called; empty for the paper's own. */
export const SpokenLanguage = z
  .string()
  .trim()
  .transform((said, about) => {
    const tag = said && languageNamed(said);
    if (tag !== undefined) return tag;
    about.addIssue({ code: "custom", message: "Enter a language, such as English, Suomi or ar." });
    return z.NEVER;
  });

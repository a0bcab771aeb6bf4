import { z } from "zod";
import { OptionalEmail, OptionalPhone } from "@/domain/people/staff";
import { isHttps } from "@/lib/web-address";

/** Whom one writes to about what. */
export const CONTACT_KINDS = ["general", "newsroom", "corrections", "advertising"] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

const Line = z.string().trim().max(200, "Use at most 200 characters.").default("");

/** Who publishes the paper. Everything may be left empty. */
export const Organisation = z.object({
  /** As the register of companies or associations has it. */
  legalName: Line,
  /** A year or a day, as "1998" or "1998-04-02". */
  founded: z.string().trim().default("").refine(isYearOrDay, "Enter a year or a date, such as 1998 or 1998-04-02."),
  street: Line,
  locality: Line,
  region: Line,
  postalCode: Line,
  country: Line,
  phone: OptionalPhone,
  emails: z
    .object(
      Object.fromEntries(CONTACT_KINDS.map((kind) => [kind, OptionalEmail])) as Record<
        ContactKind,
        typeof OptionalEmail
      >,
    )
    .prefault({}),
  /** Where it is found elsewhere, as https addresses (or a text of them): social networks, registers, an encyclopaedia. */
  profiles: z.preprocess(
    (given) => (typeof given === "string" ? given.split(/\s+/).filter(Boolean) : given),
    z
      .array(z.string().max(300))
      .max(20, "Give at most 20 addresses.")
      .refine((all) => all.every(isHttps), "Enter whole addresses that begin with https://, one a line.")
      .default([]),
  ),
  /** Who owns and pays for it, in a sentence. */
  ownership: z.string().trim().max(500, "Use at most 500 characters.").default(""),
});
export type Organisation = z.infer<typeof Organisation>;

function isYearOrDay(text: string): boolean {
  if (text === "" || /^[12]\d{3}$/.test(text)) return true;
  return z.iso.date().safeParse(text).success;
}

import { z } from "zod";

/** Whom one writes to about what. */
export const CONTACT_KINDS = ["general", "newsroom", "corrections", "advertising"] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

const Line = z.string().trim().max(200, "Use at most 200 characters.").default("");

const OptionalEmail = z
  .string()
  .trim()
  .max(254)
  .default("")
  .refine(
    (text) => text === "" || z.email().safeParse(text).success,
    "Enter an e-mail address, such as desk@example.com.",
  );

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
  phone: z
    .string()
    .trim()
    .default("")
    .refine(
      (text) => text === "" || /^\+?[\d\s().-]{4,30}$/.test(text),
      "Enter a telephone number, such as +44 20 7946 0000.",
    ),
  emails: z
    .object(
      Object.fromEntries(CONTACT_KINDS.map((kind) => [kind, OptionalEmail])) as Record<
        ContactKind,
        typeof OptionalEmail
      >,
    )
    .prefault({}),
  /** Where it is found elsewhere, as https addresses: social networks, registers, an encyclopaedia. */
  profiles: z
    .array(z.url({ protocol: /^https$/, error: "Enter whole addresses that begin with https://." }).max(300))
    .max(20)
    .default([]),
  /** Who owns and pays for it, in a sentence. */
  ownership: z.string().trim().max(500, "Use at most 500 characters.").default(""),
});
export type Organisation = z.infer<typeof Organisation>;

function isYearOrDay(text: string): boolean {
  if (text === "" || /^[12]\d{3}$/.test(text)) return true;
  return z.iso.date().safeParse(text).success;
}

import { z } from "zod";
import { Email, Password, PersonName } from "@/domain/people/staff";
import { isLanguage } from "@/lib/language";

/** What the publication is, as readers and staff see it. */
export type Publication = {
  name: string;
  tagline: string;
  /** An IANA time zone, in which times are shown. */
  timeZone: string;
  /** A BCP 47 language tag. */
  language: string;
};

export const Settings = z.object({
  name: z.string().trim().min(1, "Enter the publication's name.").max(80, "Use at most 80 characters."),
  tagline: z.string().trim().max(160, "Use at most 160 characters.").default(""),
  timeZone: z
    .string()
    .trim()
    .refine(isTimeZone, "Choose a time zone by its IANA name, such as Europe/Helsinki.")
    .transform(canonicalTimeZone),
  language: z
    .string()
    .trim()
    .refine(isLanguage, "Enter a language tag, such as en, en-GB or fi.")
    .transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag),
});
export type Settings = z.infer<typeof Settings>;

/** What the first-run page asks: the publication, and its first owner. */
export const SetUp = Settings.extend({ ownerName: PersonName, email: Email, password: Password });
export type SetUp = z.infer<typeof SetUp>;

/** All time zones that this machine knows, by IANA name, UTC first. */
export function timeZones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}

function isTimeZone(zone: string): boolean {
  // An offset such as +02:00 passes in Intl, but knows nothing of summer time.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The zone as IANA spells it, whatever case was typed. */
function canonicalTimeZone(zone: string): string {
  return timeZones().find((known) => known.toLowerCase() === zone.toLowerCase()) ?? zone;
}

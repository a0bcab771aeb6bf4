import { routes } from "@/lib/routes";
import type { Machines } from "./machines";

/** For how many months it may be relied on, at least: RFC 9116 asks for less than a year. */
const MONTHS = 6;

/**
 * The file by which those who find a weakness find us (RFC 9116), and until when it says so: it expires ever later, at the
 * start of a month, for as long as the paper is served.
 * @returns null where nobody is to be written to
 */
export function securityTxt(
  { contact, policy, languages }: Machines["security"],
  site: string,
  at: Date,
): { text: string; until: Date } | null {
  if (!contact) return null;
  const month = (after: number) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + after));
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${month(MONTHS + 1).toISOString()}`,
    ...(languages.length > 0 ? [`Preferred-Languages: ${languages.join(", ")}`] : []),
    `Canonical: ${site}${routes.securityTxt()}`,
    ...(policy ? [`Policy: ${policy}`] : []),
  ];
  return { text: `${lines.join("\n")}\n`, until: month(1) };
}

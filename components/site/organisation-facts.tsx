import { Fragment } from "react";
import { CONTACT_KINDS, type ContactKind, type Organisation } from "@/domain/settings/organisation";
import { formatInstant, type Locale } from "@/lib/time";
import type { Words } from "@/lib/words";
import { Facts, MailLink, PhoneLink, WebLink } from "./facts";

const WRITE_ABOUT = {
  general: "emailGeneral",
  newsroom: "emailNewsroom",
  corrections: "emailCorrections",
  advertising: "emailAdvertising",
} as const satisfies Record<ContactKind, string>;

/** Who publishes the paper, and how to reach them: as much as has been said of it. */
export function OrganisationFacts({ of, words, locale }: { of: Organisation; words: Words; locale: Locale }) {
  const emails = CONTACT_KINDS.filter((kind) => of.emails[kind]);
  return (
    <Facts
      className="mt-10 max-w-[38rem] divide-y divide-line border-y border-line font-sans"
      of={[
        ...emails.map((kind) => [words(WRITE_ABOUT[kind]), <MailLink key={kind} to={of.emails[kind]} />] as const),
        [words("telephone"), of.phone && <PhoneLink to={of.phone} />],
        [words("address"), addressOf(of)],
        [words("legalName"), of.legalName],
        [words("founded"), of.founded && foundedIn(of.founded, locale)],
        [
          words("elsewhere"),
          of.profiles.length > 0 && (
            <ul>
              {of.profiles.map((profile) => (
                <li key={profile}>
                  <WebLink to={profile} rel="me" />
                </li>
              ))}
            </ul>
          ),
        ],
      ]}
    />
  );
}

function addressOf({ street, postalCode, locality, region, country }: Organisation) {
  const lines = [street, [postalCode, locality].filter(Boolean).join(" "), region, country].filter(Boolean);
  if (lines.length === 0) return null;
  return (
    <address className="not-italic">
      {lines.map((line, index) => (
        <Fragment key={line}>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </address>
  );
}

/** A year or a day, as the language writes it. */
function foundedIn(founded: string, { language }: Locale): string {
  const style = founded.length === 4 ? "year" : "day";
  return formatInstant(new Date(founded), style, { timeZone: "UTC", language });
}

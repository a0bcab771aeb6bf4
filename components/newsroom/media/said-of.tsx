import type { ReactNode } from "react";
import { OwnTime } from "@/components/newsroom/own-time";
import { Notice } from "@/components/ui/notice";
import { type AssetSummary, KIND_NAMES } from "@/domain/media/asset";
import type { AssetDescription } from "@/domain/media/description";
import { nameOf } from "@/lib/languages";
import { formatInstant } from "@/lib/time";

type Row = [name: string, text: ReactNode];

/** What is said of an asset, for those who may not change it. */
export function SaidOf({
  asset,
  said,
  isHeld,
  timeZone,
}: {
  asset: AssetSummary;
  said: AssetDescription;
  /** Whether it would be theirs to change, did readers not see it. */
  isHeld: boolean;
  timeZone: string;
}) {
  const bound = (at: Date | null) =>
    at && (
      <>
        {formatInstant(at, "full", { timeZone, language: "en" })}
        <OwnTime at={at} timeZone={timeZone} />
      </>
    );
  const always: Row[] = [
    ...(asset.kind === "picture" ? ([["Alt text", said.alt === "" ? "Decorative" : said.alt]] satisfies Row[]) : []),
    ["Caption", said.caption],
    ["Credit", said.credit],
  ];
  const terms: Row[] = [
    ["Keywords", said.keywords.join(", ")],
    ["People", said.people.join(", ")],
    ["Place", said.place],
    ["Date taken", said.takenAt.replace("T", " ")],
    ["Language", said.language && nameOf(said.language)],
    ["Creator", said.creator],
    ["Agency", said.agency],
    ["Source", said.source],
    ["Copyright notice", said.copyrightNotice],
    ["Licence", said.licence],
    ["Usage terms", said.usageTerms],
    ["Restrictions", said.restrictions],
    ["Territory", said.territory],
    ["Valid from", bound(said.validFrom)],
    ["Valid until", bound(said.validUntil)],
    ["Number of stories allowed", said.usesAllowed === null ? "" : String(said.usesAllowed)],
    ["Cost", said.cost],
    ["Notes for editors", said.notes],
  ];
  const otherwise = terms.filter(([, text]) => text);
  return (
    <section aria-label={`About this ${KIND_NAMES[asset.kind].one}`} className="grid gap-4">
      <Notice>
        {isHeld
          ? "Readers see it, or will: only who edits the library may change what is said here."
          : `${asset.uploadedBy.name} and editors may change what is said here.`}
      </Notice>
      <dl className="grid gap-3">
        {[...always, ...otherwise].map(([name, text]) => (
          <div key={name}>
            <dt className="text-sm font-semibold">{name}</dt>
            <dd className={text ? "[overflow-wrap:anywhere]" : "text-muted"}>{text || "Nothing yet"}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

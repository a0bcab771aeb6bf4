import { Notice } from "@/components/ui/notice";
import { type AssetKind, KIND_NAMES } from "@/domain/media/asset";
import type { AssetDescription } from "@/domain/media/description";
import { conditionsOf, isWithinRights, rightsState, rightsWords } from "@/domain/media/rights";
import { now } from "@/lib/clock";

/** How the rights of an asset stand now, and on which terms it may be used; nothing where nothing binds it. */
export function RightsNotice({ kind, said, timeZone }: { kind: AssetKind; said: AssetDescription; timeZone: string }) {
  const state = rightsState(said, now(), said.uses);
  const words = rightsWords(state, `this ${KIND_NAMES[kind].one}`, timeZone);
  const terms = conditionsOf(said);
  if (!words && terms.length === 0) return null;
  return (
    <Notice tone={isWithinRights(state) ? (words ? "warn" : "plain") : "bad"} className="mb-6 grid gap-1">
      {words && <p className="font-semibold">{words}</p>}
      {!isWithinRights(state) && <p>No other story can be published with it.</p>}
      {terms.map((term) => (
        <p key={term}>{term}</p>
      ))}
    </Notice>
  );
}

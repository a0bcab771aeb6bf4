import { Badge } from "@/components/ui/notice";
import type { Credentials } from "@/domain/media/credentials";

const STATES = {
  valid: { tone: "good", words: "Valid" },
  "unknown-issuer": { tone: "warn", words: "Unknown signer" },
  invalid: { tone: "bad", words: "Not valid" },
} as const;

const MEANS = {
  valid: "The file is as it was signed, by one whom the paper trusts. Readers are told who.",
  "unknown-issuer":
    "The file is as it was signed, but nobody whom the paper trusts vouches for the name: readers are not told of it.",
  invalid: "What is signed is not this file as it is, or not signed as it should be: readers are not told of it.",
};

/** What the content credentials of a file say, for staff. */
export function CredentialsNote({ credentials }: { credentials: Credentials }) {
  const { validation, reasons, signer, issuer, signedAt, tool, actions, isGenerated, ingredients } = credentials;
  const { tone, words } = STATES[validation];
  const rows = [
    ["Signed by", [signer, issuer].filter((name, index, all) => name && all.indexOf(name) === index).join(", ")],
    ["Signed on", signedAt.replace("T", " ")],
    ["Made with", tool],
    ["What was done", actions.join(", ")],
    ["Made of", ingredients > 0 ? (ingredients === 1 ? "1 other file" : `${ingredients} other files`) : ""],
    ["What does not hold", validation === "invalid" ? reasons.join(" ") : ""],
  ].filter(([, text]) => text);
  return (
    <section aria-labelledby="asset-credentials">
      <h2 id="asset-credentials" className="mb-2 flex flex-wrap items-baseline gap-2 font-serif text-xl font-semibold">
        Content credentials{" "}
        <Badge tone={tone} className="font-sans">
          {words}
        </Badge>
        {isGenerated && (
          <Badge tone="warn" className="font-sans">
            Made with generative AI
          </Badge>
        )}
      </h2>
      <p className="mb-3 text-sm text-muted">{MEANS[validation]}</p>
      <dl className="grid gap-2">
        {rows.map(([name, text]) => (
          <div key={name}>
            <dt className="text-sm font-semibold">{name}</dt>
            <dd className="[overflow-wrap:anywhere]">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

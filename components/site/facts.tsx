import type { ReactNode } from "react";

/** What is said of somebody or something, word by word. What is empty is left out, and so is a list with nothing in it. */
export function Facts({
  of,
  className,
}: {
  of: readonly (readonly [word: string, said: ReactNode])[];
  className?: string;
}) {
  const said = of.filter(([, value]) => value);
  if (said.length === 0) return null;
  return (
    <dl className={className}>
      {said.map(([word, value]) => (
        <div key={word} className="grid grid-cols-[minmax(0,1fr)] gap-x-4 py-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <dt className="text-muted">{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const link = "underline underline-offset-2 hover:decoration-2";

/** An address to write to. */
export function MailLink({ to }: { to: string }) {
  return (
    <a href={`mailto:${to}`} className={link}>
      <bdi>{to}</bdi>
    </a>
  );
}

/** A number to call. Its digits run from the left whatever stands around them. */
export function PhoneLink({ to }: { to: string }) {
  return (
    <a href={`tel:${to.replace(/[^\d+]/g, "")}`} className={link}>
      <bdi dir="ltr">{to}</bdi>
    </a>
  );
}

/** The way to somewhere else on the web, by its name or, where it has none, its address without what every address has. */
export function WebLink({ to, name, rel }: { to: string; name?: string; rel?: string }) {
  return (
    <a href={to} rel={rel} className={link}>
      <bdi>{name ?? to.replace(/^https:\/\/(?:www\.)?/, "").replace(/\/$/, "")}</bdi>
    </a>
  );
}

/** Whether browsers are told to come by https alone from now on: to this host and all below it, to this one, or not. */
export type Transport = "subdomains" | "host" | "off";

type Of = { SITE_URL: string; HSTS: Transport };

/** A year, in seconds. */
const YEAR = 31_536_000;

/** What answers that are no pages may do where a browser shows them all the same: nothing. */
export const BARE_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * What every answer says to browsers besides itself, whatever it is: a page, a file, a redirect or an error. An answer
 * that is more open (a picture that other sites may show) or closer (a policy of its own) says so in their place.
 */
export function answerHeaders(env: Of): readonly (readonly [name: string, value: string])[] {
  const transport = strictTransport(env);
  return [
    ["x-content-type-options", "nosniff"],
    ["x-frame-options", "DENY"],
    ["referrer-policy", "strict-origin-when-cross-origin"],
    ["permissions-policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"],
    ["cross-origin-opener-policy", "same-origin"],
    ["cross-origin-resource-policy", "same-origin"],
    ...(transport ? [["strict-transport-security", transport] as const] : []),
  ];
}

/** Their names, in lower case. */
export const ANSWER_HEADERS: ReadonlySet<string> = new Set(
  answerHeaders({ SITE_URL: "https://any.example", HSTS: "host" }).map(([name]) => name),
);

/** Only where the paper's address is one of https: browsers that heard it would come by nothing else for a year. */
function strictTransport({ SITE_URL, HSTS }: Of): string | null {
  if (!SITE_URL.startsWith("https:") || HSTS === "off") return null;
  return `max-age=${YEAR}${HSTS === "subdomains" ? "; includeSubDomains" : ""}`;
}

import { headers } from "next/headers";
import { BEFORE_PAINT } from "@/reader/before-paint";

/** What no link may be fetched or rendered ahead for: staff's pages, files, and what is made for one asker alone. */
const NOT_AHEAD = [
  "/newsroom*",
  "/sign-in*",
  "/setup*",
  "/invitation/*",
  "/api/*",
  "/media/*",
  "/search*",
  "/saved*",
  "/*.xml",
  "/*.json",
  "/*.txt",
];

/**
 * Which links a browser may follow ahead of the reader: the text of one that a pointer rests on, the whole page of one that
 * is being pressed. Browsers that save data do neither. Why: docs/decisions/0011-readers-scripts.md.
 */
const OURS = {
  and: [
    { href_matches: "/*" },
    { not: { href_matches: NOT_AHEAD } },
    { not: { selector_matches: "[rel~=nofollow], [download], [target=_blank]" } },
  ],
};
const AHEAD = {
  prefetch: [{ where: OURS, eagerness: "moderate" }],
  prerender: [{ where: OURS, eagerness: "conservative" }],
};

/**
 * The scripts of a page for readers, for its head: one in the page, so that theme and text size are right at the first paint,
 * and the module of `reader/`, which waits for the page.
 */
export async function ReaderScripts() {
  const module = process.env.READER_MODULE;
  // Where the press makes the page there is none: it names them by their hashes.
  const nonce = (await headers()).get("x-masthead-nonce") ?? undefined;
  return (
    <>
      <script data-keep="" nonce={nonce}>
        {BEFORE_PAINT}
      </script>
      {module && <script type="module" src={module} nonce={nonce} />}
      <script type="speculationrules" nonce={nonce}>
        {JSON.stringify(AHEAD)}
      </script>
    </>
  );
}

import type { Paper } from "@/scripts/trials/paper";
import { none, type Row } from "@/scripts/trials/report";
import { askRaw, sendBytes } from "./raw";

/** A request that would come after one whose end is told in two ways. */
const HIDDEN = "GET /hidden-request HTTP/1.1\r\nHost: x\r\n\r\n";

const SMUGGLED: readonly (readonly [string, string])[] = [
  ["two lengths", `Content-Length: 0\r\nContent-Length: ${HIDDEN.length}\r\n\r\n${HIDDEN}`],
  ["two lengths in one", `Content-Length: 0, ${HIDDEN.length}\r\n\r\n${HIDDEN}`],
  ["a length and chunks", `Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
  ["chunks and a length", `Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n${HIDDEN}`],
  ["chunks that are none", `Transfer-Encoding: xchunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n${HIDDEN}`],
  ["chunks before identity", `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${HIDDEN}`],
  [
    "two encodings",
    `Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\nContent-Length: 4\r\n\r\n0\r\n\r\n${HIDDEN}`,
  ],
  ["a space before the colon", `Transfer-Encoding : chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n${HIDDEN}`],
  ["a folded header", `X: y\r\n Transfer-Encoding: chunked\r\nContent-Length: 0\r\n z\r\n\r\n${HIDDEN}`],
  ["a length with a sign", `Content-Length: +0\r\n\r\n${HIDDEN}`],
  ["a negative length", `Content-Length: -1\r\n\r\n${HIDDEN}`],
  ["a length in hexadecimal", `Content-Length: 0x10\r\n\r\n${HIDDEN}`],
  ["a length beyond all", `Content-Length: 99999999999999999999\r\n\r\n${HIDDEN}`],
  ["a chunk of no size", `Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n${HIDDEN}`],
  ["a chunk longer than it says", `Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n${HIDDEN}`],
  ["a bare line feed", `Transfer-Encoding: chunked\nContent-Length: 4\n\n0\n\n${HIDDEN}`],
  ["a carriage return within", `X: a\rTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n${HIDDEN}`],
  ["a nothing within", `X: a\0b\r\nContent-Length: 0\r\n\r\n${HIDDEN}`],
  ["two hosts", `Host: evil.example\r\nContent-Length: 0\r\n\r\n`],
];

const PATHS: readonly string[] = [
  [
    "//evil.example/",
    "///evil.example",
    "/\\evil.example",
    "/\\/evil.example/%2e%2e",
    "//evil.example/newsroom//",
    "/%2f%2fevil.example/",
    "/.//evil.example",
    "/%5cevil.example",
  ],
  [
    "/%2e%2e/newsroom",
    "/..%2fnewsroom",
    "/a/..%2f..%2fnewsroom",
    "/newsroom%2farticles",
    "/newsroom/..;/",
    "/%6eewsroom",
    "/NEWSROOM",
    "/newsroom/",
    "/newsroom//articles",
    "/./newsroom",
    "/newsroom%00",
    "/newsroom%0d%0aset-cookie:a=b",
    "/a%0d%0alocation:%20https://evil.example",
  ],
  [
    "/media/..%2f..%2fmasthead.db",
    "/media/../masthead.db",
    "/media/%2e%2e%2fsecret",
    "/media/..\\secret",
    "/media/%252e%252e%252fsecret",
    "/media//etc/passwd",
    "/media/%00.jpg",
  ],
  [
    "/_next/../.env",
    "/_next/static/..%2f..%2f..%2fserver.js",
    "/_next/static/%2e%2e/%2e%2e/required-server-files.json",
    "/_next/image?url=http://127.0.0.1/&w=64&q=1",
    "/_next/data/x/index.json",
    "/reader/..%2f..%2fpackage.json",
    "/fonts/..%2f..%2f..%2fetc%2fpasswd",
  ],
  [
    "/.git/config",
    "/.env",
    "/package.json",
    "/server.js",
    "/start.mjs",
    "/data/masthead.db",
    "/masthead.db",
    "/secret",
    "/originals",
    "/.next/BUILD_ID",
    "/drizzle/0000.sql",
  ],
  [
    "/%",
    "/%zz",
    "/%c0%af",
    "/%ff%fe",
    "/%u0041",
    "/%E0%80%AF",
    "/a%2",
    "/\u0001",
    "/ü",
    "/a b",
    "/<script>",
    "/?q=%",
    "/search?q=%ff",
    "/search?q=%00",
    "/search?page=-1",
    "/search?q=a&page=99999999999",
    "/?page=1e9",
    "/archive/9999/99",
    "/archive/-1",
  ],
  [
    `/${"a".repeat(7000)}`,
    `/${"a/".repeat(3000)}`,
    `/search?q=${"a".repeat(7000)}`,
    `/${"%61".repeat(2000)}`,
    `/?${"a=1&".repeat(1500)}`,
    `/search?${"q=a&".repeat(1500)}`,
  ],
].flat();

/** What no answer to somebody who is not signed in may hold. */
const SECRET = /SQLite format|root:.*:0:0|"dependencies"|AUTH_SECRET|\[core\]|require\("|create table/i;

/** Requests that end in two ways, and addresses that are written so that two readers may read them otherwise. */
export async function shapes(paper: Paper): Promise<Row[]> {
  const smuggled: string[] = [];
  for (const [name, rest] of SMUGGLED) {
    const said = await sendBytes(paper.url, `POST /api/readings HTTP/1.1\r\nHost: localhost\r\n${rest}`, 700);
    const answers = said.match(/HTTP\/1\.1 \d{3}/g) ?? [];
    const isRefused = answers.length === 0 || (answers.length === 1 && /^HTTP\/1\.1 (?:400|413|431|501)/.test(said));
    if (!isRefused) smuggled.push(`${name}: ${answers.join(", ")}`);
  }
  const odd: string[] = [];
  let slowest = 0;
  for (const path of PATHS) {
    const began = performance.now();
    const bytes = await sendBytes(
      paper.url,
      Buffer.from(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
      5000,
    );
    slowest = Math.max(slowest, performance.now() - began);
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(bytes)?.[1] ?? 400);
    const location = /\r\nlocation: ([^\r]*)/i.exec(bytes)?.[1] ?? "/";
    const leads = URL.canParse(location, paper.url) ? new URL(location, paper.url) : null;
    const isHome =
      leads !== null &&
      ["localhost", new URL(paper.url).hostname].includes(leads.hostname) &&
      !location.startsWith("//");
    if (status >= 500 || !isHome || SECRET.test(bytes) || /\r\nset-cookie: a=b/i.test(bytes)) {
      odd.push(`${path.slice(0, 80)}: ${status} ${location}`);
    }
  }
  const methods: string[] = [];
  for (const method of ["TRACE", "OPTIONS", "PROPFIND", "PURGE", "PUT", "DELETE", "PATCH"]) {
    const answer = await askRaw(paper.url, "/", { "x-secret-header": "evil-mark" }, { method }).catch(() => null);
    if (answer && (answer.status < 400 || answer.body.includes("evil-mark")) && method !== "OPTIONS")
      methods.push(`${method}: ${answer.status}`);
  }
  const absolute = await sendBytes(
    paper.url,
    "GET http://evil-mark.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
  );
  if (absolute.includes("evil-mark")) odd.push("an absolute address is repeated");
  for (const what of [...smuggled, ...odd, ...methods]) console.error(`  shape: ${what}`);
  const well = (await askRaw(paper.url, "/")).status;
  return [
    none(`Requests that end in two ways, of ${SMUGGLED.length}, that were not refused`, smuggled.length),
    none(`Addresses written oddly, of ${PATHS.length}, that fail, lead away or show what they must not`, odd.length),
    none("Methods that the front page does not have, and answers", methods.length),
    { what: "The front page afterwards", figure: String(well), bound: "200", holds: well === 200 },
  ];
}

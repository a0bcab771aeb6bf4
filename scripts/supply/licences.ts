import { lockedPackages, type Package } from "./lockfile";

/** Under these anybody may use, change and hand on what Masthead is built from; those of fonts and data concern them alone. */
export const ALLOWED: ReadonlySet<string> = new Set([
  "0BSD",
  "(MIT AND Zlib)",
  "Apache-2.0",
  "Apache-2.0 AND LGPL-3.0-or-later",
  "Apache-2.0 AND LGPL-3.0-or-later AND MIT",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "ISC",
  "LGPL-3.0-or-later",
  "MIT",
  "MIT AND OFL-1.1",
  "MIT OR Apache-2.0",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
]);

/** The list of docs/licences.md: what production holds by name, the rest by number. */
export function licencesText(packages: readonly Package[] = lockedPackages()): string {
  const byLicence = (these: readonly Package[]) =>
    [...new Set(these.map(({ license }) => license ?? "none"))]
      .sort()
      .map((licence) => [licence, these.filter(({ license = "none" }) => license === licence)] as const);
  const shipped = packages.filter(({ dev }) => !dev);
  const tools = packages.filter(({ dev }) => dev);
  return [
    "# Licences of what Masthead is built from",
    "",
    "Written by `npm run licences` from the lockfile; a test sees to it that it is up to date, and that no other licence comes in",
    "(`scripts/supply/licences.ts` names those that may). Libraries under the LGPL (libvips, which `sharp` loads) and the MPL are used",
    "as they come and stay files of their own.",
    "",
    "## With production",
    "",
    ...byLicence(shipped).flatMap(([licence, these]) => [
      `- **${licence}**: ${[...new Set(these.map(({ name, version }) => `${name} ${version}`))].sort().join(", ")}`,
    ]),
    "",
    "## Tools alone",
    "",
    "| licence | packages |",
    "|---|---|",
    ...byLicence(tools).map(([licence, these]) => `| ${licence} | ${these.length} |`),
    "",
  ].join("\n");
}

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { longestIllustratedPath } from "@/db/seed/edition/longest";
import { BUDGET, KILOBYTE, weigh } from "@/e2e/weigh";
import { MINUTE } from "@/lib/clock";

// Too large to be installed with the product, and needed for this alone.
const LIGHTHOUSE = "lighthouse@13.5.0";
const COLUMNS = ["performance", "accessibility", "best-practices", "seo"] as const;

/**
 * Prints what readers' pages weigh, by kind, and what Lighthouse says of them (mobile, its default throttling), on the
 * demonstration edition in a folder of its own. Ends with 1 if a page passes its budget or a column is below 100.
 */
async function main() {
  const browserFile = process.env.CHROMIUM;
  if (!browserFile) throw new Error("it needs a Chromium: install one, or name one in CHROMIUM");
  const folder = mkdtempSync(path.join(tmpdir(), "masthead-audit-"));
  const port = Number(process.env.PORT ?? 3990);
  const site = `http://localhost:${port}`;
  const env = { ...process.env, DATA_DIR: path.join(folder, "data"), PORT: String(port), SITE_URL: site, SEED: "demo" };
  const server = spawn(process.execPath, [".next/standalone/start.mjs"], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const article = longestIllustratedPath();
  const pages = { front: "/", section: "/harbour", article, search: "/search?q=harbour" };
  try {
    await untilAnswering(site);
    for (const address of [...Object.values(pages), "/search"]) await untilSmallest(site + address);
    const isLight = await weighAll(browserFile, site, pages);
    // Results are kept from search engines on purpose, which Lighthouse holds against them: it looks at the page that asks.
    const isFull = lighthouseAll(browserFile, site, { ...pages, search: "/search" }, folder);
    process.exitCode = isLight && isFull ? 0 : 1;
  } finally {
    server.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
}

async function untilAnswering(site: string): Promise<void> {
  const deadline = Date.now() + 5 * MINUTE;
  while (Date.now() < deadline) {
    if ((await fetch(`${site}/api/health`).catch(() => null))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("the server did not answer within five minutes");
}

/** Asks for a page as its first readers do: the press gives one that is asked for often its smallest form (press/page.ts). */
async function untilSmallest(address: string): Promise<void> {
  const length = async () => {
    const answer = await fetch(address, { headers: { "accept-encoding": "br" } });
    await answer.arrayBuffer();
    return Number(answer.headers.get("content-length"));
  };
  const first = await length();
  const deadline = Date.now() + 10_000;
  while ((await length()) >= first && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100));
}

const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

async function weighAll(executablePath: string, site: string, pages: Record<string, string>): Promise<boolean> {
  const browser = await chromium.launch({ executablePath, args: sandbox });
  const kilobytes = (bytes: number) => (bytes / KILOBYTE).toFixed(1);
  const rows: Record<string, Record<string, string | number>> = {};
  let isLight = true;
  for (const [name, address] of Object.entries(pages)) {
    const { weight, foreign, moved } = await weigh(browser, site + address);
    const text = weight.document + weight.style + weight.script;
    const fits = text <= BUDGET.text && weight.script <= BUDGET.script && weight.font <= BUDGET.font;
    isLight &&= fits && foreign.length === 0;
    rows[name] = {
      "HTML KB": kilobytes(weight.document),
      "CSS KB": kilobytes(weight.style),
      "script KB": kilobytes(weight.script),
      "these KB": kilobytes(text),
      "fonts KB": kilobytes(weight.font),
      "pictures KB": kilobytes(weight.image),
      "other origins": foreign.length,
      CLS: moved.toFixed(3),
      "in budget": fits ? "yes" : "NO",
    };
  }
  await browser.close();
  console.log(`\nOn a phone of 390 px, cold (budget: ${BUDGET.text / KILOBYTE} KB of HTML, CSS and script,`);
  console.log(`${BUDGET.script / KILOBYTE} of it script; fonts ${BUDGET.font / KILOBYTE})`);
  console.table(rows);
  return isLight;
}

function lighthouseAll(chrome: string, site: string, pages: Record<string, string>, folder: string): boolean {
  const rows: Record<string, Record<string, string | number>> = {};
  for (const [name, address] of Object.entries(pages)) {
    const report = path.join(folder, `${name}.json`);
    const flags = ["--headless=new", "--disable-gpu", "--disable-background-networking", ...sandbox].join(" ");
    spawnSync(
      "npm",
      [
        ...["exec", "--yes", `--package=${LIGHTHOUSE}`, "--", "lighthouse", site + address, "--quiet"],
        ...["--output=json", `--output-path=${report}`, `--chrome-flags=${flags}`],
      ],
      { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, CHROME_PATH: chrome } },
    );
    if (!existsSync(report)) throw new Error(`${LIGHTHOUSE} gave no report for ${name}`);
    const { categories, audits } = JSON.parse(readFileSync(report, "utf8"));
    rows[name] = {
      ...Object.fromEntries(COLUMNS.map((column) => [column, Math.round(categories[column].score * 100)])),
      LCP: audits["largest-contentful-paint"].displayValue,
      "largest paint": largestPaintOf(audits),
    };
    for (const [id, { score, title }] of Object.entries<{ score: number | null; title: string }>(audits)) {
      const counts = COLUMNS.some((column) =>
        categories[column].auditRefs.some((ref: { id: string; weight: number }) => ref.id === id && ref.weight > 0),
      );
      if (counts && score !== null && score < 0.9) console.log(`${name}: ${title} (${score})`);
    }
  }
  console.log("\nLighthouse, mobile, default throttling");
  console.table(rows);
  return Object.values(rows).every((row) => COLUMNS.every((column) => row[column] === 100));
}

type Audits = Record<string, { details?: { items?: { node?: { nodeLabel?: string }; items?: unknown[] }[] } }>;

function largestPaintOf(audits: Audits): string {
  const items =
    audits["lcp-breakdown-insight"]?.details?.items ?? audits["largest-contentful-paint-element"]?.details?.items;
  const found = JSON.stringify(items ?? "").match(/"nodeLabel":"([^"]{0,40})/);
  return found?.[1] ?? "";
}

main().catch((error) => {
  console.error(`The audit cannot run: ${error.message}`);
  process.exit(1);
});

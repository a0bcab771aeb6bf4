import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { described, load } from "@/scripts/bench/load";
import { hasNginx, startNginx } from "@/scripts/bench/nginx";
import type { Paper } from "@/scripts/trials/paper";
import type { Row } from "@/scripts/trials/report";

/** What the press holds, beside servers that send the bytes of its article and do nothing else. */
export async function held(
  folder: string,
  paper: Paper,
  pages: Record<string, string>,
  seconds: number,
): Promise<Row[]> {
  const article = paper.url + pages.article;
  await settle(article);
  const bare = fork(path.join(import.meta.dirname, "..", "bare.ts"), {
    env: { ...process.env, PAGE: article },
    execArgv: ["--import", "tsx"],
  });
  const nginx = hasNginx() ? await startNginx(folder, article) : undefined;
  try {
    const [address] = (await once(bare, "message")) as [string];
    const beside = await load(address, seconds);
    const file = nginx && (await load(nginx.url, seconds));
    const rows: Row[] = [{ what: "Bare node, our article", figure: described(beside) }];
    if (file) rows.push({ what: "nginx, our article", figure: described(file) });
    for (const [name, page] of Object.entries(pages)) {
      await settle(paper.url + page);
      const ours = await load(paper.url + page, seconds);
      const parts = [`${(ours.perSecond / beside.perSecond).toFixed(2)} of bare node`];
      if (file) parts.push(`${(ours.perSecond / file.perSecond).toFixed(2)} of nginx`);
      rows.push({ what: `Held: ${name}`, figure: `${described(ours)}; ${parts.join(", ")}` });
    }
    return rows;
  } finally {
    bare.disconnect();
    await nginx?.end();
  }
}

/** Asked for until it has its smallest form. */
async function settle(url: string): Promise<void> {
  for (let asked = 0; asked < 4; asked++) await (await fetch(url)).arrayBuffer();
  await new Promise((resolve) => setTimeout(resolve, 300));
}

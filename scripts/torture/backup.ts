import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startPaper, withFolder } from "@/scripts/trials/paper";
import { none, type Row, type Trial } from "@/scripts/trials/report";
import { signedIn } from "@/scripts/trials/visitor";
import { archived, keeper, kept } from "./keeper";
import { emptyLedger, type Ledger, type Story, textIn } from "./ledger";
import { type Desk, openDesk } from "./newsroom";
import { chance, type Random } from "./random";
import { reading } from "./reckoning";
import { restoresKilled } from "./restore-killed";
import { restoredLarge } from "./restore-large";

/** How many write at once. */
const WRITERS = 5;

/** Backups while staff write; restores that are killed; and how long a large one takes. */
export const backup: Trial = {
  name: "backup",
  run: ({ isShort }) =>
    withFolder(async (folder) => {
      const random = chance();
      console.log(`TORTURE_SEED=${random.seed}`);
      const [data, archives] = [path.join(folder, "data"), path.join(folder, "archives")];
      mkdirSync(data);
      const made = await whileWritten(data, archives, isShort ? 2 : 40, random);
      const killed = await restoresKilled({ data, archive: made.newest, times: isShort ? 8 : 200, random });
      for (const used of [data, archives]) rmSync(used, { recursive: true, force: true });
      const size = isShort ? { stories: 200, pictures: 60 } : { stories: 10_000, pictures: 5000 };
      return [...made.rows, ...killed, ...(await restoredLarge(folder, size, isShort))];
    }),
};

/** What was acknowledged by a moment. */
type Promised = { stories: Pick<Story, "id" | "word" | "saved" | "published">[]; hashes: string[] };

async function whileWritten(data: string, archives: string, times: number, random: Random) {
  const paper = await startPaper(data, { WEB_WORKERS: "2" });
  const ledger = emptyLedger();
  const desk = await openDesk(await signedIn(paper.url), ledger, path.join(data, "masthead.db"));
  const floor = open(desk, random);
  await floor.begun;
  const [lost, unsound, backups]: [string[], string[], number[]] = [[], [], []];
  let newest = "";
  // The first copies all files; two at once come one after the other.
  for (let count = 0; count < times; count++) {
    const promised = promisedBy(ledger);
    const asked = [archived(archives, data), ...(count === 1 ? [archived(archives, data)] : [])];
    const made = await Promise.all(asked);
    for (const { archive, took } of made) {
      backups.push(took);
      newest = archive > newest ? archive : newest;
      const { code, said } = await keeper(["verify", archive], data).end;
      if (code !== 0) unsound.push(said);
      lost.push(...(await lostFrom(archive, promised, data)));
    }
    await pause(random.within(0, 300));
  }
  await floor.close();
  if (ledger.wrong.length > 0) lost.push(...ledger.wrong);
  for (const each of [...unsound, ...lost].slice(0, 10)) console.error(each);
  const refused = [...ledger.unanswered].map(([deed, count]) => `${count} ${deed}`).join(", ");
  await paper.end();
  const deeds = [...ledger.done].map(([deed, count]) => `${count} ${deed}`).join(", ");
  const rows: Row[] = [
    { what: `Backups while ${WRITERS} write`, figure: `${backups.length}, of ${deeds}` },
    none("Archives that verify does not find whole", unsound.length),
    none("Acknowledged before a backup and not in what it restores", lost.length),
    { what: "Writes that were refused meanwhile", figure: refused || "0", bound: "0", holds: refused === "" },
    { what: "A backup took", figure: `${Math.round(Math.min(...backups))} to ${Math.round(Math.max(...backups))} ms` },
  ];
  return { rows, newest };
}

/** Staff who write, publish and upload until they are asked to stop. */
function open(desk: Desk, random: Random): { begun: Promise<unknown>; close: () => Promise<unknown> } {
  let isOpen = true;
  const begun = Promise.all(
    Array.from({ length: WRITERS }, async (_, at) => {
      const story = await desk.begin(`keep${at}`);
      await desk.publish(story);
      return story;
    }),
  );
  const loops = begun.then((stories) =>
    Promise.all(
      stories.map(async (story, at) => {
        for (let turn = 0; isOpen; turn++) {
          if (turn % 3 === 2) await desk.publish(story);
          else if (at < 2) await desk.upload(`picture-${at}-${turn}.jpg`, random);
          else await desk.save(story);
        }
      }),
    ),
  );
  return {
    begun,
    close: () => {
      isOpen = false;
      return loops;
    },
  };
}

function promisedBy({ stories, uploaded }: Ledger): Promised {
  return {
    stories: stories.map(({ id, word, saved, published }) => ({ id, word, saved, published })),
    hashes: uploaded.map(({ hash }) => hash),
  };
}

/** What was acknowledged before a backup was begun, and is not in the folder that it restores. */
async function lostFrom(archive: string, { stories, hashes }: Promised, data: string): Promise<string[]> {
  const folder = path.join(path.dirname(data), "restored");
  await kept(["restore", archive, "--to", folder], data);
  try {
    const file = path.join(folder, "masthead.db");
    return reading(file, (all) => {
      const lost: string[] = [];
      const texts = all<{ id: string; draft: string; live: string | null }>(
        `select articles.id as id, drafts.content as draft, revisions.headline as live from articles
         join drafts on drafts.article_id = articles.id
         left join publications on publications.article_id = articles.id and publications.ended_at is null
         left join revisions on revisions.id = publications.revision_id`,
      );
      for (const story of stories) {
        const found = texts.find(({ id }) => id === story.id);
        const [saved, published] = [textIn(found?.draft ?? "", story), textIn(found?.live ?? "", story)];
        if (saved < story.saved) lost.push(`${story.word}: text ${story.saved} was saved, the archive has ${saved}`);
        if (published < story.published)
          lost.push(`${story.word}: text ${story.published} was published, the archive has ${published}`);
      }
      const known = new Set(all<{ hash: string }>("select hash from assets").map(({ hash }) => hash));
      for (const hash of hashes) {
        const original = path.join(folder, "originals", hash.slice(0, 2), hash);
        if (!known.has(hash) || !existsSync(original))
          lost.push(`the upload ${hash.slice(0, 12)} is not in the archive`);
      }
      return lost;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { act } from "@/scripts/trials/act";
import type { Paper } from "@/scripts/trials/paper";
import { signedIn, type Visitor } from "@/scripts/trials/visitor";
import type { Addresses } from "./routes";
import type { Took } from "./trial";

const LIST = "/newsroom/articles";
const ACTIONS = "app/(newsroom)/newsroom/articles/[id]/actions.ts";

/** What the staff ask for, by name. */
const SCREENS: Record<string, string> = {
  "Newsroom: today": "/newsroom",
  "Newsroom: list": LIST,
  "Newsroom: list, changed": `${LIST}?readers=changed`,
  "Newsroom: list, taken down": `${LIST}?readers=taken-down`,
  "Newsroom: list, drafting": `${LIST}?stage=drafting`,
  "Newsroom: list, rare words": `${LIST}?search=zelquin+ulmver`,
  "Newsroom: list, common word": `${LIST}?search=council`,
  "Newsroom: board": "/newsroom/board",
  "Newsroom: activity": "/newsroom/activity",
  "Newsroom: find": "/newsroom/find?q=zelquin",
};

type Standing = { version: number; content: { headline: string } };

/** How long the staff wait for screens, for saving, and for readers to see what was published. */
export async function newsroom(paper: Paper, { drafts }: Addresses, rounds: number): Promise<Took> {
  const staff = await signedIn(paper.url);
  const took: Took = {};
  const note = (name: string, time: number) => {
    took[name] = [...(took[name] ?? []), time];
  };
  const [id = ""] = drafts;
  const screens = { ...SCREENS, "Newsroom: open a story": `${LIST}/${id}` };
  for (let round = -2; round < rounds; round++) {
    for (const [name, address] of Object.entries(screens)) {
      const time = await timed(async () => {
        const answer = await staff.fetch(address);
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
      });
      if (round >= 0) note(name, time);
    }
    const saved = await save(staff, id, `Saved ${round}`);
    if (round >= 0) note("Newsroom: save", saved);
  }
  for (const draft of drafts.slice(1, 1 + Math.min(rounds, 15))) {
    const [publishing, seen] = await publish(paper, staff, draft);
    note("Newsroom: publish", publishing);
    note("Published, until a reader sees it on the front", seen);
  }
  return took;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function save(staff: Visitor, id: string, headline: string): Promise<number> {
  const at = `${LIST}/${id}/draft`;
  const { version, content } = (await (await staff.fetch(at)).json()) as Standing;
  const body = { id, version, content: { ...content, headline }, changed: ["headline"] };
  return timed(async () => {
    const answer = await staff.send("PUT", at, body);
    if (!(await answer.text()).includes('"saved"')) throw new Error(`A draft was not saved: ${answer.status}`);
  });
}

/** @returns how long publishing took, and how long after it the front showed the story */
async function publish(paper: Paper, staff: Visitor, id: string): Promise<[number, number]> {
  const headline = `Just out ${id}`;
  await save(staff, id, headline);
  const { version } = (await (await staff.fetch(`${LIST}/${id}/draft`)).json()) as Standing;
  const publishing = await timed(async () => {
    const form = { id, version: String(version) };
    const { done, text, status } = await act(staff, `${LIST}/${id}`, { file: ACTIONS, name: "publish" }, form);
    if (!done) throw new Error(`A story was not published: ${status} ${text.slice(0, 200)}`);
  });
  const seen = await timed(async () => {
    const until = performance.now() + 5000;
    while (!(await (await fetch(paper.url)).text()).includes(headline)) {
      if (performance.now() > until) throw new Error("The front does not show what was published");
    }
  });
  return [publishing, seen];
}

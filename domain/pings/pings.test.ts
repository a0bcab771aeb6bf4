import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import {
  makeByline,
  makePublishedArticle,
  makeSection,
  makeSeries,
  makeSettings,
  makeStaff,
  makeTopic,
} from "@/db/factories";
import { jobs, settings } from "@/db/schema";
import { createArticle, saveDraft } from "@/domain/articles/editing";
import { amendArticle, publishArticle, unpublishArticle } from "@/domain/articles/publication";
import type { Actor } from "@/domain/people/staff";
import { Machines } from "@/domain/settings/machines";
import { completeContent } from "@/domain/testing/content";
import { runDueJobs } from "@/jobs/run";
import { getEnv } from "@/lib/env";
import { log } from "@/lib/log";

const SITE = getEnv().SITE_URL;
const KEY = "0123456789abcdef";

let server: Server;
let machine: string;
let status = 200;
let asked: { url: string; type: string; body: string }[] = [];
let editor: Actor;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      asked.push({ url: request.url ?? "", type: request.headers["content-type"] ?? "", body });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  machine = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await makeSettings();
  editor = await makeStaff({ role: "editor" });
});
afterAll(() => server.close());

beforeEach(async () => {
  [asked, status] = [[], 200];
  await transact(async (tx) => tx.delete(jobs));
  await configured({ indexNowKey: KEY, indexNowEndpoint: `${machine}/indexnow`, webSubHub: `${machine}/hub` });
});

const configured = (machines: Partial<Machines>) =>
  transact((tx) => tx.update(settings).set({ machines: Machines.parse(machines) }));
const pings = async () => (await db().select().from(jobs)).filter(({ kind }) => kind.startsWith("ping-"));
const toIndexNow = () => asked.filter(({ url }) => url === "/indexnow").map(({ body }) => JSON.parse(body));
const toHub = () => asked.filter(({ url }) => url === "/hub").map(({ body }) => new URLSearchParams(body));

async function published(slug: string) {
  const { subjectId: id } = await createArticle(editor);
  const content = await completeContent({ slug });
  await saveDraft(editor, { id, version: 1, content });
  await publishArticle(editor, { id, version: 2 });
  return { id, content };
}

describe("what becomes of an article", () => {
  test("is told to IndexNow with its address and the key, once it is published", async () => {
    const section = await makeSection();
    const { subjectId: id } = await createArticle(editor);
    await saveDraft(editor, {
      id,
      version: 1,
      content: await completeContent({ slug: "bridge", sectionId: section.id }),
    });
    expect(await pings()).toEqual([]);
    await publishArticle(editor, { id, version: 2 });
    expect(asked).toEqual([]);
    await runDueJobs();
    expect(toIndexNow()).toEqual([
      {
        host: new URL(SITE).host,
        key: KEY,
        keyLocation: `${SITE}/${KEY}.txt`,
        urlList: [`${SITE}/${section.slug}/bridge`],
      },
    ]);
  });

  test("is told when it is moved, corrected and taken down, with the addresses that it had", async () => {
    const { id, content } = await published("old");
    await runDueJobs();
    await saveDraft(editor, { id, version: 2, content: { ...content, slug: "new" } });
    for (const happens of [
      () => publishArticle(editor, { id, version: 3 }),
      () =>
        amendArticle(editor, {
          id,
          change: { kind: "correction", text: "It was 1911.", place: "end", approvedBy: editor.id },
        }),
      () => unpublishArticle(editor, { id }),
    ]) {
      asked = [];
      await happens();
      await runDueJobs();
      expect(
        toIndexNow()[0]
          ?.urlList.map((url: string) => url.split("/").at(-1))
          .sort(),
      ).toEqual(["new", "old"]);
      expect(toHub()).toHaveLength(1);
    }
  });

  test("is told to the hub by every feed in which it stands, in every format", async () => {
    const [section, topic, byline, series] = await Promise.all([
      makeSection(),
      makeTopic(),
      makeByline(),
      makeSeries(),
    ]);
    const in_ = { sectionId: section.id, topicIds: [topic.id], bylineIds: [byline.id], seriesId: series.id };
    const { article } = await makePublishedArticle(in_);
    await unpublishArticle(editor, { id: article.id });
    await runDueJobs();
    const [said] = toHub();
    expect(said?.get("hub.mode")).toBe("publish");
    const pages = [
      "",
      `/${section.slug}`,
      `/topics/${topic.slug}`,
      `/bylines/${byline.slug}`,
      `/series/${series.slug}`,
    ];
    const feeds = pages.flatMap((page) => ["rss.xml", "atom.xml", "feed.json"].map((file) => `${SITE}${page}/${file}`));
    expect(said?.getAll("hub.url").sort()).toEqual(feeds.sort());
  });

  test("is gathered into one ping where much happens at once", async () => {
    await published("one");
    await published("two");
    await runDueJobs();
    expect(toIndexNow()).toHaveLength(1);
    expect(toIndexNow()[0]?.urlList).toHaveLength(2);
    expect(toHub()).toHaveLength(1);
  });
});

describe("those who are told", () => {
  test("are nobody until the settings name them", async () => {
    for (const off of [{}, { indexNowKey: KEY }, { indexNowEndpoint: `${machine}/indexnow` }]) {
      await configured(off);
      await published(`off-${Object.keys(off)[0] ?? "all"}`.toLowerCase());
    }
    expect(await pings()).toEqual([]);
    await runDueJobs();
    expect(asked).toEqual([]);
  });

  test("are told no more once the settings no longer name them", async () => {
    await published("then-off");
    await configured({});
    await runDueJobs();
    expect(asked).toEqual([]);
    expect((await pings()).every(({ doneAt }) => doneAt)).toBe(true);
  });

  test("are told later where they cannot hear now, by the queue's waits", async () => {
    status = 503;
    await published("later");
    await runDueJobs();
    const [one] = await pings();
    expect(one).toMatchObject({ doneAt: null, attempts: 1 });
    expect(one?.lastError).toMatch(/answered 503/);
    expect(one?.runAt.getTime()).toBeGreaterThan(Date.now() + 50_000);
    [asked, status] = [[], 200];
    await runDueJobs();
    expect(asked).toEqual([]);
    await transact((tx) => tx.update(jobs).set({ runAt: new Date(0) }));
    await runDueJobs();
    expect(toIndexNow()).toHaveLength(1);
  });

  test("are not asked again where they refuse", async () => {
    const said = vi.spyOn(log, "warn");
    status = 403;
    await published("refused");
    await runDueJobs();
    expect((await pings()).every(({ doneAt }) => doneAt)).toBe(true);
    expect(said).toHaveBeenCalledWith({ whom: "IndexNow", status: 403 }, expect.any(String));
  });

  test("are never beyond this machine under test, whatever the settings say", async () => {
    await configured({ webSubHub: "https://hub.example/" });
    await published("nowhere");
    await runDueJobs();
    expect((await pings())[0]?.lastError).toBeTruthy();
    expect(asked).toEqual([]);
  });
});

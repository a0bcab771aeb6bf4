import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { transact } from "@/db/client";
import { makeByline, makePublishedArticle, makeSection, makeStaff, makeTopic } from "@/db/factories";
import { revisions, searchEntries } from "@/db/schema";
import { EMPTY_ARTICLE } from "@/domain/articles/article";
import { createArticle, saveDraft } from "@/domain/articles/editing";
import { publishArticle, unpublishArticle } from "@/domain/articles/publication";
import type { Actor } from "@/domain/people/staff";
import { Particulars } from "@/domain/taxonomy/byline";
import { editByline } from "@/domain/taxonomy/byline-keeping";
import { renameTopic } from "@/domain/taxonomy/topic-keeping";
import { catchUp, isIndexBehind } from "./indexing";
import { search } from "./published";
import type { SearchAsked } from "./search";

const ZONE = "Europe/Helsinki";
let owner: Actor;
beforeAll(async () => {
  owner = await makeStaff({ role: "owner" });
});

const paragraph = (text: string) => ({ type: "paragraph" as const, content: [{ type: "text" as const, text }] });

type Said = Partial<Omit<typeof EMPTY_ARTICLE, "body">> & { body?: string };

/** A story put before readers by the newsroom's own verbs. */
async function publish({ body = "Words.", ...said }: Said) {
  const { subjectId: id } = await createArticle(owner);
  const sectionId = said.sectionId ?? (await makeSection()).id;
  const bylineIds = said.bylineIds ?? [(await makeByline({ name: "Nobody" })).id];
  const content = { ...EMPTY_ARTICLE, headline: "A headline", ...said, sectionId, bylineIds };
  const save = async (changed: Said, version: number) => {
    const { body: text = body, ...others } = changed;
    const saved = { ...content, ...others, body: { version: 1 as const, blocks: [paragraph(text)] } };
    const result = await saveDraft(owner, { id, version, content: saved });
    if (!("saved" in result)) throw new Error("conflict");
    return result.saved.version;
  };
  const version = await save({}, 1);
  await publishArticle(owner, { id, version });
  return { id, version, save, sectionId, bylineIds };
}

const ask = (typed: string, more: Partial<SearchAsked> = {}) =>
  search({ typed, order: "best", page: 1, ...more }, ZONE);

async function found(typed: string, more: Partial<SearchAsked> = {}) {
  return (await ask(typed, more))?.results.map(({ card }) => card.headline) ?? [];
}

describe("what is findable is what readers see, at once", () => {
  test("a draft is not found; publishing makes it found, by each of its texts", async () => {
    const { subjectId: id } = await createArticle(owner);
    const [section, byline, topic] = [
      await makeSection(),
      await makeByline({ name: "Wilhelmina Oosterbeek" }),
      await makeTopic({ name: "Lighthouses" }),
    ];
    const content = {
      ...EMPTY_ARTICLE,
      headline: "Quokkas at the pier",
      standfirst: "A marsupial mystery.",
      kicker: "Bestiary",
      body: { version: 1 as const, blocks: [paragraph("They came by the evening ferry.")] },
      sectionId: section.id,
      bylineIds: [byline.id],
      topicIds: [topic.id],
    };
    const result = await saveDraft(owner, { id, version: 1, content });
    if (!("saved" in result)) throw new Error("conflict");
    const words = ["quokkas", "marsupial", "bestiary", "evening ferry", "oosterbeek", "lighthouses"];
    for (const word of words) expect(await found(word), word).toEqual([]);
    await publishArticle(owner, { id, version: result.saved.version });
    for (const word of words) expect(await found(word), word).toEqual(["Quokkas at the pier"]);
  });

  test("after an update the old words find nothing, and before it the new ones do not", async () => {
    const story = await publish({ headline: "Zeppelin lands", body: "A zeppelin." });
    const version = await story.save({ headline: "Gyrocopter lands", body: "A gyrocopter." }, story.version);
    expect(await found("zeppelin")).toEqual(["Zeppelin lands"]);
    expect(await found("gyrocopter")).toEqual([]);
    await publishArticle(owner, { id: story.id, version });
    expect(await found("zeppelin")).toEqual([]);
    expect(await found("gyrocopter")).toEqual(["Gyrocopter lands"]);
  });

  test("what is unpublished is found no more, and what is published again is", async () => {
    const story = await publish({ headline: "Xylophone stolen" });
    await unpublishArticle(owner, { id: story.id });
    expect(await found("xylophone")).toEqual([]);
    const version = await story.save({ standfirst: "Again." }, story.version);
    await publishArticle(owner, { id: story.id, version });
    expect(await found("xylophone")).toEqual(["Xylophone stolen"]);
  });

  test("a publish that fails leaves what is found as it was", async () => {
    const story = await publish({ headline: "Bassoon tuned" });
    const version = await story.save({ headline: "Contrabassoon tuned", slug: "taken" }, story.version);
    await makePublishedArticle({ sectionId: story.sectionId, slug: "taken" });
    await expect(publishArticle(owner, { id: story.id, version })).rejects.toThrow();
    expect(await found("bassoon")).toEqual(["Bassoon tuned"]);
    expect(await found("contrabassoon")).toEqual([]);
  });

  test("a byline and a topic are found by their new names as soon as they have them", async () => {
    const byline = await makeByline({ name: "Oldname Writer" });
    const topic = await makeTopic({ name: "Oldtopic" });
    await publish({ headline: "Named", bylineIds: [byline.id], topicIds: [topic.id] });
    const { id, title, bio } = byline;
    await editByline(owner, {
      id,
      name: "Newname Writer",
      title,
      bio,
      portraitAssetId: null,
      particulars: Particulars.parse({}),
    });
    await renameTopic(owner, { id: topic.id, name: "Newtopic" });
    for (const word of ["oldname", "oldtopic"]) expect(await found(word)).toEqual([]);
    for (const word of ["newname", "newtopic"]) expect(await found(word)).toEqual(["Named"]);
  });
});

describe("words", () => {
  test("accents, capitals and endings make no difference, in either direction", async () => {
    await publish({ headline: "Café Ångström reopened", body: "The bridges’ painters were running. Łódź, Straße." });
    for (const typed of [
      "cafe angstrom",
      "CAFÉ ÅNGSTRÖM",
      "bridge",
      "painter",
      "runs",
      "reopening",
      "lodz",
      "strasse",
    ]) {
      expect(await found(typed), typed).toEqual(["Café Ångström reopened"]);
    }
  });

  test("all words must be there; quoted ones in a row; none with a minus; the last may be unfinished", async () => {
    await publish({ headline: "One", body: "The walrus sang beside the moored dinghy." });
    await publish({ headline: "Two", body: "A dinghy; later, a walrus." });
    expect((await found("walrus dinghy")).sort()).toEqual(["One", "Two"]);
    expect(await found('"moored dinghy"')).toEqual(["One"]);
    expect(await found("“moored dinghy”")).toEqual(["One"]);
    expect(await found("walrus -moored")).toEqual(["Two"]);
    expect(await found('walrus -"sang beside"')).toEqual(["Two"]);
    expect((await found("walr")).sort()).toEqual(["One", "Two"]);
    expect(await found("walr dinghy")).toEqual([]);
    expect((await found("walr* dinghy")).sort()).toEqual(["One", "Two"]);
    expect(await found("walrus submarine")).toEqual([]);
  });

  test("a word in the headline is worth more than in a name, and that more than in the body", async () => {
    const topic = await makeTopic({ name: "Porcupines" });
    await publish({ headline: "In the body", body: "It was a porcupine, they said." });
    await publish({ headline: "In the topic", topicIds: [topic.id] });
    await publish({ headline: "Porcupine" });
    expect(await found("porcupine")).toEqual(["Porcupine", "In the topic", "In the body"]);
    expect(await found("porcupine", { order: "newest" })).toEqual(["Porcupine", "In the topic", "In the body"]);
  });
});

describe("any script", () => {
  const stories: [headline: string, ...asked: string[]][] = [
    ["東京都知事が新しい橋を発表", "東京", "京都知事", "知事", "橋", "新しい橋", "東京の知事", '"橋を発表"'],
    ["ｶﾞﾗｽの塔と２０２６年", "ガラス", "2026"],
    ["上海港口罢工结束", "上海", "港口", "罢工结束", "上海罢工", "港"],
    ["서울에서 배가 떠났다", "서울", "서울에서", "배가"],
    ["เรือข้ามฟากกลับมาแล้ว", "เรือ", "ข้ามฟาก", "กลับมา"],
    ["هل يُعاد فتح المِينَاء القَدِيم؟", "الميناء", "ميناء", "المينـاء", "القديمة", "المين"],
    ["أسعار الخبز في الأسواق", "اسعار", "أسواق أسعار", "خبز", "الخُبْز"],
    ["מכתב מהנָמֵל הישן", "מהנמל", "מכתב הישן"],
    ["हिन्दी में बन्दरगाह", "हिन्दी", "बन्दरगाह", "बन्दर"],
    ["Новый причал открыт", "новый", "НОВЫЙ", "прич"],
    ["Το λιμάνι ξανάνοιξε ΟΔΟΣ", "λιμανι", "οδός"],
    ["İstanbul'da vapur", "istanbul", "ISTANBUL"],
    ["نامهٔ کشتی می‌رود", "کشتی", "كشتي"],
    ["نرخ ۱۴۰۵ تومان", "1405"],
  ];
  beforeAll(async () => {
    for (const [headline] of stories) await publish({ headline });
  });
  for (const [headline, ...asked] of stories) {
    test(`${headline} is found`, async () => {
      for (const typed of asked) expect(await found(typed), typed).toContain(headline);
    });
  }
});

describe("what was looked for is marked", () => {
  const told = (parts: { text: string; marked: boolean }[] | undefined) =>
    parts?.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");

  test("in the headline, and in the part of the text that says most of it", async () => {
    const filler = "Nothing of note happened on the quay that day. ".repeat(20);
    await publish({
      headline: "Ambergris & <b>ferries</b>",
      body: `Ambergris first. ${filler}The ferries’ crew sold ambergris to a perfumer. ${filler}`,
    });
    const page = await ask("ambergris ferry perf");
    expect(told(page?.results[0]?.headline)).toBe("[Ambergris] & <b>[ferries]</b>");
    const fragment = told(page?.results[0]?.fragment);
    expect(fragment).toMatch(/^… .*\[ferries\]’ crew sold \[ambergris\] to a \[perfumer\]\..* …$/);
    expect(fragment?.length).toBeLessThan(300);
  });

  test("phrases as a whole, and words of any script where they stand", async () => {
    await publish({ headline: "港口罢工：上海" });
    expect(told((await ask("罢工"))?.results[0]?.headline)).toBe("港口[罢工]：上海");
    await publish({ headline: "The very old Kraken returns" });
    expect(told((await ask('"old kraken"'))?.results[0]?.headline)).toBe("The very [old Kraken] returns");
    await publish({ headline: "فتح الميناء القديم" });
    expect(told((await ask("ميناء قديم"))?.results[0]?.headline)).toBe("فتح [الميناء] [القديم]");
  });
});

describe("filters and pages", () => {
  test("section, topic, byline and days narrow a search, and together", async () => {
    const [section, topic, byline] = [
      await makeSection(),
      await makeTopic({ name: "Narrowing" }),
      await makeByline({ name: "Narrow Writer" }),
    ];
    await publish({ headline: "Yak one", sectionId: section.id });
    await publish({ headline: "Yak two", topicIds: [topic.id], bylineIds: [byline.id] });
    await publish({ headline: "Yak three", topicIds: [topic.id] });
    expect(await found("yak", { section: section.slug })).toEqual(["Yak one"]);
    expect((await found("yak", { topic: topic.slug })).sort()).toEqual(["Yak three", "Yak two"]);
    expect(await found("yak", { topic: topic.slug, byline: byline.slug })).toEqual(["Yak two"]);
    expect(await found("yak", { section: section.slug, topic: topic.slug })).toEqual([]);
    expect(await found("yak", { section: "no-such", from: "yesterday", to: "2026-02-30" })).toHaveLength(3);
    const page = await ask("yak");
    expect(page?.topics).toEqual([{ name: topic.name, slug: topic.slug }]);
    expect(page?.bylines).toContainEqual({ name: byline.name, slug: byline.slug });
    expect(await found(`${section.id}`)).toEqual([]);
    expect(await found(`s${section.id} yak`)).toEqual([]);
  });

  test("a day begins and ends at the midnights of the publication's zone, where clocks change too", async () => {
    // Helsinki sets its clocks on 29 March 2026; its 28th ends at 22:00 UTC, its 29th at 21:00.
    const at = {
      a: "2026-03-28T21:59:59.999Z",
      b: "2026-03-28T22:00:00Z",
      c: "2026-03-29T20:59:59.999Z",
      d: "2026-03-29T21:00:00Z",
    };
    for (const [name, time] of Object.entries(at)) {
      await makePublishedArticle({ headline: `Ibex ${name}`, publishedAt: new Date(time) });
    }
    await catchUp();
    const days = { from: "2026-03-29", to: "2026-03-29", order: "newest" as const };
    expect(await found("ibex", days)).toEqual(["Ibex c", "Ibex b"]);
    expect(await found("ibex", { ...days, from: undefined })).toEqual(["Ibex c", "Ibex b", "Ibex a"]);
    expect(await found("ibex", { ...days, to: undefined })).toEqual(["Ibex d", "Ibex c", "Ibex b"]);
  });

  test("many are turned page by page, each once, and counted", async () => {
    const section = await makeSection();
    const publishedAt = new Date("2026-01-01T12:00:00Z");
    for (let n = 0; n < 45; n++) {
      await makePublishedArticle({ headline: `Lemming ${n}`, sectionId: section.id, publishedAt });
    }
    await catchUp();
    for (const order of ["best", "newest"] as const) {
      const seen = new Set<string>();
      let page = 0;
      for (
        let list = await ask("lemming", { order, page: ++page });
        list;
        list = await ask("lemming", { order, page: ++page })
      ) {
        for (const { card } of list.results) seen.add(card.headline);
        expect(list.hasMore).toBe(page < 3);
        expect([list.count, list.uncounted]).toEqual([45, false]);
      }
      expect(seen.size).toBe(45);
    }
    expect(await ask("lemming", { page: 51 })).toBeNull();
  }, 30_000);
});

describe("nothing is wrong to type", () => {
  test("what says nothing asks for nothing", async () => {
    for (const typed of ["", " ", '"', '""', "-", "- -", "*", "🦀", "؟!", "-word", '-"a b"', "\0"]) {
      expect(await ask(typed), JSON.stringify(typed)).toBeNull();
    }
  });

  test("any text at all is answered", async () => {
    const pieces = [
      ...[
        '"',
        "'",
        "-",
        "*",
        "^",
        "+",
        "(",
        ")",
        "{",
        "}",
        ":",
        ",",
        "\\",
        "\0",
        "%",
        "_",
        "\ud800",
        "\u202e",
        " ",
        "\n",
        "\u3000",
      ],
      ...[
        "AND",
        "OR",
        "NOT",
        "NEAR(",
        "headline:",
        "shelves : s1",
        "rowid",
        "walrus",
        "é",
        "東京",
        "ميناء",
        "🦀👩‍🚀",
        "ﷺ",
        "½",
        "ﬁ",
        "İ",
        "ẞ",
      ],
      ...["a".repeat(10_000), "東".repeat(10_000), '"a" '.repeat(3000), "\u0301".repeat(500), "1".repeat(500)],
    ];
    let seed = 20261125;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      return seed % below;
    };
    for (let n = 0; n < 300; n++) {
      const typed = Array.from({ length: 1 + random(12) }, () => pieces[random(pieces.length)]).join(
        random(2) ? " " : "",
      );
      const answered = await ask(typed, { order: random(2) ? "best" : "newest" }).catch((error) => error);
      expect(answered, JSON.stringify(typed.slice(0, 300))).not.toBeInstanceOf(Error);
    }
  }, 30_000);

  test("where nothing is found, stories are offered that hold some of the words", async () => {
    await publish({ headline: "Cassowary escapes" });
    const page = await ask("cassowary nonexistentword");
    expect(page?.results).toEqual([]);
    expect(page?.looser.map(({ card }) => card.headline)).toEqual(["Cassowary escapes"]);
  });
});

describe("catching up", () => {
  beforeEach(async () => {
    await catchUp();
  });

  test("a database from before there was an index is indexed, newest first, and may be broken off", async () => {
    for (let n = 0; n < 3; n++) {
      await makePublishedArticle({ headline: `Narwhal ${n}`, publishedAt: new Date(Date.UTC(2020, 0, n + 1)) });
    }
    expect(await isIndexBehind()).toBe(true);
    expect(await catchUp()).toBe(3);
    expect(await isIndexBehind()).toBe(false);
    expect(await found("narwhal", { order: "newest" })).toEqual(["Narwhal 2", "Narwhal 1", "Narwhal 0"]);
    expect(await catchUp()).toBe(0);
  });

  test("what was taken apart in an older way is done anew", async () => {
    await publish({ headline: "Okapi" });
    await transact(async (tx) => tx.update(searchEntries).set({ version: 0 }));
    expect(await isIndexBehind()).toBe(true);
    await catchUp();
    expect(await isIndexBehind()).toBe(false);
    expect(await found("okapi")).toEqual(["Okapi"]);
  });
});

test("a story whose body a newer version wrote is found by its headline, and harms no other", async () => {
  const kept = await makePublishedArticle({ headline: "Quetzal arrives" });
  const broken = await makePublishedArticle({ headline: "Quetzal leaves" });
  const body = { version: 999 };
  await transact((tx) => tx.update(revisions).set({ body }).where(eq(revisions.articleId, broken.article.id)));
  await transact((tx) => tx.delete(searchEntries));
  await catchUp();
  const found = (await search({ typed: "quetzal", order: "best", page: 1 }, "UTC"))?.results ?? [];
  expect(found.map(({ card }) => card.headline).sort()).toEqual(
    [kept, broken].map(({ content }) => content.headline).sort(),
  );
});

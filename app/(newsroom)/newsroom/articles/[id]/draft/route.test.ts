import { beforeEach, describe, expect, test, vi } from "vitest";
import { makeStaff } from "@/db/factories";
import { EMPTY_ARTICLE } from "@/domain/articles/article";
import { createArticle } from "@/domain/articles/editing";
import type { Actor } from "@/domain/people/staff";
import { Refusal } from "@/lib/refusal";
import { GET, PUT } from "./route";

const signedIn = vi.hoisted(() => ({ actor: null as Actor | null }));
// Next's own modules want Next around them; a route handler that answers JSON needs neither.
vi.mock("next/navigation", () => ({}));
vi.mock("next/cache", () => ({}));
vi.mock("@/app/_kit/session", () => ({
  requireActor: async () => {
    if (!signedIn.actor) throw new Refusal("signed-out", "You are signed out.");
    return signedIn.actor;
  },
}));

const FROM_HERE = { origin: "http://localhost:3000" };
const put = (body: unknown, headers: HeadersInit = FROM_HERE) => {
  const address = "http://site.test/newsroom/articles/x/draft";
  return PUT(new Request(address, { method: "PUT", body: JSON.stringify(body), headers }));
};

let id: string;
beforeEach(async () => {
  signedIn.actor = await makeStaff({ name: "Ada" });
  id = (await createArticle(signedIn.actor)).subjectId;
});

test("where a draft stands is answered to whoever may read it", async () => {
  const get = () => GET(new Request("http://site.test/newsroom/articles/x/draft"), { params: Promise.resolve({ id }) });
  expect(await (await get()).json()).toEqual({
    version: 1,
    stage: "drafting",
    readers: "never",
    content: expect.objectContaining({ headline: "" }),
    savedAt: expect.any(String),
  });
  signedIn.actor = await makeStaff({ role: "contributor" });
  expect((await get()).status).toBe(404);
});

describe("saving a draft over HTTP", () => {
  test("answers the new version", async () => {
    const response = await put({ id, version: 1, content: { ...EMPTY_ARTICLE, headline: "One" } });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ saved: { version: 2, savedAt: expect.any(String) } });
  });

  test("answers 200 with the text that stands when somebody saved first", async () => {
    await put({ id, version: 1, content: { ...EMPTY_ARTICLE, headline: "First" } });
    const response = await put({ id, version: 1, content: { ...EMPTY_ARTICLE, headline: "Second" } });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      conflict: { version: 2, savedBy: "Ada", current: { headline: "First" }, keptRevisionId: expect.any(String) },
    });
  });

  test("refuses what is no article, naming the field", async () => {
    const response = await put({ id, version: 1, content: { ...EMPTY_ARTICLE, slug: "Not a slug" } });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "invalid", fields: { "content.slug": expect.any(String) } });
  });

  test("refuses what is too long to be a story", async () => {
    const response = await put({ id, version: 1, content: { ...EMPTY_ARTICLE, headline: "x".repeat(5_000_000) } });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: "too-large" });
  });

  test("refuses lists within lists without end", async () => {
    let list = '{"type":"paragraph"}';
    for (let depth = 0; depth < 20_000; depth++) {
      list = `{"type":"bulletList","content":[{"type":"listItem","content":[${list}]}]}`;
    }
    const sent = JSON.stringify({ id, version: 1, content: EMPTY_ARTICLE }).replace(
      '"blocks":[]',
      `"blocks":[${list}]`,
    );
    const response = await PUT(new Request("http://site.test/", { method: "PUT", headers: FROM_HERE, body: sent }));
    expect(response.status).toBe(422);
  });

  test.each([
    [{ origin: "null" }],
    [{ origin: "no address" }],
    [{ origin: "https://example.com" }],
    [{ origin: "http://site.test:81", host: "site.test" }],
    [{}],
    [{ "sec-fetch-site": "same-origin" }],
    [{ ...FROM_HERE, "sec-fetch-site": "same-site" }],
    [{ ...FROM_HERE, "sec-fetch-site": "cross-site" }],
  ])("refuses another site: %o", async (headers) => {
    expect((await put({ id, version: 1, content: EMPTY_ARTICLE }, headers)).status).toBe(403);
  });

  test("answers its own site, by its address and by the host that was asked", async () => {
    const save = { id, version: 1, content: EMPTY_ARTICLE };
    expect((await put(save, { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await put(save, { origin: "http://site.test", host: "site.test" })).status).toBe(200);
  });

  test("refuses nobody with 401, and a reporter on another's article with 403", async () => {
    signedIn.actor = await makeStaff({ role: "reporter" });
    expect((await put({ id, version: 1, content: EMPTY_ARTICLE })).status).toBe(403);
    signedIn.actor = null;
    expect((await put({ id, version: 1, content: EMPTY_ARTICLE })).status).toBe(401);
  });
});

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

const put = (body: unknown) =>
  PUT(new Request("http://site.test/newsroom/articles/x/draft", { method: "PUT", body: JSON.stringify(body) }));

let id: string;
beforeEach(async () => {
  signedIn.actor = await makeStaff({ name: "Ada" });
  id = (await createArticle(signedIn.actor)).subjectId;
});

test("where a draft stands is answered to whoever may read it", async () => {
  const get = () => GET(new Request("http://site.test/newsroom/articles/x/draft"), { params: Promise.resolve({ id }) });
  expect(await (await get()).json()).toEqual({ version: 1, state: "draft" });
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

  test("refuses nobody with 401, and a reporter on another's article with 403", async () => {
    signedIn.actor = await makeStaff({ role: "reporter" });
    expect((await put({ id, version: 1, content: EMPTY_ARTICLE })).status).toBe(403);
    signedIn.actor = null;
    expect((await put({ id, version: 1, content: EMPTY_ARTICLE })).status).toBe(401);
  });
});

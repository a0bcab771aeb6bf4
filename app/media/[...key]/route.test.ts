import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { findActor } from "@/app/_kit/session";
import { transact } from "@/db/client";
import { makeAsset, makePublishedArticle, makeRendition, makeStaff } from "@/db/factories";
import { publications } from "@/db/schema";
import { firstUseOf } from "@/domain/articles/body";
import { renditionFile } from "@/domain/media/files";
import { log } from "@/lib/log";
import { GET } from "./route";

vi.mock("@/app/_kit/session", () => ({ findActor: vi.fn() }));

const asset = await makeAsset();
const { key } = await makeRendition({ assetId: asset.id, format: "webp" });
mkdirSync(path.dirname(renditionFile(key)), { recursive: true });
writeFileSync(renditionFile(key), "pixels");

function ask(name = key, headers: Record<string, string> = {}, method = "GET") {
  const request = new Request(`http://localhost/media/${name}`, { method, headers });
  return GET(request, { params: Promise.resolve({ key: name.split("/") }) });
}

beforeEach(() => {
  vi.mocked(findActor).mockResolvedValue(null);
});

describe("/media/[key]", () => {
  test("an unpublished picture is not there for readers, and private for staff", async () => {
    expect((await ask()).status).toBe(404);
    expect((await ask()).headers.get("cache-control")).toBe("no-store");
    vi.mocked(findActor).mockResolvedValue(await makeStaff({ role: "contributor" }));
    const answer = await ask();
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    expect(await answer.text()).toBe("pixels");
  });

  test("an unpublished picture is not there either for staff from whom the library is kept", async () => {
    vi.mocked(findActor).mockResolvedValue({ ...(await makeStaff()), grants: { "article.read": "own" } });
    expect((await ask()).status).toBe(404);
  });

  test("a published picture is everyone's for good, asks for no session, and ends with its story", async () => {
    const lead = firstUseOf(asset);
    const { publication } = await makePublishedArticle({ lead });
    const answer = await ask();
    expect(await answer.text()).toBe("pixels");
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; sandbox",
      "content-type": "image/webp",
      "x-content-type-options": "nosniff",
      etag: `"${key}"`,
    });
    expect((await ask(key, {}, "HEAD")).headers.get("content-length")).toBe("6");
    expect((await ask(key, { "if-none-match": `"${key}"` })).status).toBe(304);
    expect((await ask(key, { range: "bytes=1-2" })).status).toBe(206);
    expect(findActor).not.toHaveBeenCalled();

    const ended = { endedAt: new Date() };
    await transact((tx) => tx.update(publications).set(ended).where(eq(publications.id, publication.id)));
    expect((await ask()).status).toBe(404);
  });

  test.each(["../masthead.db", "..%2f..%2fmasthead.db", `${"0".repeat(32)}.webp`, `x/${key}`])(
    "%s is nothing, even for staff",
    async (name) => {
      vi.mocked(findActor).mockResolvedValue(await makeStaff({ role: "owner" }));
      expect((await ask(name)).status).toBe(404);
    },
  );

  test("a file that is missing from the disk is told to the log, and is not there", async () => {
    const said = vi.spyOn(log, "error");
    const { key: lost } = await makeRendition({ assetId: asset.id });
    vi.mocked(findActor).mockResolvedValue(await makeStaff());
    expect((await ask(lost)).status).toBe(404);
    expect(said).toHaveBeenCalledOnce();
  });
});

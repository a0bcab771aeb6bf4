import { expect, test } from "vitest";
import { transact } from "@/db/client";
import { makePublishedArticle, makeSeries, makeStaff } from "@/db/factories";
import { publications } from "@/db/schema";
import { inSeries } from "@/domain/articles/published";
import { tag } from "@/domain/events/tags";
import { listSeries } from "./desk";
import { findSeries } from "./published";

test("a series is there for readers while a live story belongs to it, its first part first", async () => {
  const series = await makeSeries();
  const editor = await makeStaff({ role: "editor" });
  const seemsLive = async () => (await listSeries(editor, { search: series.name })).rows[0]?.live;
  expect(await seemsLive()).toBe(false);
  expect(await findSeries(series.slug)).toBeNull();
  const second = await makePublishedArticle({ seriesId: series.id, firstPublishedAt: new Date("2026-02-02") });
  const first = await makePublishedArticle({ seriesId: series.id, firstPublishedAt: new Date("2026-01-01") });
  await makePublishedArticle();

  expect(await seemsLive()).toBe(true);
  expect(await findSeries(series.slug)).toMatchObject({ id: series.id, name: series.name });
  const parts = await inSeries(series.id);
  expect(parts?.cards.map((card) => card.articleId)).toEqual([first.article.id, second.article.id]);
  expect(parts?.tags).toContain(tag.series(series.id));

  await transact((tx) => tx.update(publications).set({ endedAt: new Date() }));
  expect(await findSeries(series.slug)).toBeNull();
  expect((await inSeries(series.id))?.cards).toEqual([]);
});

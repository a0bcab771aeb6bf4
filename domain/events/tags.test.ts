import { expect, test } from "vitest";
import { tag, tagsFor } from "./tags";

const standing = { sectionIds: ["s"], topicIds: ["t1", "t2"], bylineIds: ["b"], seriesIds: ["r"], originalIds: ["o"] };

test("a story that comes, changes or goes touches itself and every list it stood or stands in", () => {
  const lists = [tag.section("s"), tag.topic("t1"), tag.topic("t2"), tag.byline("b"), tag.series("r")];
  const tags = [tag.stories, tag.article("a"), ...lists, tag.article("o")];
  for (const verb of ["article.published", "article.updated", "article.unpublished", "article.corrected"] as const) {
    expect(tagsFor({ verb, subjectId: "a", data: standing })).toEqual(tags);
  }
});

test("an event that does not say where its story stood touches everything", () => {
  expect(tagsFor({ verb: "article.unpublished", subjectId: "a" })).toContain(tag.all);
});

test("what readers do not see touches nothing", () => {
  for (const verb of ["article.edited", "article.submitted", "asset.uploaded", "staff.signed-in"] as const) {
    expect(tagsFor({ verb, subjectId: "a" })).toEqual([]);
  }
});

test("whoever comes to another role, or leaves, touches the pages that list the staff", () => {
  for (const verb of ["staff.role-changed", "staff.disabled", "staff.enabled"] as const) {
    expect(tagsFor({ verb, subjectId: "a" })).toEqual([tag.staff]);
  }
});

import { describe, expect, test } from "vitest";
import { articlesAddress, filtersOf } from "./list-filters";

describe("the list's filters", () => {
  test("are read from the address, and written back", () => {
    const asked = {
      search: "harbour bridge",
      stage: "review",
      readers: "changed",
      section: "s1",
      person: "p1",
      cursor: "1-a",
    };
    const filters = filtersOf(asked);
    expect(filters).toEqual({
      search: "harbour bridge",
      stage: "review",
      readers: "changed",
      sectionId: "s1",
      staffId: "p1",
      cursor: "1-a",
    });
    const query = new URL(articlesAddress(filters), "http://site.test").searchParams;
    expect(Object.fromEntries(query)).toEqual(asked);
  });

  test("leave out what is empty, unknown, given twice or too long", () => {
    expect(
      filtersOf({ search: "  ", stage: "lost", readers: "blind", section: ["s1", "s2"], person: "x".repeat(41) }),
    ).toEqual({
      sectionId: "s1",
    });
    expect(articlesAddress(filtersOf({}))).toBe("/newsroom/articles");
  });
});

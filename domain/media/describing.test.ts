import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeAsset, makeSettings, makeStaff } from "@/db/factories";
import { assets } from "@/db/schema";
import { describeAsset, readDescription } from "./describing";
import { DescribeAsset } from "./description";

await makeSettings({ timeZone: "Europe/Helsinki" });
const editor = await makeStaff();

const describing = async (given: Record<string, unknown>, kept: Parameters<typeof makeAsset>[0] = {}) => {
  const asset = await makeAsset(kept);
  await describeAsset(editor, DescribeAsset.parse({ id: asset.id, ...given }));
  return readDescription(editor, asset.id);
};
const refused = (given: Record<string, unknown>) =>
  DescribeAsset.safeParse({ id: "a", ...given }).error?.issues.map(({ path, message }) => `${path}: ${message}`);

describe("what is said of an asset", () => {
  test("is kept, every field of it, as a form sends it", async () => {
    const said = {
      ...{ alt: "A pier", caption: "The old pier", credit: "Jane Roe", creator: "Jane Roe", agency: "Nordpress" },
      ...{ source: "https://a.example/", place: "Turku", language: "Suomi", notes: "Ask her.", cost: "120 €" },
      ...{ copyrightNotice: "© Jane Roe", licence: "CC BY 4.0", usageTerms: "Editorial", restrictions: "No covers" },
      ...{ territory: "Finland", takenAt: "2026-02-03T10:11", people: "Aino Salo\r\nSalo, Bo; Ek", usesAllowed: "3" },
      keywords: " ferry, Ice  floe;ferry\nFERRY, ",
      validFrom: { at: "2026-03-01T00:00", turn: "" },
      validUntil: { at: "2026-06-01T12:30", turn: "" },
    };
    expect(await describing(said)).toEqual({
      ...said,
      language: "fi",
      people: ["Aino Salo", "Salo, Bo", "Ek"],
      keywords: ["ferry", "Ice floe"],
      usesAllowed: 3,
      validFrom: new Date("2026-02-28T22:00:00Z"),
      validUntil: new Date("2026-06-01T09:30:00Z"),
      uses: 0,
      credentials: null,
    });
  });

  test("is taken away by what is left empty, and a picture is decorative or undescribed", async () => {
    const kept = { place: "Turku", people: ["A"], usesAllowed: 2, validUntil: new Date(), takenAt: "2026-01-01" };
    const said = await describing({ decorative: "on", usesAllowed: "" }, { ...kept, alt: "A pier" });
    expect(said).toMatchObject({ alt: "", place: "", people: [], usesAllowed: null, validUntil: null, takenAt: "" });
    expect((await describing({ alt: " " }, { alt: "A pier" })).alt).toBeNull();
  });

  test.each([
    [{ takenAt: "2026-02-30" }, "takenAt: Enter a day, such as 2026-11-25, and the time if you know it."],
    [{ usesAllowed: "-1" }, "usesAllowed: Enter a whole number of stories, or nothing."],
    [{ usesAllowed: "many" }, "usesAllowed: Enter a whole number of stories, or nothing."],
    [{ language: "elvish" }, "language: Enter a language, such as English, Suomi or ar."],
    [{ keywords: "x".repeat(61) }, "keywords: A keyword has at most 60 characters."],
    [{ alt: "A", decorative: "on" }, "alt: A decorative picture has no alt text: clear it, or untick Decorative."],
  ])("is refused where it is wrong: %o", (given, message) => expect(refused(given)).toEqual([message]));
});

describe("the time in which it may be shown", () => {
  const untilOf = async (at: string, turn: "" | "first" | "second", kept: Date | null = null) =>
    (await describing({ validUntil: { at, turn } }, { validUntil: kept })).validUntil?.toISOString();
  const wrong = (message: RegExp, field: string) => ({
    code: "invalid",
    fields: { [field]: expect.stringMatching(message) },
  });

  test("is by the publication's clocks, on both nights on which they change", async () => {
    await expect(untilOf("2026-03-29T03:30", "")).rejects.toMatchObject(wrong(/03:30 does not come/, "validUntil.at"));
    await expect(untilOf("2026-10-25T03:30", "")).rejects.toMatchObject(wrong(/comes twice/, "validUntil.turn"));
    expect(await untilOf("2026-10-25T03:30", "first")).toBe("2026-10-25T00:30:00.000Z");
    expect(await untilOf("2026-10-25T03:30", "second")).toBe("2026-10-25T01:30:00.000Z");
  });

  test("stays to the millisecond where nobody touched it, also in the hour that comes twice", async () => {
    const odd = new Date("2026-10-25T01:30:12.345Z");
    expect(await untilOf("2026-10-25T03:30", "", odd)).toBe(odd.toISOString());
    expect(await untilOf("2026-10-25T03:30", "second", odd)).toBe(odd.toISOString());
    expect(await untilOf("2026-10-25T03:30", "first", odd)).toBe("2026-10-25T00:30:00.000Z");
  });

  test("may have gone by, and may not end before it begins", async () => {
    expect(await untilOf("2020-01-01T00:00", "")).toBe("2019-12-31T22:00:00.000Z");
    const backwards = { validFrom: { at: "2026-02-01T00:00" }, validUntil: { at: "2026-01-01T00:00" } };
    await expect(describing(backwards)).rejects.toMatchObject(wrong(/before they begin/, "validUntil.at"));
  });
});

test("whoever may not change it changes nothing", async () => {
  const asset = await makeAsset({ place: "Turku" });
  const reporter = await makeStaff({ role: "reporter" });
  const said = DescribeAsset.parse({ id: asset.id, place: "Oslo" });
  await expect(describeAsset(reporter, said)).rejects.toMatchObject({ code: "forbidden" });
  const [kept] = await db().select().from(assets).where(eq(assets.id, asset.id));
  expect(kept?.place).toBe("Turku");
});

describe("two people who describe a picture at once", () => {
  const opened = async () => {
    const { id } = await makeAsset({ caption: "A pier", place: "Turku", validUntil: new Date("2026-06-01T09:30:30Z") });
    const was = JSON.stringify(await readDescription(editor, id));
    const shown = { validUntil: { at: "2026-06-01T12:30", turn: "" }, caption: "A pier", place: "Turku" };
    const save = (changed: Record<string, unknown>) =>
      describeAsset(editor, DescribeAsset.parse({ id, ...shown, was, ...changed }));
    return { id, save };
  };

  test("each keep what the other changed elsewhere", async () => {
    const { id, save } = await opened();
    await save({ validUntil: { at: "2026-05-01T00:00", turn: "" }, keywords: "pier" });
    await save({ caption: "The old pier" });
    const said = await readDescription(editor, id);
    expect(said).toMatchObject({ caption: "The old pier", place: "Turku", keywords: ["pier"] });
    expect(said.validUntil).toEqual(new Date("2026-04-30T21:00:00Z"));
  });

  test("are told of what both changed, and the first is kept", async () => {
    const { id, save } = await opened();
    await save({ caption: "The new pier" });
    await expect(save({ caption: "The old pier", place: "Pori" })).rejects.toMatchObject({
      code: "conflict",
      fields: { caption: "Meanwhile somebody changed it to: The new pier." },
    });
    expect(await readDescription(editor, id)).toMatchObject({ caption: "The new pier", place: "Turku" });
  });

  test("saving twice from one form is no conflict with oneself", async () => {
    const { id, save } = await opened();
    const now = await save({ caption: "The old pier" });
    await save({ caption: "The very old pier", was: JSON.stringify(now) });
    expect((await readDescription(editor, id)).caption).toBe("The very old pier");
  });
});

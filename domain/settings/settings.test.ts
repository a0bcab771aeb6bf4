import { beforeEach, describe, expect, test } from "vitest";
import { db, transact } from "@/db/client";
import { makeSettings, makeStaff } from "@/db/factories";
import { bylines, events, sessions, settings, staff } from "@/db/schema";
import { signIn } from "@/domain/testing/signing-in";
import { readSettings } from "./desk";
import { editSettings } from "./editing";
import { readPublication } from "./published";
import { setUpByOwner, setUpPublication } from "./set-up";
import { Settings, SetUp, timeZones } from "./settings";

beforeEach(async () => {
  await transact(async (tx) => {
    for (const table of [events, sessions, bylines, staff, settings]) await tx.delete(table);
  });
});

const asked = {
  name: "The Harbour Post",
  tagline: "News from the quay",
  timeZone: "Europe/Helsinki",
  language: "en-GB",
  ownerName: "Jane Roe",
  email: "Jane@Example.test",
  password: "a fine new phrase",
};
const trail = async () => (await db().select().from(events)).map((event) => event.verb);
const browser = { address: "", userAgent: "" };

describe("set-up", () => {
  test("makes the publication and its owner, who can sign in and has a byline", async () => {
    await setUpPublication(SetUp.parse(asked));
    expect(await readPublication()).toEqual({
      name: "The Harbour Post",
      tagline: "News from the quay",
      timeZone: "Europe/Helsinki",
      language: "en-GB",
    });
    expect(await trail()).toEqual(["settings.created"]);
    await expect(signIn({ email: asked.email, password: asked.password }, browser)).resolves.toBeTypeOf("string");
    expect(await db().select().from(bylines)).toMatchObject([{ name: "Jane Roe", slug: "jane-roe" }]);
    expect(await db().select().from(staff)).toMatchObject([{ role: "owner", email: "jane@example.test" }]);
  });

  test("closes for good", async () => {
    await setUpPublication(SetUp.parse(asked));
    const again = setUpPublication(SetUp.parse({ ...asked, email: "other@example.test" }));
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    expect(await db().select().from(staff)).toHaveLength(1);
  });

  test("makes one owner when two people do it in the same moment", async () => {
    const results = await Promise.allSettled([
      setUpPublication(SetUp.parse(asked)),
      setUpPublication(SetUp.parse({ ...asked, email: "other@example.test" })),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().select().from(staff)).toHaveLength(1);
  });

  test("names every field that is wrong", () => {
    const parsed = SetUp.safeParse({
      name: " ",
      timeZone: "Mars/Olympus",
      language: "?",
      ownerName: "",
      email: "x",
      password: "short",
    });
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([
      "name",
      "timeZone",
      "language",
      "ownerName",
      "email",
      "password",
    ]);
  });
});

describe("an owner named in the environment", () => {
  const owner = { email: "Owner@Example.test", password: "a fine new phrase" };

  test("is made with a publication, once", async () => {
    expect(await setUpByOwner(owner)).toBe(true);
    expect(await readPublication()).toMatchObject({ name: "Masthead", timeZone: "UTC" });
    await expect(signIn({ ...owner }, browser)).resolves.toBeTypeOf("string");
    expect(await setUpByOwner({ ...owner, password: "another fine phrase" })).toBe(false);
    await expect(setUpPublication(SetUp.parse(asked))).rejects.toMatchObject({ code: "conflict" });
  });

  test("leaves a publication that is there as it is", async () => {
    await makeSettings({ name: "The Demonstration" });
    expect(await setUpByOwner(owner)).toBe(true);
    expect(await readPublication()).toMatchObject({ name: "The Demonstration" });
    expect(await trail()).toEqual(["staff.created"]);
  });
});

describe("settings", () => {
  test("are read and edited by owners only", async () => {
    await makeSettings();
    const owner = await makeStaff({ role: "owner" });
    const changed = Settings.parse({ name: "The Post", tagline: "", timeZone: "asia/tokyo", language: "PT-br" });
    await editSettings(owner, changed);
    expect(await readSettings(owner)).toEqual({
      name: "The Post",
      tagline: "",
      timeZone: "Asia/Tokyo",
      language: "pt-BR",
    });
    expect(await trail()).toEqual(["settings.edited"]);
    for (const role of ["editor", "reporter", "contributor"] as const) {
      const actor = await makeStaff({ role });
      await expect(editSettings(actor, changed)).rejects.toMatchObject({ code: "forbidden" });
      await expect(readSettings(actor)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("do not exist before set-up", async () => {
    const owner = await makeStaff({ role: "owner" });
    await expect(readSettings(owner)).rejects.toMatchObject({ code: "not-found" });
    await expect(editSettings(owner, Settings.parse(asked))).rejects.toMatchObject({ code: "not-found" });
  });

  test("take zones with summer time, not bare offsets", () => {
    expect(Settings.safeParse({ ...asked, timeZone: "+02:00" }).success).toBe(false);
    expect(Settings.safeParse({ ...asked, timeZone: "" }).success).toBe(false);
    expect(timeZones()).toContain("Europe/Helsinki");
    expect(timeZones()[0]).toBe("UTC");
  });
});

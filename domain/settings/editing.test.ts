import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { db, transact } from "@/db/client";
import { makeAsset, makeSettings, makeStaff } from "@/db/factories";
import { assetEntries, assets, events, likenessBands, renditions, settings } from "@/db/schema";
import { publicRendition } from "@/domain/media/serving";
import { uploadAsset } from "@/domain/media/upload";
import type { Actor } from "@/domain/people/staff";
import { Accent, EditAppearance, KeptAppearance } from "./appearance";
import { manageMachines, manageOrganisation, readChosenAppearance } from "./desk";
import { editAppearance, editMachines, editOrganisation } from "./editing";
import { Machines } from "./machines";
import { Organisation } from "./organisation";
import { readAppearance, readMachines, readOrganisation } from "./published";

let owner: Actor;

beforeEach(async () => {
  await transact(async (tx) => {
    await tx.delete(settings);
    await tx.delete(events);
    for (const of of [renditions, likenessBands, assetEntries, assets]) await tx.delete(of);
  });
  await makeSettings();
  owner = await makeStaff({ role: "owner" });
});

/** A picture in the library: a disc of one colour upon nothing. */
async function picture(width: number, height: number, fill: string): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><ellipse cx="50%" cy="50%" rx="40%" ry="40%" fill="${fill}"/></svg>`;
  const bytes = await sharp(Buffer.from(svg)).png().toBuffer();
  return (await uploadAsset(owner, { filename: "mark.png", bytes })).id;
}

const keyIn = (src: string | undefined) => (src ?? "").replace("/media/", "");
const chosen = (given: object) => EditAppearance.parse({ typeface: "newsreader", ...given });

describe("the looks", () => {
  test("are what the owner chose, from the next read on", async () => {
    const event = await editAppearance(owner, chosen({ accent: "#0B4F86", typeface: "source-serif" }));
    expect(event.verb).toBe("settings.edited");
    expect(await readAppearance()).toEqual({ accent: "#0b4f86", typeface: "source-serif", logo: null, icons: [] });
    expect(await readChosenAppearance(owner)).toMatchObject({ accent: "#0b4f86", logoAssetId: null });
  });

  test("show a logo as transparent as it is, in two sizes, whole", async () => {
    const logoAssetId = await picture(1600, 400, "#123456");
    await editAppearance(owner, chosen({ logoAssetId }));
    const { logo } = await readAppearance();
    expect(logo?.light.map(({ width, height }) => [width, height])).toEqual([
      [384, 96],
      [768, 192],
    ]);
    expect(logo?.dark).toEqual([]);
    const served = await publicRendition(keyIn(logo?.light[1]?.src));
    const { channels, isOpaque } = await sharp(served?.file).stats();
    expect([channels.length, isOpaque]).toEqual([4, false]);
  });

  test("show an icon in every size that is asked for, and on white where transparency would turn black", async () => {
    const iconAssetId = await picture(600, 300, "#654321");
    await editAppearance(owner, chosen({ iconAssetId }));
    const { icons } = await readAppearance();
    expect(icons.map(({ width, height }) => [width, height])).toEqual([32, 180, 192, 512].map((size) => [size, size]));
    const apple = await publicRendition(keyIn(icons[1]?.src));
    expect((await sharp(apple?.file).stats()).isOpaque).toBe(true);
  });

  test("make public the files of logo and icon alone, and no longer once another is chosen", async () => {
    const logoAssetId = await picture(800, 200, "#111111");
    const darkLogoAssetId = await picture(800, 200, "#eeeeee");
    await editAppearance(owner, chosen({ logoAssetId, darkLogoAssetId }));
    const { logo } = await readAppearance();
    const keys = [...(logo?.light ?? []), ...(logo?.dark ?? [])].map(({ src }) => keyIn(src));
    for (const key of keys) expect(await publicRendition(key)).toMatchObject({ type: "image/png" });
    const others = await db().select().from(renditions).where(eq(renditions.format, "webp"));
    expect(others.length).toBeGreaterThan(0);
    for (const { key } of others) expect(await publicRendition(key)).toBeNull();

    await editAppearance(owner, chosen({ logoAssetId: darkLogoAssetId }));
    expect(await publicRendition(keys[0] ?? "")).toBeNull();
    // Chosen again, it is made no second time.
    await editAppearance(owner, chosen({ logoAssetId }));
    expect((await readAppearance()).logo?.light.map(({ src }) => keyIn(src))).toEqual(keys.slice(0, 2));
  });

  test("take pictures from the library only, and colours that are some", async () => {
    const sound = await makeAsset({ kind: "audio" });
    for (const field of ["logoAssetId", "darkLogoAssetId", "iconAssetId"]) {
      for (const id of ["none", sound.id]) {
        const edit = editAppearance(owner, chosen({ [field]: id }));
        await expect(edit).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
      }
    }
    expect(
      EditAppearance.safeParse({ accent: "red", typeface: "comic" }).error?.issues.map(({ path }) => path[0]),
    ).toEqual(["accent", "typeface"]);
  });

  test("take no accent that cannot be read on light paper, and name the nearest that can", () => {
    const complaint = (accent: string) =>
      Accent.safeParse(accent)
        .error?.issues.map(({ message }) => message)
        .join();
    expect(complaint("#0b4f86")).toBeUndefined();
    expect(complaint("")).toBeUndefined();
    const [nearest = ""] = /#\w{6}/.exec(complaint("#ffd54a") ?? "") ?? [];
    expect(complaint("#ffd54a")).toContain("1.2 : 1");
    expect(complaint(nearest)).toBeUndefined();
  });

  test("stay as they were where a colour of old would not be taken today", () => {
    expect(KeptAppearance.parse({ accent: "#ffd54a" }).accent).toBe("#ffd54a");
    expect(KeptAppearance.parse({ accent: "yellow" }).accent).toBe("");
  });
});

test("the organisation and what machines are told are what the owner typed", async () => {
  const organisation = Organisation.parse({
    legalName: "The Halyard Trust",
    founded: "1998",
    emails: { general: "desk@paper.example" },
    profiles: "https://social.example/@paper\nhttps://video.example/paper",
  });
  await editOrganisation(owner, organisation);
  expect(await readOrganisation()).toMatchObject({
    legalName: "The Halyard Trust",
    emails: { general: "desk@paper.example", corrections: "" },
    profiles: ["https://social.example/@paper", "https://video.example/paper"],
  });
  const machines = Machines.parse({
    adsTxt: "ads.example, 1, DIRECT",
    security: { contact: "security@paper.example", languages: "en, fi" },
    webSubHub: "http://127.0.0.1:4000/",
  });
  await editMachines(owner, machines);
  expect(await readMachines()).toMatchObject({
    adsTxt: "ads.example, 1, DIRECT",
    security: { contact: "mailto:security@paper.example", languages: ["en", "fi"] },
    webSubHub: "http://127.0.0.1:4000/",
  });
});

test("what is wrong is said at its field", () => {
  const fieldsOf = (parsed: { error?: { issues: { path: PropertyKey[] }[] } }) =>
    parsed.error?.issues.map(({ path }) => path.join("."));
  expect(
    fieldsOf(
      Organisation.safeParse({
        founded: "long ago",
        phone: "none",
        emails: { newsroom: "x" },
        profiles: "http://a.example",
      }),
    ),
  ).toEqual(["founded", "phone", "emails.newsroom", "profiles"]);
  expect(
    fieldsOf(
      Machines.safeParse({
        security: { contact: "javascript:alert(1)", policy: "http://a.example", languages: "?" },
        indexNowKey: "short",
        indexNowEndpoint: "http://a.example",
        webSubHub: "file:///etc/passwd",
      }),
    ),
  ).toEqual([
    "security.contact",
    "security.policy",
    "security.languages",
    "indexNowKey",
    "indexNowEndpoint",
    "webSubHub",
  ]);
});

test("none but owners read or change any of it", async () => {
  for (const role of ["editor", "reporter", "contributor"] as const) {
    const actor = await makeStaff({ role });
    for (const attempt of [
      editAppearance(actor, chosen({})),
      editOrganisation(actor, Organisation.parse({})),
      editMachines(actor, Machines.parse({})),
      readChosenAppearance(actor),
      manageOrganisation(actor),
      manageMachines(actor),
    ])
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  }
});

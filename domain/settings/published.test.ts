import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { transact } from "@/db/client";
import {
  makeAboutPage,
  makeAsset,
  makeByline,
  makePublishedArticle,
  makeRendition,
  makeSettings,
  makeStaff,
} from "@/db/factories";
import { aboutPages, settings, staff } from "@/db/schema";
import type { Role } from "@/domain/people/staff";
import {
  aboutEntries,
  aboutLinks,
  findAbout,
  readAppearance,
  readMachines,
  readOrganisation,
  readPublication,
  staffNames,
} from "./published";

beforeEach(async () => {
  await transact(async (tx) => {
    await tx.delete(settings);
    await tx.delete(aboutPages);
  });
});

test("there is no publication until it has been set up", async () => {
  expect(await readPublication()).toBeNull();
  expect(await readAppearance()).toEqual({ accent: "", typeface: "newsreader", logo: null, icons: [] });

  await makeSettings({ name: "The Harbour Post", tagline: "News from the quay", timeZone: "Europe/Oslo" });

  expect(await readPublication()).toEqual({
    name: "The Harbour Post",
    tagline: "News from the quay",
    timeZone: "Europe/Oslo",
    language: "en",
  });
});

test("what nobody has said yet is empty, and nothing is fetched or pinged", async () => {
  await makeSettings();
  expect(await readOrganisation()).toMatchObject({ legalName: "", emails: { general: "" }, profiles: [] });
  expect(await readMachines()).toMatchObject({ adsTxt: "", indexNowKey: "", indexNowEndpoint: "", webSubHub: "" });
});

test("the logo is shown in the files that were made for it, smallest first", async () => {
  const [logo, icon] = [await makeAsset(), await makeAsset()];
  const png = { format: "png" as const, width: 100, height: 20 };
  const large = await makeRendition({ assetId: logo.id, ...png, width: 1000, height: 200 });
  const small = await makeRendition({ assetId: logo.id, ...png });
  const square = await makeRendition({ assetId: icon.id, ...png, crop: "1x1", width: 32, height: 32 });
  await makeSettings({
    logoAssetId: logo.id,
    iconAssetId: icon.id,
    appearance: { accent: "#0b4f86", typeface: "source-serif" },
  });
  expect(await readAppearance()).toEqual({
    accent: "#0b4f86",
    typeface: "source-serif",
    logo: {
      light: [
        { src: `/media/${small.key}`, width: 100, height: 20 },
        { src: `/media/${large.key}`, width: 1000, height: 200 },
      ],
      dark: [],
    },
    icons: [{ src: `/media/${square.key}`, width: 32, height: 32 }],
  });
});

test("a page about the paper is listed, in the order of the list, and opens, once it is published", async () => {
  await makeAboutPage({ slug: "ethics", title: "How we work", publishedAt: new Date() });
  await makeAboutPage({ slug: "who-we-are", title: "Who we are", publishedAt: new Date() });
  await makeAboutPage({ slug: "masthead", publishedAt: null });
  expect(await aboutLinks()).toEqual([
    { slug: "who-we-are", title: "Who we are" },
    { slug: "ethics", title: "How we work" },
  ]);
  expect((await aboutEntries())[0]).toMatchObject({ slug: "who-we-are", description: "What we say of ourselves." });
  expect(await findAbout("ethics")).toMatchObject({ title: "How we work", tags: ["frame"] });
  for (const slug of ["masthead", "contact", "elsewhere"]) expect(await findAbout(slug)).toBeNull();
});

test("the masthead names the staff who are credited with a live story, and nobody who has left", async () => {
  const [here, gone, silent] = [await makeStaff(), await makeStaff(), await makeStaff()];
  const byline = await makeByline({ name: "Aino Salo", staffId: here.id, title: "Editor" });
  const left = await makeByline({ name: "Left", staffId: gone.id });
  const guest = await makeByline({ name: "A guest" });
  await makeByline({ name: "Not yet", staffId: silent.id });
  await makePublishedArticle({ bylineIds: [byline.id, left.id, guest.id] });
  await transact((tx) => tx.update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, gone.id)));
  expect(await staffNames()).toEqual({
    names: [{ id: byline.id, slug: byline.slug, name: "Aino Salo", title: "Editor" }],
    tags: ["stories", "staff", `p:${byline.id}`],
  });
});

test("the masthead begins with those who answer for the paper", async () => {
  const named = async (name: string, role: Role) =>
    (await makeByline({ name, staffId: (await makeStaff({ role })).id })).id;
  const ids = [await named("Zoe", "contributor"), await named("Ada", "reporter"), await named("Yrsa", "editor")];
  await makePublishedArticle({ bylineIds: ids });
  const { names } = await staffNames();
  const ours = names.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  expect(ours).toEqual(["Yrsa", "Ada", "Zoe"]);
});

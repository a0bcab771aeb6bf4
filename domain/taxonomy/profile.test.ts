import { expect, test } from "vitest";
import { makeAsset, makeByline, makePublishedArticle, makeStaff } from "@/db/factories";
import { EditByline, EditOwnProfile } from "./byline";
import { editByline, editOwnProfile } from "./byline-keeping";
import { ownProfile, readByline } from "./desk";
import { findByline } from "./published";

const typed = {
  languages: "English, arabic, pt-BR",
  expertise: "Fisheries, Shipping law",
  location: "Ostmere",
  email: "jane@paper.example",
  phone: "+44 20 7946 0000",
  links: [
    { label: "Mastodon", url: "https://social.example/@jane" },
    { label: "", url: "" },
  ],
};
const kept = {
  languages: ["en", "ar", "pt-BR"],
  expertise: ["Fisheries", "Shipping law"],
  location: "Ostmere",
  email: "jane@paper.example",
  phone: "+44 20 7946 0000",
  links: [{ label: "Mastodon", url: "https://social.example/@jane" }],
};

test("what an editor says of a person is what readers see of them", async () => {
  const editor = await makeStaff({ role: "editor" });
  const { id, slug } = await makeByline();
  await makePublishedArticle({ bylineIds: [id] });
  expect((await findByline(slug))?.particulars).toEqual({
    languages: [],
    expertise: [],
    location: "",
    email: "",
    phone: "",
    links: [],
  });
  await editByline(editor, EditByline.parse({ id, name: "Jane Roe", particulars: typed }));
  expect((await findByline(slug))?.particulars).toEqual(kept);
  expect((await readByline(editor, id)).particulars).toEqual(kept);
});

test("people write their own profile, whatever their role, and cannot give themselves a name or a title", async () => {
  for (const role of ["contributor", "reporter", "editor", "owner"] as const) {
    const actor = await makeStaff({ role });
    const byline = await makeByline({ staffId: actor.id, title: "Correspondent" });
    const asked = EditOwnProfile.parse({ bio: "Mine.", name: "Sir", title: "Editor-in-chief", particulars: typed });
    const event = await editOwnProfile(actor, asked);
    expect(event).toMatchObject({ verb: "byline.edited", subjectId: byline.id });
    expect(await ownProfile(actor)).toMatchObject({
      name: byline.name,
      title: "Correspondent",
      bio: "Mine.",
      particulars: kept,
    });
  }
});

test("without a byline there is no profile to write", async () => {
  const actor = await makeStaff({ role: "reporter" });
  expect(await ownProfile(actor)).toBeNull();
  await expect(editOwnProfile(actor, EditOwnProfile.parse({ bio: "X" }))).rejects.toMatchObject({ code: "not-found" });
});

test("what is wrong in a profile is said at the field where it stands", () => {
  const particulars = {
    languages: "English, Elvish",
    email: "not one",
    phone: "call me",
    links: [
      { label: "Site", url: "javascript:alert(1)" },
      { label: "", url: "https://a.example" },
    ],
  };
  const wrong = EditByline.safeParse({ id: "x", name: "Jane", particulars }).error?.issues ?? [];
  expect(wrong.map(({ path }) => path.join("."))).toEqual([
    "particulars.languages",
    "particulars.email",
    "particulars.phone",
    "particulars.links.0.url",
    "particulars.links.1.label",
  ]);
  expect(wrong[0]?.message).toContain("Elvish");
});

test("who may not see the library has the portrait all the same that stands in the profile they write", async () => {
  const actor = { ...(await makeStaff({ role: "contributor" })), grants: { "profile.edit": "own" as const } };
  const { id } = await makeAsset();
  await makeByline({ staffId: actor.id, portraitAssetId: id });
  expect(await ownProfile(actor)).toMatchObject({ portraitAssetId: id, portrait: { id } });
});

import { expect, test } from "vitest";
import { makeSection, makeStaff } from "@/db/factories";
import { saveDesk } from "./desk-keeping";
import { SaveDesk } from "./section-desk";

test.each([
  ["City desk", "city DESK"],
  ["École", "École"],
  ["Île", "ÎLE"],
])("no two desks are called the same: %s and %s", async (name, again) => {
  const owner = await makeStaff({ role: "owner" });
  const { id: sectionId } = await makeSection();
  const desk = SaveDesk.parse({ name, sectionIds: [sectionId], memberIds: [] });
  await saveDesk(owner, desk);
  await expect(saveDesk(owner, { ...desk, name: again })).rejects.toMatchObject({ code: "conflict" });
});

import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { saveAppearance } from "@/app/(newsroom)/newsroom/settings/actions";
import { AppearanceForm } from "@/components/newsroom/settings/appearance-form";
import { PageHeader } from "@/components/ui/page-header";
import { readChosenAppearance, readChosenPictures, readSettings } from "@/domain/settings/desk";

export const metadata: Metadata = { title: "Appearance" };

export default async function AppearancePage() {
  const actor = await currentActor();
  const [publication, chosen, pictures] = await read(
    Promise.all([readSettings(actor), readChosenAppearance(actor), readChosenPictures(actor)]),
  );
  return (
    <>
      <PageHeader
        title="Appearance"
        intro="How the paper looks to readers. They see a change as soon as it is saved."
      />
      <AppearanceForm action={saveAppearance} publication={publication} chosen={chosen} {...pictures} />
    </>
  );
}

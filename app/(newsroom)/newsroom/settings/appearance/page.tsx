import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { saveAppearance } from "@/app/(newsroom)/newsroom/settings/actions";
import { AppearanceForm } from "@/components/newsroom/settings/appearance-form";
import { PageHeader } from "@/components/ui/page-header";
import { readAsset } from "@/domain/media/desk";
import { readChosenAppearance, readSettings } from "@/domain/settings/desk";

export const metadata: Metadata = { title: "Appearance" };

export default async function AppearancePage() {
  const actor = await currentActor();
  const [publication, chosen] = await read(Promise.all([readSettings(actor), readChosenAppearance(actor)]));
  const picture = async (id: string | null) => (id ? readAsset(actor, id) : null);
  const [logo, darkLogo, icon] = await read(
    Promise.all([picture(chosen.logoAssetId), picture(chosen.darkLogoAssetId), picture(chosen.iconAssetId)]),
  );
  return (
    <>
      <PageHeader
        title="Appearance"
        intro="How the paper looks to readers. They see a change as soon as it is saved."
      />
      <AppearanceForm
        action={saveAppearance}
        publication={publication}
        chosen={chosen}
        logo={logo}
        darkLogo={darkLogo}
        icon={icon}
      />
    </>
  );
}

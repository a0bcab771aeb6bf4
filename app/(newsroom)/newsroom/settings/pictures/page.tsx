import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { savePictureDesk } from "@/app/(newsroom)/newsroom/settings/actions";
import { PicturesForm } from "@/components/newsroom/settings/pictures-form";
import { PageHeader } from "@/components/ui/page-header";
import { managePictureDesk } from "@/domain/settings/desk";

export const metadata: Metadata = { title: "Pictures" };

export default async function PicturesPage() {
  const actor = await currentActor();
  const pictureDesk = await read(managePictureDesk(actor));
  return (
    <>
      <PageHeader
        title="Pictures"
        intro="Nothing comes before readers outside its rights. What happens when they lapse while readers see it is chosen here."
      />
      <PicturesForm action={savePictureDesk} pictureDesk={pictureDesk} />
    </>
  );
}

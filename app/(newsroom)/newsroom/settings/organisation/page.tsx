import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { saveOrganisation } from "@/app/(newsroom)/newsroom/settings/actions";
import { OrganisationForm } from "@/components/newsroom/settings/organisation-form";
import { PageHeader } from "@/components/ui/page-header";
import { manageOrganisation } from "@/domain/settings/desk";

export const metadata: Metadata = { title: "Organisation" };

export default async function OrganisationPage() {
  const actor = await currentActor();
  const organisation = await read(manageOrganisation(actor));
  return (
    <>
      <PageHeader
        title="Organisation"
        intro="Who publishes the paper, for the contact page and for search engines. Whatever is left empty is not shown."
      />
      <OrganisationForm action={saveOrganisation} organisation={organisation} />
    </>
  );
}

import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { saveMachines } from "@/app/(newsroom)/newsroom/settings/actions";
import { MachinesForm } from "@/components/newsroom/settings/machines-form";
import { PageHeader } from "@/components/ui/page-header";
import { manageMachines } from "@/domain/settings/desk";

export const metadata: Metadata = { title: "Machines" };

export default async function MachinesPage() {
  const actor = await currentActor();
  const machines = await read(manageMachines(actor));
  return (
    <>
      <PageHeader
        title="Machines"
        intro="What advertising exchanges, security researchers and search engines are told, and who is told of what is new. Whatever is left empty is off."
      />
      <MachinesForm action={saveMachines} machines={machines} />
    </>
  );
}

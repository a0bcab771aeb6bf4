import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { saveWorkflow } from "@/app/(newsroom)/newsroom/settings/actions";
import { WorkflowForm } from "@/components/newsroom/settings/workflow-form";
import { PageHeader } from "@/components/ui/page-header";
import { manageWorkflow } from "@/domain/settings/desk";

export const metadata: Metadata = { title: "Workflow" };

export default async function WorkflowPage() {
  const actor = await currentActor();
  const workflow = await read(manageWorkflow(actor));
  return (
    <>
      <PageHeader title="Workflow" intro="How stories go through the newsroom before readers see them." />
      <WorkflowForm action={saveWorkflow} workflow={workflow} />
    </>
  );
}

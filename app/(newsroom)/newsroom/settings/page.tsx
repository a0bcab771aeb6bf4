import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { PageHeader } from "@/components/ui/page-header";
import { readSettings } from "@/domain/settings/desk";
import { timeZones } from "@/domain/settings/settings";
import { saveSettings } from "./actions";
import { SettingsForm } from "./form";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const actor = await currentActor();
  const settings = await read(readSettings(actor));
  return (
    <>
      <PageHeader title="Settings" intro="What the publication is called, and how it speaks of time." />
      <SettingsForm action={saveSettings} settings={settings} timeZones={timeZones()} />
    </>
  );
}

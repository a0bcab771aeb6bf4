import type { ReactNode } from "react";
import { findActor } from "@/app/_kit/session";
import { SettingsNav } from "@/components/newsroom/settings/settings-nav";
import { can } from "@/domain/people/staff";

/**
 * The way between the pages of the settings, for those who may open all of them. Each page refuses by itself: then nothing
 * of this is shown.
 */
export default async function SettingsPages({ children }: { children: ReactNode }) {
  const actor = await findActor();
  return (
    <>
      {actor && can(actor, "settings.manage") && <SettingsNav />}
      {children}
    </>
  );
}

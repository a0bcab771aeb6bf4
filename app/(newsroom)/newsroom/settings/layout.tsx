import type { ReactNode } from "react";
import { findActor } from "@/app/_kit/session";
import { Tabs } from "@/components/newsroom/tabs";
import { can } from "@/domain/people/staff";
import { routes } from "@/lib/routes";

const PAGES = [
  ["General", routes.newsroom.settings()],
  ["Appearance", routes.newsroom.settings("appearance")],
  ["Organisation", routes.newsroom.settings("organisation")],
  ["Workflow", routes.newsroom.settings("workflow")],
  ["Pictures", routes.newsroom.settings("pictures")],
  ["Machines", routes.newsroom.settings("machines")],
  ["House style", routes.newsroom.settings("style")],
] as const;

/**
 * The way between the pages of the settings, for those who may open all of them. Each page refuses by itself: then nothing
 * of this is shown.
 */
export default async function SettingsPages({ children }: { children: ReactNode }) {
  const actor = await findActor();
  return (
    <>
      {actor && can(actor, "settings.manage") && <Tabs label="Settings" pages={PAGES} />}
      {children}
    </>
  );
}

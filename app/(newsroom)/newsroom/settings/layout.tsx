import type { ReactNode } from "react";
import { SettingsNav } from "@/components/newsroom/settings/settings-nav";

/** The way between the pages of the settings, each of which refuses by itself: then nothing of this is shown. */
export default function SettingsPages({ children }: { children: ReactNode }) {
  return (
    <>
      <SettingsNav />
      {children}
    </>
  );
}

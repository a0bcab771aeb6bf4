"use server";

import { action } from "@/app/_kit/action";
import { editSettings } from "@/domain/settings/editing";
import { Settings } from "@/domain/settings/settings";

export const saveSettings = action(Settings, async (actor, input) => {
  await editSettings(actor, input);
});

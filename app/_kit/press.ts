import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { newId } from "@/lib/id";
import type { AskPress, PressReport, PressSays } from "@/lib/press-report";

/** How long the press may take to answer, in milliseconds. */
const PATIENCE = 5000;

/**
 * What the press says of itself. It started this process, and is asked over the channel between the two.
 * @returns null where no press stands in front: under the development server.
 * @throws Refusal "forbidden" to who may not change the settings
 */
export async function readPressReport(actor: Actor): Promise<PressReport | null> {
  authorize(actor, "settings.manage");
  // The development server has a parent too, which is no press.
  if (process.env.MASTHEAD_PRESS !== "1") return null;
  return new Promise((resolve, reject) => {
    const ask: AskPress = { masthead: "report?", id: newId() };
    const late = setTimeout(() => end(() => reject(new Error("The press did not answer"))), PATIENCE);
    const hear = (said: PressSays) => {
      if (said?.masthead === "report" && said.id === ask.id) end(() => resolve(said.report));
    };
    const end = (settle: () => void) => {
      clearTimeout(late);
      process.off("message", hear);
      settle();
    };
    process.on("message", hear);
    process.send?.(ask);
  });
}

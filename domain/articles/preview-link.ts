import { z } from "zod";
import { PlannedTime } from "./schedule";

/** How long a link may work, in days, besides until a time of one's own. */
export const PREVIEW_DAYS = [1, 7, 30] as const;

/** The longest that any link works, in days. */
export const LONGEST_PREVIEW_DAYS = 90;

export const SharePreview = z.object({
  id: z.string(),
  /** The version that whoever makes the link has before them. */
  version: z.coerce.number().int(),
  recipient: z
    .string()
    .trim()
    .min(1, "Say whom the link is for: you and others will know it by that.")
    .max(100, "Use at most 100 characters."),
  lasts: z.enum(["1", "7", "30", "until"], "Choose how long it works."),
  until: PlannedTime.optional(),
});
export type SharePreview = Omit<z.infer<typeof SharePreview>, "until"> & { until?: PlannedTime };

export const RevokePreview = z.object({ id: z.string() });
export type RevokePreview = z.infer<typeof RevokePreview>;

/** A link as the story's screen lists it. */
export type PreviewLink = {
  id: string;
  recipient: string;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  /** Whether whoever holds it can still open it. */
  state: "open" | "expired" | "revoked";
  openedAt: Date | null;
  /** Whether the draft was saved since: the link shows the text from before. */
  outdated: boolean;
};

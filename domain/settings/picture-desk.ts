import { z } from "zod";

/** What may happen to a picture that live stories show once its rights have lapsed. */
export const WHEN_LAPSED = ["warn", "placeholder"] as const;

/** How the picture desk works. */
export const PictureDesk = z.object({
  /** The desk alone is told; or readers are shown a placeholder until somebody sees to it. */
  whenLapsed: z.enum(WHEN_LAPSED, "Choose what happens.").default("warn"),
});
export type PictureDesk = z.infer<typeof PictureDesk>;

import { z } from "zod";

/** How stories go through the newsroom. */
export const Workflow = z.object({
  /** Whoever wrote a story may not put it before readers: somebody else has to have read it. */
  secondEyes: z.preprocess((given) => given === true || given === "yes", z.boolean()).default(false),
});
export type Workflow = z.infer<typeof Workflow>;

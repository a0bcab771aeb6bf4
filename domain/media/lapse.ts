import type { AssetSummary } from "./asset";

/** Something whose rights end while readers see it. */
export type Lapsing = {
  asset: AssetSummary;
  until: Date;
  hasLapsed: boolean;
  /** The live stories that show it, as far as the actor may read them, the newest first. */
  stories: { id: string; headline: string }[];
  /** Whether stories show it that the actor may not read. */
  hasOthers: boolean;
  /** Those whose portrait it is. */
  portraits: { id: string; name: string }[];
  /** Whether the actor may extend its rights. */
  mayEdit: boolean;
};

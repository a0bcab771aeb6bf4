import type { AssetSummary } from "@/domain/media/asset";
import { PictureField } from "./picture-field";

/** The choice of a byline's portrait. */
export function PortraitField({ initially, error }: { initially: AssetSummary | null; error?: string }) {
  return (
    <PictureField
      label="Portrait"
      name="portraitAssetId"
      hint="Shown square on the profile page, once this is saved."
      crop="1x1"
      initially={initially}
      error={error}
    />
  );
}

"use client";

import { useRouter } from "next/navigation";
import { ASSET_KINDS } from "@/domain/media/asset";
import { AssetFields, type EditAssetAction } from "./asset-fields";
import { UploadZone } from "./upload-zone";

/** The library's upload: each file, once it is there, can be described on the spot. */
export function LibraryUpload({ action, editable }: { action: EditAssetAction; editable: (string & {}) | "any" }) {
  const router = useRouter();
  return (
    <UploadZone
      className="mb-8"
      kinds={ASSET_KINDS}
      onUploaded={() => router.refresh()}
      uploaded={(asset) =>
        (editable === "any" || asset.uploadedBy.id === editable) && <AssetFields asset={asset} action={action} />
      }
    />
  );
}

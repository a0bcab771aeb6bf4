"use client";

import { useState } from "react";
import { Checkbox, TextArea, TextField } from "@/components/ui/field";
import { ActionForm, type FormFields } from "@/components/ui/form";
import { type AssetSummary, MAX_ALT, MAX_CAPTION, MAX_CREDIT } from "@/domain/media/asset";
import type { FormState } from "@/lib/form-state";

export type EditAssetAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** What is said of an asset: of a picture its alt text or that it is decorative; caption, credit. */
export function AssetFields({ asset, action }: { asset: AssetSummary; action: EditAssetAction }) {
  return (
    <ActionForm
      action={action}
      submit="Save"
      done="Saved."
      hidden={{ id: asset.id }}
      keep
      className="grid w-full gap-4"
    >
      {(fields) => <Fields asset={asset} fields={fields} />}
    </ActionForm>
  );
}

function Fields({ asset, fields }: { asset: AssetSummary; fields: FormFields }) {
  return (
    <>
      {asset.kind === "picture" && <AltField asset={asset} fields={fields} />}
      <TextArea
        label="Caption"
        name="caption"
        rows={2}
        maxLength={MAX_CAPTION}
        error={fields.error("caption")}
        defaultValue={fields.value("caption", asset.caption)}
      />
      <TextField
        label="Credit"
        name="credit"
        maxLength={MAX_CREDIT}
        hint="Who made or owns it, such as Jane Roe/Agency"
        error={fields.error("credit")}
        defaultValue={fields.value("credit", asset.credit)}
      />
    </>
  );
}

/** Alt text, or that there is none to be had. */
export function AltField({ asset, fields }: { asset: Pick<AssetSummary, "alt">; fields: FormFields }) {
  const [decorative, setDecorative] = useState(asset.alt === "");
  return (
    <div className="grid gap-2">
      <TextArea
        label="Alt text"
        name="alt"
        rows={2}
        maxLength={MAX_ALT}
        disabled={decorative}
        hint="What the picture shows, for those who do not see it"
        error={fields.error("alt")}
        defaultValue={fields.value("alt", asset.alt ?? "")}
      />
      <Checkbox
        label="Decorative"
        name="decorative"
        checked={decorative}
        onChange={(event) => setDecorative(event.target.checked)}
      />
    </div>
  );
}

"use client";

import { useState } from "react";
import { PictureField } from "@/components/newsroom/picture-field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import type { AssetSummary } from "@/domain/media/asset";
import { type EditAppearance, TYPEFACES, type Typeface } from "@/domain/settings/appearance";
import type { Publication } from "@/domain/settings/settings";
import { AccentField } from "./accent-field";
import { MastheadPreview } from "./masthead-preview";

const NAMES: Record<Typeface, { name: string; about: string }> = {
  newsreader: { name: "Newsreader", about: "Sharp and narrow, made for the screen. The house’s own." },
  "source-serif": { name: "Source Serif", about: "Wider and calmer, after the French transitionals." },
  system: { name: "The reader’s own", about: "What their device has. Nothing is fetched." },
};

/** How the paper looks, with what readers will see of it beside. */
export function AppearanceForm({
  action,
  publication,
  chosen,
  logo,
  darkLogo,
  icon,
}: {
  action: FormAction;
  publication: Publication;
  chosen: EditAppearance;
  logo: AssetSummary | null;
  darkLogo: AssetSummary | null;
  icon: AssetSummary | null;
}) {
  const [looks, setLooks] = useState({ accent: chosen.accent, typeface: chosen.typeface, logo, darkLogo });
  return (
    <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,34rem)_minmax(0,1fr)]">
      <ActionForm
        action={action}
        submit="Save appearance"
        done="Saved. Readers see it now."
        keep
        className="grid gap-7"
      >
        {({ error }) => (
          <>
            <AccentField
              label="Accent"
              hint="For what leads on: section names, rules, marks. Sections may have their own."
              own="Use the house’s own"
              initially={chosen.accent}
              error={error("accent")}
              onChange={(accent) => setLooks({ ...looks, accent })}
            />
            <fieldset className="grid gap-2">
              <legend className="mb-1.5 text-sm font-semibold">Typeface</legend>
              {TYPEFACES.map((typeface) => (
                <label
                  key={typeface}
                  className="flex cursor-pointer items-start gap-3 rounded-md border border-line bg-raised px-3 py-2.5 has-checked:border-ink"
                >
                  <input
                    type="radio"
                    name="typeface"
                    value={typeface}
                    defaultChecked={typeface === chosen.typeface}
                    onChange={() => setLooks({ ...looks, typeface })}
                    className="mt-1.5 size-4.5 shrink-0 accent-ink"
                  />
                  <span>
                    <span data-typeface={typeface} className="block font-serif text-xl leading-tight font-semibold">
                      {NAMES[typeface].name}
                    </span>
                    <span className="block text-sm text-muted">{NAMES[typeface].about}</span>
                  </span>
                </label>
              ))}
              {error("typeface") && <p className="text-sm font-semibold text-bad">{error("typeface")}</p>}
            </fieldset>
            <PictureField
              label="Logo"
              name="logoAssetId"
              hint="Stands in place of the paper’s name at the top of every page. A wide picture on a transparent ground does best."
              crop="whole"
              initially={logo}
              error={error("logoAssetId")}
              onChange={(picture) => setLooks({ ...looks, logo: picture })}
            />
            <PictureField
              label="Logo for dark paper"
              name="darkLogoAssetId"
              hint="Without it the logo stands on a light ground where paper is dark."
              crop="whole"
              initially={darkLogo}
              error={error("darkLogoAssetId")}
              onChange={(picture) => setLooks({ ...looks, darkLogo: picture })}
            />
            <PictureField
              label="Icon"
              name="iconAssetId"
              hint="A square picture for browsers’ tabs and home screens. At least 512 pixels wide does best."
              crop="whole"
              initially={icon}
              error={error("iconAssetId")}
            />
          </>
        )}
      </ActionForm>
      <div className="xl:sticky xl:top-9">
        <MastheadPreview name={publication.name} tagline={publication.tagline} {...looks} />
      </div>
    </div>
  );
}

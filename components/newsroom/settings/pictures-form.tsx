"use client";

import { TextArea } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import type { PictureDesk } from "@/domain/settings/picture-desk";

const CHOICES = [
  {
    value: "warn",
    label: "Warn the desk",
    hint: "Readers see it on until somebody extends its rights, replaces it or takes it out.",
  },
  {
    value: "placeholder",
    label: "Swap it for a placeholder",
    hint: "From that minute on readers see a quiet box in its story, and nothing of it in lists, feeds and shared links; its address answers that nothing is there. Once its rights are extended it is back at once.",
  },
] as const;

/** How the picture desk works. */
export function PicturesForm({ action, pictureDesk }: { action: FormAction; pictureDesk: PictureDesk }) {
  return (
    <ActionForm action={action} submit="Save" done="Saved." keep className="grid max-w-2xl gap-5">
      {(fields) => (
        <>
          <fieldset className="grid gap-3">
            <legend className="mb-2 font-semibold">When the rights to something that stories show have lapsed</legend>
            {CHOICES.map(({ value, label, hint }) => (
              <div key={value} className="flex items-start gap-2.5">
                <input
                  id={`lapsed-${value}`}
                  type="radio"
                  name="whenLapsed"
                  value={value}
                  defaultChecked={fields.value("whenLapsed", pictureDesk.whenLapsed) === value}
                  aria-describedby={`lapsed-${value}-hint`}
                  className="mt-0.5 size-6 shrink-0 accent-ink"
                />
                <div>
                  <label htmlFor={`lapsed-${value}`}>{label}</label>
                  <p id={`lapsed-${value}-hint`} className="text-sm text-muted">
                    {hint}
                  </p>
                </div>
              </div>
            ))}
          </fieldset>
          <TextArea
            label="Trusted signers of content credentials"
            name="trustedIssuers"
            rows={5}
            hint="Certificates in PEM, such as those of the C2PA trust list. Readers are told who signed a picture only where one of these vouches for it: anybody can sign in any name."
            error={fields.error("trustedIssuers")}
            defaultValue={fields.value("trustedIssuers", pictureDesk.trustedIssuers)}
          />
        </>
      )}
    </ActionForm>
  );
}

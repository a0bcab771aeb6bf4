"use client";

import { TextArea, TextField } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { CONTACT_KINDS, type ContactKind, type Organisation } from "@/domain/settings/organisation";
import { Group } from "./group";

const MAIL: Record<ContactKind, { label: string; hint?: string }> = {
  general: { label: "General e-mail" },
  newsroom: { label: "Newsroom e-mail", hint: "For tips and letters." },
  corrections: { label: "Corrections e-mail", hint: "For readers who found a mistake." },
  advertising: { label: "Advertising e-mail" },
};

/** Who publishes the paper. */
export function OrganisationForm({ action, organisation: of }: { action: FormAction; organisation: Organisation }) {
  return (
    <ActionForm
      action={action}
      submit="Save organisation"
      done="The organisation is saved."
      keep
      className="grid max-w-2xl gap-8"
    >
      {({ value, error }) => {
        const field = (name: string, initially: string) => ({
          name,
          defaultValue: value(name, initially),
          error: error(name),
        });
        return (
          <>
            <Group title="Who">
              <TextField
                label="Legal name"
                maxLength={200}
                hint="As the register of companies or associations has it."
                {...field("legalName", of.legalName)}
              />
              <TextField
                label="Founded"
                maxLength={10}
                hint="A year or a date, such as 1998 or 1998-04-02."
                {...field("founded", of.founded)}
              />
              <TextArea
                label="Ownership"
                maxLength={500}
                hint="Who owns and pays for it, in a sentence, for search engines. Readers are told on the about page of that name."
                {...field("ownership", of.ownership)}
              />
            </Group>
            <Group title="Where">
              <TextField label="Street" maxLength={200} {...field("street", of.street)} />
              <div className="grid items-start gap-5 sm:grid-cols-2">
                <TextField label="Postal code" maxLength={200} {...field("postalCode", of.postalCode)} />
                <TextField label="Town" maxLength={200} {...field("locality", of.locality)} />
                <TextField label="Region" maxLength={200} {...field("region", of.region)} />
                <TextField label="Country" maxLength={200} {...field("country", of.country)} />
              </div>
            </Group>
            <Group title="How to reach it">
              <TextField label="Telephone" inputMode="tel" maxLength={30} {...field("phone", of.phone)} />
              <div className="grid items-start gap-5 sm:grid-cols-2">
                {CONTACT_KINDS.map((kind) => (
                  <TextField
                    key={kind}
                    {...MAIL[kind]}
                    inputMode="email"
                    autoCapitalize="none"
                    spellCheck={false}
                    maxLength={254}
                    {...field(`emails.${kind}`, of.emails[kind])}
                  />
                ))}
              </div>
              <TextArea
                label="Elsewhere"
                rows={4}
                spellCheck={false}
                hint="Its pages on social networks, registers and encyclopaedias: one whole address a line."
                {...field("profiles", of.profiles.join("\n"))}
              />
            </Group>
          </>
        );
      }}
    </ActionForm>
  );
}

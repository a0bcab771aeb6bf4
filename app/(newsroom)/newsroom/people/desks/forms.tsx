"use client";

import { FormDialog } from "@/components/newsroom/form-dialog";
import { Checkbox, TextField } from "@/components/ui/field";
import type { FormAction, FormFields } from "@/components/ui/form";
import type { SectionDesk } from "@/domain/people/section-desk";
import { ROLE_NAMES, type Role } from "@/domain/people/staff";

type Choices = { people: { id: string; name: string; role: Role }[]; sections: { id: string; name: string }[] };

export function DeskDialog({ action, desk, choices }: { action: FormAction; desk?: SectionDesk; choices: Choices }) {
  return (
    <FormDialog
      open={desk ? "Edit" : "New desk"}
      about={desk && ` ${desk.name}`}
      openLook={desk ? "secondary" : "primary"}
      title={desk ? `Edit ${desk.name}` : "New desk"}
      action={action}
      hidden={desk && { id: desk.id }}
      submit="Save desk"
    >
      {(fields) => <DeskFields fields={fields} desk={desk} choices={choices} />}
    </FormDialog>
  );
}

function DeskFields({ fields, desk, choices }: { fields: FormFields; desk?: SectionDesk; choices: Choices }) {
  const people = choices.people.map(({ id, name, role }) => ({
    id,
    name: `${name}, ${ROLE_NAMES[role].toLowerCase()}`,
  }));
  return (
    <>
      <TextField
        label="Name"
        name="name"
        required
        maxLength={60}
        defaultValue={fields.value("name", desk?.name)}
        error={fields.error("name")}
      />
      <Choose
        label="Sections"
        name="sectionIds"
        choices={choices.sections}
        chosen={desk?.sections}
        error={fields.error("sectionIds")}
      />
      <Choose
        label="People"
        name="memberIds"
        choices={people}
        chosen={desk?.members}
        error={fields.error("memberIds")}
      />
    </>
  );
}

function Choose({
  label,
  name,
  choices,
  chosen = [],
  error,
}: {
  label: string;
  name: string;
  choices: { id: string; name: string }[];
  chosen?: { id: string }[];
  error?: string;
}) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-sm font-semibold">{label}</legend>
      <div className="grid max-h-60 gap-1.5 overflow-y-auto rounded-md border border-edge p-3">
        {choices.length === 0 && <p className="text-muted">There are none yet.</p>}
        {choices.map((each) => (
          <Checkbox
            key={each.id}
            label={each.name}
            name={name}
            value={each.id}
            defaultChecked={chosen.some(({ id }) => id === each.id)}
          />
        ))}
      </div>
      {error && <p className="text-sm font-semibold text-bad">{error}</p>}
    </fieldset>
  );
}

export function RemoveDeskDialog({ action, desk }: { action: FormAction; desk: SectionDesk }) {
  return (
    <FormDialog
      open="Remove"
      about={` ${desk.name}`}
      openLook="quiet"
      title={`Remove ${desk.name}?`}
      intro="Its people stay, and are no longer limited by it."
      action={action}
      hidden={{ id: desk.id }}
      submit="Remove desk"
      look="danger"
    />
  );
}

"use client";

import { Checkbox } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { ROLE_NAMES, ROLES, type Role } from "@/domain/people/staff";

/** Of which roles a second factor is asked. */
export function FactorRolesForm({ action, needed }: { action: FormAction; needed: Role[] }) {
  return (
    <ActionForm action={action} submit="Save" look="secondary" done="Saved." keep className="grid gap-4">
      {() => (
        <fieldset className="grid gap-2">
          <legend className="sr-only">Roles that need a second factor</legend>
          {ROLES.map((role) => (
            <Checkbox key={role} label={ROLE_NAMES[role]} name={role} defaultChecked={needed.includes(role)} />
          ))}
        </fieldset>
      )}
    </ActionForm>
  );
}

"use client";

import { RoleField } from "@/components/newsroom/role-field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import type { Role } from "@/domain/people/staff";

export function RoleForm({ action, id, role }: { action: FormAction; id: string; role: Role }) {
  return (
    <ActionForm
      action={action}
      hidden={{ id }}
      submit="Change role"
      look="secondary"
      done="The role is changed."
      className="grid max-w-lg gap-4"
    >
      {({ value, error }) => <RoleField value={value("role", role)} error={error("role")} />}
    </ActionForm>
  );
}

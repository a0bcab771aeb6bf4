"use client";

import { CopyLink } from "@/components/newsroom/copy-link";
import { RoleField } from "@/components/newsroom/role-field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
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

/** Makes a link to a new password and shows it, once: it is kept nowhere. */
export function ResetLinkForm({ action, id, name }: { action: FormAction; id: string; name: string }) {
  return (
    <ActionForm
      action={action}
      hidden={{ id }}
      submit="Make a password link"
      look="secondary"
      after={({ link = "" }) => (
        <Notice tone="good" role="status">
          <CopyLink
            key={link}
            label={`Link to a new password for ${name}`}
            link={link}
            hint="Copy it now and hand it to them: it is shown only this once."
          />
        </Notice>
      )}
    />
  );
}

"use client";

import { CopyLink } from "@/components/newsroom/copy-link";
import { RoleField } from "@/components/newsroom/role-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";

/** Invites somebody and shows their link, once: it is kept nowhere. */
export function InviteDialog({ action }: { action: FormAction }) {
  return (
    <Dialog
      title="Invite someone"
      intro="You get a link to hand to them. With it they choose a password and join."
      trigger={<Button look="primary">Invite someone</Button>}
    >
      <ActionForm
        action={action}
        submit="Make the link"
        after={({ link = "", name }) => (
          <Notice tone="good" role="status">
            <CopyLink
              key={link}
              label={`Invitation link for ${name}`}
              link={link}
              hint="Copy it now and send it yourself: it is shown only this once, works once, and expires after seven days."
            />
          </Notice>
        )}
      >
        {({ value, error }) => (
          <>
            <TextField
              label="Name"
              name="name"
              autoComplete="off"
              required
              maxLength={100}
              defaultValue={value("name")}
              error={error("name")}
            />
            <TextField
              label="E-mail"
              name="email"
              type="email"
              autoComplete="off"
              required
              defaultValue={value("email")}
              error={error("email")}
            />
            <RoleField value={value("role", "reporter")} error={error("role")} />
          </>
        )}
      </ActionForm>
    </Dialog>
  );
}

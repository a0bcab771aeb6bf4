"use client";

import { CopyLink } from "@/components/newsroom/copy-link";
import { RoleField } from "@/components/newsroom/role-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";

/** Invites somebody by e-mail, or shows their link, once: it is kept nowhere. */
export function InviteDialog({ action, byMail }: { action: FormAction; byMail: boolean }) {
  return (
    <Dialog
      title="Invite someone"
      intro={
        byMail
          ? "They get a link, by which they choose a password and join."
          : "You get a link to hand to them. With it they choose a password and join."
      }
      trigger={<Button look="primary">Invite someone</Button>}
    >
      <ActionForm
        action={action}
        submit={byMail ? "Invite" : "Make the link"}
        after={(result) => <Invited {...result} />}
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
            {byMail && <WayField value={value("by", "mail")} />}
          </>
        )}
      </ActionForm>
    </Dialog>
  );
}

/** Gives an open invitation a new link: by e-mail again, or to be copied. */
export function InviteAgainDialog({
  action,
  id,
  name,
  byMail,
}: {
  action: FormAction;
  id: string;
  name: string;
  byMail: boolean;
}) {
  return (
    <Dialog
      title={`New link for ${name}`}
      intro="The link before stops working. The new one works once, for seven days from now."
      trigger={
        <Button>
          New link<span className="sr-only"> for {name}</span>
        </Button>
      }
    >
      <ActionForm
        action={action}
        hidden={{ id }}
        submit={byMail ? "Invite again" : "Make the link"}
        after={(result) => <Invited {...result} />}
      >
        {({ value }) => byMail && <WayField value={value("by", "mail")} />}
      </ActionForm>
    </Dialog>
  );
}

function WayField({ value }: { value?: string }) {
  const ways = [
    ["mail", "Send it to them"],
    ["copy", "Let me copy it"],
  ] as const;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-sm font-semibold">The link</legend>
      {ways.map(([way, words]) => (
        <label key={way} className="flex items-center gap-2.5">
          <input type="radio" name="by" value={way} defaultChecked={value === way} className="size-6 accent-ink" />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

function Invited({ link, name, sent }: Record<string, string>) {
  return (
    <Notice tone="good" role="status">
      {link ? (
        <CopyLink
          key={link}
          label={`Invitation link for ${name}`}
          link={link}
          hint="Copy it now and send it yourself: it is shown only this once, works once, and expires after seven days."
        />
      ) : (
        `A letter to ${sent} is on its way. Its link works once, for seven days.`
      )}
    </Notice>
  );
}

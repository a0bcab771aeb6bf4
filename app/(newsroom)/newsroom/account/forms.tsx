"use client";

import { BiographyField, ParticularsFields } from "@/components/newsroom/particulars-fields";
import { PortraitField } from "@/components/newsroom/portrait-field";
import { Checkbox, TextField } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { NewPasswordField, PasswordField } from "@/components/ui/password-field";
import type { AssetSummary } from "@/domain/media/asset";
import type { BylineProfile } from "@/domain/taxonomy/byline";

const NARROW = "grid max-w-lg gap-4";

export function NameForm({ action, name }: { action: FormAction; name: string }) {
  return (
    <ActionForm action={action} submit="Save name" look="secondary" done="Your name is saved." className={NARROW}>
      {({ value, error }) => (
        <TextField
          label="Your name"
          name="name"
          autoComplete="name"
          required
          maxLength={100}
          defaultValue={value("name", name)}
          error={error("name")}
        />
      )}
    </ActionForm>
  );
}

/** What people say of themselves to readers. Their name and title there are given by an editor. */
export function ProfileForm({
  action,
  profile,
  portrait,
}: {
  action: FormAction;
  profile: BylineProfile;
  portrait: AssetSummary | null;
}) {
  return (
    <ActionForm
      action={action}
      submit="Save profile"
      look="secondary"
      done="Your profile is saved."
      keep
      className="grid max-w-2xl gap-5"
    >
      {(fields) => (
        <>
          <BiographyField fields={fields} initially={profile.bio} />
          <ParticularsFields fields={fields} initially={profile.particulars} />
          <PortraitField initially={portrait} error={fields.error("portraitAssetId")} />
        </>
      )}
    </ActionForm>
  );
}

export function PasswordForm({ action, email }: { action: FormAction; email: string }) {
  return (
    <ActionForm
      action={action}
      submit="Change password"
      look="secondary"
      done="Your password is changed. Your other sessions have ended."
      className={NARROW}
    >
      {({ error }) => (
        <>
          {/* For password managers, which keep a password by the name it belongs to. */}
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <PasswordField
            label="Present password"
            name="currentPassword"
            autoComplete="current-password"
            required
            error={error("currentPassword")}
          />
          <NewPasswordField label="New password" error={error("password")} />
        </>
      )}
    </ActionForm>
  );
}

/** Whether notices come by e-mail too. */
export function LettersForm({ action, byMail }: { action: FormAction; byMail: boolean }) {
  return (
    <ActionForm
      action={action}
      submit="Save choice"
      look="secondary"
      done="Your choice is saved."
      keep
      className={NARROW}
    >
      {() => <Checkbox name="byMail" value="yes" defaultChecked={byMail} label="Send me my unread notices by e-mail" />}
    </ActionForm>
  );
}

"use client";

import { type ReactNode, useState } from "react";
import { FormDialog } from "@/components/newsroom/form-dialog";
import { Moment } from "@/components/newsroom/moment";
import { Row, Rows } from "@/components/newsroom/panel";
import { TextField } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Badge } from "@/components/ui/notice";
import type { Factors } from "@/domain/people/factor";
import { PasskeyForm, usePasskeys } from "./passkey-form";
import { RecoveryCodes } from "./recovery-codes";

export type FactorDeeds = Record<
  "beginApp" | "confirmApp" | "removeApp" | "askNewPasskey" | "keepPasskey" | "dropPasskey" | "renewCodes",
  FormAction
>;

/** By what somebody proves that it is them besides their password: an authenticator app, passkeys, recovery codes. */
export function SecondFactor({ factors, deeds, timeZone }: { factors: Factors; deeds: FactorDeeds; timeZone: string }) {
  // Shown this once: they stay until the page is left, whatever is rendered anew.
  const [codes, setCodes] = useState<string[]>([]);
  const keepCodes = (result?: Record<string, string>) => result?.codes && setCodes(result.codes.split(" "));
  const hasAny = factors.authenticator || factors.passkeys.length > 0;
  return (
    <div className="grid gap-6">
      {codes.length > 0 && <RecoveryCodes codes={codes} />}
      <Part title="Authenticator app">
        {factors.authenticator ? (
          <Rows label="Authenticator app">
            <Row
              actions={
                <FormDialog
                  open="Remove"
                  about=" the authenticator app"
                  title="Remove the authenticator app?"
                  intro="Its codes no longer sign you in. You can set up another at any time."
                  action={deeds.removeApp}
                  submit="Remove app"
                  look="danger"
                />
              }
            >
              <p className="flex items-center gap-2">
                Asked at every sign-in <Badge tone="good">On</Badge>
              </p>
            </Row>
          </Rows>
        ) : (
          <SetUpApp begin={deeds.beginApp} confirm={deeds.confirmApp} onDone={keepCodes} />
        )}
      </Part>
      <Part title="Passkeys">
        {factors.passkeys.length > 0 && (
          <Rows label="Passkeys">
            {factors.passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
              <Row
                key={id}
                actions={
                  <FormDialog
                    open="Remove"
                    about={` ${name}`}
                    title={`Remove ${name}?`}
                    intro="It no longer signs you in here. Delete it on the device too."
                    action={deeds.dropPasskey}
                    hidden={{ id }}
                    submit="Remove passkey"
                    look="danger"
                  />
                }
              >
                <p className="font-semibold">{name}</p>
                <p className="text-sm text-muted">
                  Made <Moment at={createdAt} timeZone={timeZone} />
                  {lastUsedAt ? (
                    <>
                      , last used <Moment at={lastUsedAt} timeZone={timeZone} />
                    </>
                  ) : (
                    ", not used yet"
                  )}
                </p>
              </Row>
            ))}
          </Rows>
        )}
        <NewPasskey deeds={deeds} onDone={keepCodes} />
      </Part>
      {hasAny && (
        <Part title="Recovery codes">
          <p className="text-sm text-muted">
            {factors.recoveryCodes === 0
              ? "None are left. Make new ones, or a lost telephone locks you out."
              : `${factors.recoveryCodes} left. Each signs you in once when nothing else is at hand.`}
          </p>
          <FormDialog
            open="Make new codes"
            title="Make new recovery codes?"
            intro="Those that you have no longer work."
            action={deeds.renewCodes}
            submit="Make new codes"
            onFinished={keepCodes}
          />
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-3">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function NewPasskey({ deeds, onDone }: { deeds: FactorDeeds; onDone: (result?: Record<string, string>) => void }) {
  const isKnown = usePasskeys();
  if (!isKnown) {
    return (
      <p className="text-sm text-muted">
        This browser makes no passkeys here. They need an up-to-date browser and an address that begins with https.
      </p>
    );
  }
  return (
    <PasskeyForm
      kind="make"
      ask={deeds.askNewPasskey}
      action={deeds.keepPasskey}
      submit="Add a passkey"
      look="secondary"
      done="The passkey is kept."
      onDone={onDone}
      className="grid max-w-lg gap-4"
    >
      {({ value, error }) => (
        <TextField
          label="What to call it"
          name="name"
          maxLength={60}
          hint="Such as My telephone. The device then asks for your finger, face or number."
          defaultValue={value("name")}
          error={error("name")}
        />
      )}
    </PasskeyForm>
  );
}

function SetUpApp({
  begin,
  confirm,
  onDone,
}: {
  begin: FormAction;
  confirm: FormAction;
  onDone: (result?: Record<string, string>) => void;
}) {
  const [begun, setBegun] = useState<Record<string, string>>();
  if (!begun) {
    return (
      <ActionForm action={begin} submit="Set up an app" look="secondary" onDone={setBegun}>
        {() => (
          <p className="text-sm text-muted">
            Any app that shows codes of six figures will do, such as Aegis, 2FAS or the one of your password manager.
          </p>
        )}
      </ActionForm>
    );
  }
  const { picture = "", size = "0", secret = "", uri = "" } = begun;
  return (
    <div className="grid gap-4 sm:grid-cols-[12rem_1fr] sm:gap-6">
      {/* Dark on light in both themes: cameras expect it. */}
      <svg
        role="img"
        aria-label="A picture for your authenticator app"
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        className="size-48 rounded-md bg-white"
      >
        <path d={picture} fill="#000" />
      </svg>
      <div className="grid content-start gap-4">
        <p>
          Take the picture with the app, or{" "}
          <a href={uri} className="text-link underline">
            open the app on this device
          </a>
          , or type this into it:
        </p>
        <p className="font-mono text-sm [overflow-wrap:anywhere]">{secret.replace(/(.{4})(?=.)/g, "$1 ")}</p>
        <ActionForm action={confirm} submit="Put it into use" onDone={onDone}>
          {({ error }) => (
            <TextField
              label="The code that it shows now"
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              maxLength={7}
              error={error("code")}
            />
          )}
        </ActionForm>
      </div>
    </div>
  );
}

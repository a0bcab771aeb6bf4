"use client";

import { useState } from "react";
import { CopyLink } from "@/components/newsroom/copy-link";
import { OwnTime } from "@/components/newsroom/own-time";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { Badge, Notice } from "@/components/ui/notice";
import { PREVIEW_DAYS, type PreviewLink } from "@/domain/articles/preview-link";
import { formatInstant } from "@/lib/time";
import type { Deeds } from "./desk";
import { PlannedTimeField } from "./planned-time";
import type { Saver } from "./saver";

const STATES = { open: "Open", expired: "Expired", revoked: "Revoked" } as const;

/** The links by which people outside see a text of this story, and a way to make one. */
export function PreviewLinks({
  id,
  links,
  saver,
  deeds,
  timeZone,
}: {
  id: string;
  links: PreviewLink[];
  saver: Saver;
  deeds: Pick<Deeds, "sharePreview" | "revokePreview">;
  timeZone: string;
}) {
  const [version, setVersion] = useState<number | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const open = async () => {
    const kept = await saver.flush();
    setUnsaved(!kept);
    if (kept) setVersion(saver.current().version);
  };
  return (
    <section aria-label="Preview links" className="grid grid-cols-1 gap-4 border-line border-t pt-5">
      <h2 className="font-serif text-lg font-semibold">Preview links</h2>
      {links.length === 0 ? (
        <p className="text-sm text-muted">
          None. A link shows the text as it stands now to somebody outside, such as a source or a lawyer, without
          signing in.
        </p>
      ) : (
        <ul aria-label="Preview links" className="grid gap-3">
          {links.map((link) => (
            <LinkRow key={link.id} link={link} revoke={deeds.revokePreview} timeZone={timeZone} />
          ))}
        </ul>
      )}
      {unsaved && (
        <Notice tone="bad" role="alert">
          The latest text is not saved yet, so that no link can be made to it.
        </Notice>
      )}
      <div>
        <Button onClick={() => void open()}>Share a preview</Button>
      </div>
      <Dialog
        title="Share a preview"
        intro="Whoever has the link sees the text as it stands now, and nothing that is written later."
        open={version !== null}
        onOpenChange={(next) => next || setVersion(null)}
      >
        <ShareForm
          key={version}
          hidden={{ id, version: String(version) }}
          action={deeds.sharePreview}
          zone={timeZone}
        />
      </Dialog>
    </section>
  );
}

function ShareForm({
  hidden,
  action,
  zone,
}: {
  hidden: Record<string, string>;
  action: Deeds["sharePreview"];
  zone: string;
}) {
  const [lasts, setLasts] = useState("7");
  return (
    <ActionForm
      action={action}
      submit="Make the link"
      hidden={hidden}
      keep
      after={({ link = "" }) => (
        <CopyLink
          label="The link"
          link={link}
          hint="It is shown this once: copy it now. You can revoke it at any time."
        />
      )}
    >
      {({ error, value }) => (
        <>
          <TextField
            label="Who is it for?"
            hint="They see this above the story."
            name="recipient"
            maxLength={100}
            autoComplete="off"
            required
            defaultValue={value("recipient")}
            error={error("recipient")}
          />
          <SelectField
            label="How long it works"
            name="lasts"
            value={lasts}
            onChange={(event) => setLasts(event.target.value)}
            error={error("lasts")}
          >
            {PREVIEW_DAYS.map((days) => (
              <option key={days} value={days}>
                {days === 1 ? "1 day" : `${days} days`}
              </option>
            ))}
            <option value="until">Until a time</option>
          </SelectField>
          {lasts === "until" && (
            <PlannedTimeField
              label="Until"
              name="until"
              timeZone={zone}
              errors={{ at: error("until.at"), turn: error("until.turn") }}
            />
          )}
        </>
      )}
    </ActionForm>
  );
}

function LinkRow({ link, revoke, timeZone }: { link: PreviewLink; revoke: Deeds["revokePreview"]; timeZone: string }) {
  const at = (instant: Date) => formatInstant(instant, "short", { timeZone, language: "en" });
  const isOpen = link.state === "open";
  return (
    <li className="grid gap-1 rounded-md bg-wash p-3 text-sm">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">{link.recipient}</span>
        <Badge tone={isOpen ? "good" : "plain"}>{STATES[link.state]}</Badge>
      </p>
      <p className="text-muted">
        {isOpen && (
          <>
            Until {at(link.expiresAt)}
            <OwnTime at={link.expiresAt} timeZone={timeZone} />.{" "}
          </>
        )}
        {link.state === "expired" && `Expired ${at(link.expiresAt)}. `}
        {link.openedAt ? `Last opened ${at(link.openedAt)}.` : "Never opened."}
      </p>
      <p className="text-muted">
        Made by {link.createdBy}, {at(link.createdAt)}
        {link.outdated && "; shows an older text"}
      </p>
      {isOpen && (
        <ActionForm
          action={revoke}
          submit="Revoke"
          about={` the link for ${link.recipient}`}
          look="danger"
          hidden={{ id: link.id }}
          className="grid gap-2"
        />
      )}
    </li>
  );
}

"use client";

import { useState } from "react";
import { FormDialog } from "@/components/newsroom/form-dialog";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea, TextField } from "@/components/ui/field";
import { ActionForm, type FormAction, type FormFields } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import type { Redirect, RefusedLine } from "@/domain/redirects/redirect";

export function NewRedirectDialog({ action }: { action: FormAction }) {
  return (
    <FormDialog
      open="New redirect"
      openLook="primary"
      title="New redirect"
      intro="For an address at which nothing of the paper stands. An address that a story left redirects by itself."
      action={action}
      submit="Keep redirect"
    >
      {(fields) => <RedirectFields fields={fields} />}
    </FormDialog>
  );
}

export function EditRedirectDialog({ action, redirect }: { action: FormAction; redirect: Redirect }) {
  return (
    <FormDialog
      open="Edit"
      about={` ${redirect.path}`}
      title={`Edit ${redirect.path}`}
      action={action}
      hidden={{ was: redirect.path }}
      submit="Save redirect"
      keep
    >
      {(fields) => <RedirectFields fields={fields} redirect={redirect} />}
    </FormDialog>
  );
}

export function RemoveRedirectDialog({ action, path }: { action: FormAction; path: string }) {
  return (
    <FormDialog
      open="Remove"
      about={` ${path}`}
      openLook="danger"
      title={`Remove ${path}?`}
      intro="Whoever asks for this address is then told that there is no such page."
      action={action}
      hidden={{ path }}
      submit="Remove redirect"
      look="danger"
    />
  );
}

function RedirectFields({ fields, redirect }: { fields: FormFields; redirect?: Redirect }) {
  const initially = redirect && redirect.target === null ? "gone" : "moved";
  const [kind, setKind] = useState(fields.value("kind", initially) ?? initially);
  return (
    <>
      <TextField
        label="From"
        name="path"
        placeholder="/old/page"
        defaultValue={fields.value("path", redirect?.path)}
        error={fields.error("path")}
        autoComplete="off"
        spellCheck={false}
      />
      <fieldset>
        <legend className="text-sm font-semibold">What is there?</legend>
        <div className="mt-1.5 flex flex-wrap gap-x-6 gap-y-1">
          <Radio value="moved" label="It moved (301)" kind={kind} onChoose={setKind} />
          <Radio value="gone" label="It is gone (410)" kind={kind} onChoose={setKind} />
        </div>
      </fieldset>
      {kind === "moved" ? (
        <TextField
          label="To"
          name="target"
          placeholder="/harbour/the-bridge-reopens"
          hint="A page or story of the paper, or an address of the web. A story is followed wherever it moves."
          defaultValue={fields.value("target", redirect?.target ?? "")}
          error={fields.error("target")}
          autoComplete="off"
          spellCheck={false}
        />
      ) : (
        <TextArea
          label="Tell readers why (optional)"
          name="note"
          rows={2}
          maxLength={500}
          defaultValue={fields.value("note", redirect?.note)}
          error={fields.error("note")}
        />
      )}
    </>
  );
}

function Radio({
  value,
  label,
  kind,
  onChoose,
}: {
  value: string;
  label: string;
  kind: string;
  onChoose: (kind: string) => void;
}) {
  return (
    <label className="flex min-h-10 cursor-pointer items-center gap-2">
      <input
        type="radio"
        name="kind"
        value={value}
        checked={kind === value}
        onChange={() => onChoose(value)}
        className="size-5 accent-ink"
      />
      {label}
    </label>
  );
}

/** Takes in many at once, and says what was refused and why. */
export function ImportDialog({ action }: { action: FormAction }) {
  const [open, setOpen] = useState(false);
  const [csv, setCsv] = useState("");
  const [report, setReport] = useState<Report | null>(null);
  return (
    <Dialog
      wide
      title="Import redirects"
      intro="One a line, as from,to. Write “gone” for what is gone. What is good is kept; what is not is listed here."
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) setReport(null);
      }}
      trigger={<Button>Import CSV</Button>}
    >
      {report && <ImportReport report={report} />}
      <ActionForm
        action={action}
        submit="Import"
        keep
        onDone={(result) => {
          setReport({ kept: Number(result?.kept), refused: JSON.parse(result?.refused ?? "[]") });
          setCsv("");
        }}
      >
        {(fields) => (
          <>
            <label className="grid gap-1.5 text-sm font-semibold">
              CSV file
              <input
                type="file"
                accept=".csv,text/csv,text/plain"
                className="text-base font-normal"
                onChange={async (event) => {
                  const [file] = event.currentTarget.files ?? [];
                  if (file) setCsv(await file.text());
                }}
              />
            </label>
            <TextArea
              label="Lines"
              name="csv"
              rows={8}
              value={csv}
              onChange={(event) => setCsv(event.currentTarget.value)}
              placeholder={"/old/page,/harbour/the-bridge-reopens\n/old/other,gone"}
              spellCheck={false}
              error={fields.error("csv")}
              className="font-mono text-sm"
            />
          </>
        )}
      </ActionForm>
    </Dialog>
  );
}

type Report = { kept: number; refused: RefusedLine[] };

function ImportReport({ report: { kept, refused } }: { report: Report }) {
  return (
    <div className="mb-5 grid gap-3">
      <Notice tone={refused.length > 0 ? "warn" : "good"} role="status">
        {kept === 1 ? "1 redirect was kept." : `${kept} redirects were kept.`}{" "}
        {refused.length > 0 && (refused.length === 1 ? "1 line was refused." : `${refused.length} lines were refused.`)}
      </Notice>
      {refused.length > 0 && (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too
          tabIndex={0}
          aria-label="Refused lines"
          className="max-h-64 overflow-auto rounded-md border border-line"
        >
          <table className="w-full text-left text-sm">
            <thead>
              <tr className="border-b border-line">
                <th scope="col" className="px-3 py-2">
                  Line
                </th>
                <th scope="col" className="px-3 py-2">
                  What it said
                </th>
                <th scope="col" className="px-3 py-2">
                  Why not
                </th>
              </tr>
            </thead>
            <tbody>
              {refused.map(({ line, text, why }) => (
                <tr key={line} className="border-b border-line last:border-0">
                  <td className="px-3 py-1.5 tabular-nums">{line}</td>
                  <td className="px-3 py-1.5 break-all">{text}</td>
                  <td className="px-3 py-1.5">{why}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

"use client";

import { type ReactNode, useId, useState } from "react";
import { PlannedTimeField } from "@/components/newsroom/article/planned-time";
import { TextArea, TextField } from "@/components/ui/field";
import { ActionForm, type FormAction, type FormFields } from "@/components/ui/form";
import { type AssetKind, MAX_CAPTION, MAX_CREDIT, MAX_NAME, MAX_TERMS } from "@/domain/media/asset";
import type { AssetDescription } from "@/domain/media/description";
import type { Language } from "@/lib/languages";
import { AltField } from "./asset-fields";

type Asset = { id: string; kind: AssetKind; said: AssetDescription };
type Of = { asset: Asset; fields: FormFields; timeZone: string };
/** As the server names them: browsers know fewer, and what both draw must be the same. */
type Languages = Pick<Language, "tag" | "name">[];

/** All that is known of an asset, to be changed: what is seldom needed is folded, with what it holds in sight. */
export function DescriptionForm({
  asset,
  action,
  done,
  timeZone,
  languages,
}: {
  asset: Asset;
  action: FormAction;
  done: string;
  timeZone: string;
  languages: Languages;
}) {
  // What others change while the form is open is theirs: only what was changed here is kept.
  const [was, setWas] = useState(() => JSON.stringify(asset.said));
  return (
    <ActionForm
      action={action}
      submit="Save"
      done={done}
      hidden={{ id: asset.id, was }}
      onDone={(result) => setWas(result?.was ?? was)}
      keep
      className="grid gap-6"
    >
      {(fields) => (
        <>
          <Shows asset={asset} fields={fields} languages={languages} />
          <Makers asset={asset} fields={fields} timeZone={timeZone} />
          <RightsFields asset={asset} fields={fields} timeZone={timeZone} />
          <Group title="For editors">
            <Text of="notes" label="Notes" rows={2} asset={asset} fields={fields} most={MAX_TERMS} />
          </Group>
        </>
      )}
    </ActionForm>
  );
}

function Shows({ asset, fields, languages }: Omit<Of, "timeZone"> & { languages: Languages }) {
  const { said, kind } = asset;
  const list = useId();
  return (
    <Group title={kind === "picture" ? "What it shows" : "What it is"}>
      {kind === "picture" && <AltField asset={said} fields={fields} />}
      <Text of="caption" label="Caption" rows={2} asset={asset} fields={fields} most={MAX_CAPTION} />
      <TextField
        label="Keywords"
        name="keywords"
        hint="With commas between"
        error={fields.error("keywords")}
        defaultValue={fields.value("keywords", said.keywords.join(", "))}
      />
      <Fold
        title="People, place, date, language"
        kept={[
          said.people.join(", "),
          said.place,
          said.takenAt.replace("T", " "),
          languages.find(({ tag }) => tag === said.language)?.name ?? said.language,
        ]}
        names={["people", "place", "takenAt", "language"]}
        fields={fields}
      >
        <TextArea
          label="People it shows"
          name="people"
          rows={2}
          hint="One name a line"
          error={fields.error("people")}
          defaultValue={fields.value("people", said.people.join("\n"))}
        />
        <Text of="place" label="Place" asset={asset} fields={fields} />
        <TextField
          label="Date taken"
          name="takenAt"
          hint="Such as 2026-11-25, or 2026-11-25T14:05 by the clock of the place"
          error={fields.error("takenAt")}
          defaultValue={fields.value("takenAt", said.takenAt)}
        />
        <TextField
          label="Language of what is said here"
          name="language"
          list={list}
          hint="Empty for the paper’s own"
          error={fields.error("language")}
          defaultValue={fields.value("language", said.language)}
        />
        <datalist id={list}>
          {languages.map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </datalist>
      </Fold>
    </Group>
  );
}

function Makers({ asset, fields }: Of) {
  const { creator, agency, source } = asset.said;
  return (
    <Group title="Who made it">
      <Text
        of="credit"
        label="Credit"
        hint="As readers see it, such as Jane Roe/Agency"
        asset={asset}
        fields={fields}
        most={MAX_CREDIT}
      />
      <Fold
        title="Creator, agency, source"
        kept={[creator, agency, source]}
        names={["creator", "agency", "source"]}
        fields={fields}
      >
        <Text of="creator" label="Creator" asset={asset} fields={fields} />
        <Text of="agency" label="Agency" asset={asset} fields={fields} />
        <Text of="source" label="Source" hint="Its address, or where it came from" asset={asset} fields={fields} />
      </Fold>
    </Group>
  );
}

function RightsFields({ asset, fields, timeZone }: Of) {
  const { said } = asset;
  return (
    <Group title="Rights">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">
        <Bound of="validFrom" label="Valid from" hint="Empty for any time." {...{ asset, fields, timeZone }} />
        <Bound of="validUntil" label="Valid until" hint="Empty for good." {...{ asset, fields, timeZone }} />
      </div>
      <Text
        of="restrictions"
        label="Restrictions"
        hint="What must not be done with it: shown to everybody who publishes it"
        rows={2}
        asset={asset}
        fields={fields}
        most={MAX_TERMS}
      />
      <Fold
        title="Licence, terms, territory, uses, cost"
        kept={[
          said.licence,
          said.usageTerms,
          said.territory,
          said.usesAllowed === null ? "" : `${said.usesAllowed} uses`,
          said.cost,
          said.copyrightNotice,
        ]}
        names={["copyrightNotice", "licence", "usageTerms", "territory", "usesAllowed", "cost"]}
        fields={fields}
      >
        <Text of="copyrightNotice" label="Copyright notice" asset={asset} fields={fields} most={MAX_CREDIT} />
        <Text of="licence" label="Licence" hint="Its name, or its address" asset={asset} fields={fields} />
        <Text of="usageTerms" label="Usage terms" rows={2} asset={asset} fields={fields} most={MAX_TERMS} />
        <Text of="territory" label="Territory" hint="Empty for everywhere" asset={asset} fields={fields} />
        <TextField
          label="Number of stories allowed"
          name="usesAllowed"
          inputMode="numeric"
          hint={`Empty for any number. Readers have seen it in ${said.uses === 1 ? "1 story" : `${said.uses} stories`} so far.`}
          error={fields.error("usesAllowed")}
          defaultValue={fields.value("usesAllowed", said.usesAllowed === null ? "" : String(said.usesAllowed))}
        />
        <Text of="cost" label="Cost" asset={asset} fields={fields} />
      </Fold>
    </Group>
  );
}

/** One end of the time in which it may be shown. */
function Bound({
  of,
  label,
  hint,
  asset,
  fields,
  timeZone,
}: Of & { of: "validFrom" | "validUntil"; label: string; hint: string }) {
  return (
    <PlannedTimeField
      label={label}
      name={of}
      past
      hint={hint}
      timeZone={timeZone}
      initially={asset.said[of]}
      errors={{ at: fields.error(`${of}.at`), turn: fields.error(`${of}.turn`) }}
    />
  );
}

type Texts = Extract<
  keyof AssetDescription,
  | "caption"
  | "credit"
  | "creator"
  | "agency"
  | "source"
  | "place"
  | "notes"
  | "copyrightNotice"
  | "licence"
  | "usageTerms"
  | "restrictions"
  | "territory"
  | "cost"
>;

/** A field of words; of several lines where `rows` says so. */
function Text({
  of,
  label,
  hint,
  rows,
  most = MAX_NAME,
  asset,
  fields,
}: { of: Texts; label: string; hint?: string; rows?: number; most?: number } & Omit<Of, "timeZone">) {
  const said = {
    ...{ label, hint, name: of, maxLength: most, error: fields.error(of) },
    defaultValue: fields.value(of, asset.said[of]),
  };
  return rows ? <TextArea rows={rows} {...said} /> : <TextField {...said} />;
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-4 border-t border-line pt-4">
      <legend className="contents">
        <span className="font-serif text-lg font-semibold">{title}</span>
      </legend>
      {children}
    </fieldset>
  );
}

/** Fields that are seldom needed. It says what they hold, and opens by itself where one of them is wrong. */
function Fold({
  title,
  kept,
  names,
  fields,
  children,
}: {
  title: string;
  kept: string[];
  names: string[];
  fields: FormFields;
  children: ReactNode;
}) {
  const holds = kept.map((text) => text.trim()).filter(Boolean);
  return (
    <details open={names.some((name) => fields.error(name)) || undefined} className="rounded-md border border-line">
      <summary className="cursor-pointer px-3 py-2.5">
        <span className="text-sm font-semibold">{title}</span>
        <span className="mt-0.5 block truncate text-sm text-muted">{holds.join(" · ") || "Nothing yet"}</span>
      </summary>
      <div className="grid gap-4 border-t border-line p-3">{children}</div>
    </details>
  );
}

"use client";

import { Plus, X } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import type { FormFields } from "@/components/ui/form";
import type { Particulars } from "@/domain/taxonomy/byline";
import { nameOf } from "@/lib/languages";

export function BiographyField({ fields: { value, error }, initially }: { fields: FormFields; initially?: string }) {
  return (
    <TextArea
      label="Biography"
      name="bio"
      rows={6}
      maxLength={2000}
      hint="A few sentences for the profile page."
      defaultValue={value("bio", initially)}
      error={error("bio")}
    />
  );
}

/** What a profile says of a person besides name, title and biography. */
export function ParticularsFields({ fields, initially: of }: { fields: FormFields; initially: Particulars }) {
  const field = (name: string, initially: string) => ({
    name: `particulars.${name}`,
    defaultValue: fields.value(`particulars.${name}`, initially),
    error: fields.error(`particulars.${name}`),
  });
  return (
    <>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <TextField
          label="Languages"
          maxLength={300}
          hint="With commas between, by their English names."
          {...field("languages", of.languages.map(nameOf).join(", "))}
        />
        <TextField
          label="Expertise"
          maxLength={1000}
          hint="Subjects, with commas between."
          {...field("expertise", of.expertise.join(", "))}
        />
        <TextField label="Based in" maxLength={100} {...field("location", of.location)} />
        <TextField label="Telephone for readers" inputMode="tel" maxLength={30} {...field("phone", of.phone)} />
        <TextField
          label="E-mail for readers"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          hint="It stands on the profile page for everyone to see."
          {...field("email", of.email)}
        />
      </div>
      <LinksField fields={fields} initially={of.links} />
    </>
  );
}

const MOST_LINKS = 8;

function LinksField({ fields, initially }: { fields: FormFields; initially: Particulars["links"] }) {
  const id = useId();
  const list = useRef<HTMLFieldSetElement>(null);
  const [rows, setRows] = useState(() => initially.map((link, key) => ({ ...link, key })));
  const error = fields.error("particulars.links");

  const add = () => {
    setRows([...rows, { label: "", url: "", key: Math.max(-1, ...rows.map(({ key }) => key)) + 1 }]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("li:last-of-type input")?.focus());
  };
  const remove = (key: number) => {
    setRows(rows.filter((row) => row.key !== key));
    list.current?.querySelector<HTMLElement>("[data-add]")?.focus();
  };

  return (
    <fieldset ref={list} className="grid gap-3" aria-describedby={error && `${id}-error`}>
      <legend className="mb-1.5 text-sm font-semibold">Elsewhere</legend>
      {rows.length > 0 && (
        <ul className="grid gap-4">
          {rows.map(({ key, label, url }, index) => (
            <li key={key} className="grid items-start gap-3 sm:grid-cols-[1fr_1.5fr_auto]">
              <TextField
                label={`Link ${index + 1}`}
                name={`particulars.links.${index}.label`}
                maxLength={60}
                placeholder="What it leads to"
                defaultValue={label}
                error={fields.error(`particulars.links.${index}.label`)}
              />
              <TextField
                label={`Address ${index + 1}`}
                name={`particulars.links.${index}.url`}
                inputMode="url"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={300}
                placeholder="https://"
                defaultValue={url}
                error={fields.error(`particulars.links.${index}.url`)}
              />
              <Button look="quiet" className="justify-self-start px-2.5 sm:mt-6.5" onClick={() => remove(key)}>
                <X aria-hidden size={18} />
                <span className="sm:sr-only">Remove link {index + 1}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button data-add="" className="justify-self-start" held={rows.length >= MOST_LINKS} onClick={add}>
        <Plus aria-hidden size={18} />
        Add a link
      </Button>
      {error && (
        <p id={`${id}-error`} className="text-sm font-semibold text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}

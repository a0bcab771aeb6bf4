"use client";

import { useId, useState } from "react";
import { TextField } from "@/components/ui/field";
import { isLanguage } from "@/lib/language";
import { useTyped } from "./use-typed";

/** Those that are offered; any other may be typed. */
const OFFERED =
  "ar bn cs da de el en en-GB en-US es et fa fi fr ga he hi hu id is it ja ko lt lv nl no pl pt pt-BR ro ru sk sl sv sw ta th tr uk ur vi zh-Hans zh-Hant".split(
    " ",
  );

const names = new Intl.DisplayNames("en", { type: "language" });

/** A language by its tag, with its name to be sure. A text that is no tag is not stored, and told why. */
export function LanguageField({
  id,
  label,
  hint,
  tag,
  onChange,
}: {
  id?: string;
  label: string;
  /** What is so while it is empty. */
  hint: string;
  tag: string;
  onChange: (tag: string) => void;
}) {
  const listId = useId();
  const [wrong, setWrong] = useState(false);
  const typed = useTyped(tag, (text) => {
    setWrong(false);
    const given = text.trim();
    onChange(isLanguage(given) ? given : "");
  });
  return (
    <>
      <TextField
        id={id}
        label={label}
        list={listId}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={35}
        placeholder="Such as ar or en-GB"
        hint={tag ? nameOf(tag) : hint}
        error={wrong ? "Enter a language tag, such as en, en-GB or ar." : undefined}
        {...typed}
        onBlur={(event) => {
          const given = event.currentTarget.value.trim();
          const refused = given !== "" && !isLanguage(given);
          setWrong(refused);
          if (!refused) typed.onBlur();
        }}
      />
      <datalist id={listId}>
        {OFFERED.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** The name of a language in English. @param tag a BCP 47 tag */
export function nameOf(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

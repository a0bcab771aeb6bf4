/** Whether a text is one BCP 47 language tag, such as "en-GB". */
export function isLanguage(tag: string): boolean {
  try {
    return tag !== "" && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const RIGHT_TO_LEFT = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"]);

/** The direction in which a language is written, for the attribute `dir`. */
export function directionOf(language: string): "ltr" | "rtl" {
  const script = isLanguage(language) ? new Intl.Locale(language).maximize().script : undefined;
  return script && RIGHT_TO_LEFT.has(script) ? "rtl" : "ltr";
}

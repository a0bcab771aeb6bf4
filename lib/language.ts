/** Whether a text is one BCP 47 language tag, such as "en-GB". */
export function isLanguage(tag: string): boolean {
  try {
    return tag !== "" && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Of so many languages is remembered what takes long to find out. */
const MOST = 500;

const RIGHT_TO_LEFT = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"]);

/** The direction in which a language is written, for the attribute `dir`. */
export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(scriptOf(language)) ? "rtl" : "ltr";
}

const scripts = new Map<string, string>();

/** The script in which a language is mostly written, such as "Latn"; empty for what is no language. */
export function scriptOf(language: string): string {
  let script = scripts.get(language);
  if (script === undefined) {
    script = (isLanguage(language) && new Intl.Locale(language).maximize().script) || "";
    if (scripts.size >= MOST) scripts.clear();
    scripts.set(language, script);
  }
  return script;
}

const numbers = new Map<string, Intl.NumberFormat>();

/** A number as a language writes it. */
export function formatNumber(value: number, language: string): string {
  let format = numbers.get(language);
  if (!format) {
    format = new Intl.NumberFormat(language);
    if (numbers.size >= MOST) numbers.clear();
    numbers.set(language, format);
  }
  return format.format(value);
}

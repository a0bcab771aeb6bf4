import { isLanguage } from "./language";

/** The languages of ISO 639-1, and those regional kinds in which papers are commonly written. */
const TAGS =
  "en en-GB en-US en-AU en-CA en-IE en-IN en-NZ en-ZA ar ar-EG ar-MA ar-SA ar-LB aa ab af ak am an as av ay az ba be bg bi bm bn bo br bs ca ce ch co cs cv cy da de de-AT de-CH dv dz ee el eo es es-419 es-AR es-MX et eu fa ff fi fj fo fr fr-BE fr-CA fr-CH fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz id ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nl-BE nn nr nv ny oc oj om or os pa pl ps pt pt-BR qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr sr-Latn ss st su sv sv-FI sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh-Hans zh-Hant zu".split(
    " ",
  );

export type Language = { tag: string; name: string; ownName: string };

const english = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

let offered: Language[] | undefined;

/** Every language that is offered, with its name in English and what its own speakers call it. */
export function languages(): Language[] {
  offered ??= TAGS.map((tag) => ({ tag, name: nameOf(tag), ownName: ownNameOf(tag) }));
  return offered;
}

/** What a language is called in English. */
export function nameOf(tag: string): string {
  return english.of(tag) ?? tag;
}

function ownNameOf(tag: string): string {
  return new Intl.DisplayNames(tag, { type: "language", fallback: "code" }).of(tag) ?? tag;
}

/** The tag of a language that is named by its tag, or as English or its own speakers name it; undefined for none. */
export function languageNamed(text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  return (
    tagOf(wanted) ??
    languages().find(({ name, ownName }) => [name, ownName].some((known) => known.toLowerCase() === wanted))?.tag
  );
}

/** A tag in the way it is written, if it is the tag of a language that has a name: "elvish" is well formed too. */
function tagOf(text: string): string | undefined {
  if (!isLanguage(text)) return undefined;
  const [tag = text] = Intl.getCanonicalLocales(text);
  return nameOf(tag) === tag ? undefined : tag;
}

import type { ContentField } from "@/domain/articles/article";

/** The controls that a missing or refused field leads to, by the field's name in the domain. */
export const FIELD_IDS = {
  headline: "article-headline",
  standfirst: "article-standfirst",
  section: "article-section",
  bylines: "article-bylines",
  topics: "article-topics",
  lead: "article-lead",
  slug: "article-permalink",
  body: "article-body",
  label: "article-label",
  review: "article-review",
  kicker: "article-kicker",
  language: "article-language",
  credits: "article-credits",
  related: "article-related",
  series: "article-series",
  translationOf: "article-translation",
} as const;

/** What a field is called where somebody is led to it. */
export const FIELD_NAMES: Record<keyof typeof FIELD_IDS, string> = {
  headline: "headline",
  standfirst: "standfirst",
  section: "section",
  bylines: "bylines",
  topics: "topics",
  lead: "lead image",
  slug: "permalink",
  body: "body",
  label: "label",
  review: "review",
  kicker: "kicker",
  language: "language",
  credits: "credits",
  related: "related stories",
  series: "series",
  translationOf: "original of the translation",
};

type FieldName = keyof typeof FIELD_IDS;

/** What fields of a content are called in the domain's refusals, where it is not by their own names. */
const REFUSED_AS: Partial<Record<ContentField, FieldName>> = {
  sectionId: "section",
  topicIds: "topics",
  bylineIds: "bylines",
  relatedIds: "related",
  seriesId: "series",
};

/** The id of the control of a field; nothing that stands anywhere for those that have several. */
export function controlIdOf(field: ContentField): string {
  return field === "search" || field === "share"
    ? `article-${field}`
    : FIELD_IDS[REFUSED_AS[field] ?? (field as FieldName)];
}

/** A field in a sentence, such as "the lead image". */
export function nameOfField(field: ContentField): string {
  if (field === "search" || field === "share") return `the ${field} fields`;
  return `the ${FIELD_NAMES[REFUSED_AS[field] ?? (field as FieldName)]}`;
}

/**
 * The control to go to for something that is missing: of a picture, note, recording or film, its first field that lacks
 * something.
 * @param message as the domain says it; "picture 2 in the body" means the second one there.
 */
export function controlFor(field: string, message = ""): HTMLElement | null {
  const control = document.getElementById(FIELD_IDS[field as keyof typeof FIELD_IDS] ?? "");
  if (!control) return null;
  if (field === "lead") return lackingIn(control, message) ?? control;
  return (field === "body" && controlInBody(control, message)) || control;
}

const PICTURES = '[role="group"][aria-label="Picture"], [role="group"][data-picture]';

function controlInBody(body: HTMLElement, message: string): HTMLElement | null {
  const nth = (selector: string, number: string) => body.querySelectorAll<HTMLElement>(selector)[Number(number) - 1];
  const picture = nth(PICTURES, message.match(/picture (\d+)/i)?.[1] ?? "");
  if (picture) return lackingIn(picture, message);
  const note = message.match(/note (\d+)/i)?.[1];
  if (note) return nth("[data-footnote-button]", note) ?? null;
  const block = /(recording|film|embed)/i.exec(message)?.[1]?.toLowerCase();
  if (!block) return null;
  const name = block.charAt(0).toUpperCase() + block.slice(1);
  const fields = body.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    `[role="group"][aria-label="${name}"] ${/captions/.test(message) ? "textarea" : "input"}`,
  );
  return [...fields].find((each) => each.value.trim() === "") ?? fields[0] ?? null;
}

function lackingIn(group: HTMLElement, message: string): HTMLElement | null {
  return group.querySelector<HTMLElement>(/credit/i.test(message) ? "input:not([type=checkbox])" : "textarea");
}

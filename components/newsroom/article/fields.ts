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
} as const;

/**
 * The control to go to for something that is missing: of a picture, its first field that lacks something.
 * @param message as the domain says it; "picture 2 in the body" means the second one there.
 */
export function controlFor(field: string, message = ""): HTMLElement | null {
  const control = document.getElementById(FIELD_IDS[field as keyof typeof FIELD_IDS] ?? "");
  if (!control) return null;
  if (field === "lead") return lackingIn(control, message) ?? control;
  const number = message.match(/picture (\d+)/i)?.[1];
  if (field !== "body" || !number) return control;
  const picture = control.querySelectorAll<HTMLElement>('[role="group"][aria-label="Picture"]')[Number(number) - 1];
  return (picture && lackingIn(picture, message)) ?? control;
}

function lackingIn(group: HTMLElement, message: string): HTMLElement | null {
  return group.querySelector<HTMLElement>(/credit/i.test(message) ? "input:not([type=checkbox])" : "textarea");
}

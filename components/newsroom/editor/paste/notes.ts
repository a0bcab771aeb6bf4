const NOTES = "[style*='mso-element:footnote'], [style*='mso-element:endnote'], div[id^='ftn'], div[id^='edn']";
const REFERENCES = "a[href*='#_ftn'], a[href*='#_edn'], a[href*='#ftnt']";

/** The notes of Word, and of a document of Google's that was saved as a page, become notes of ours at their places. */
export function wordNotes(root: Element): void {
  const texts = new Map<string, string>();
  for (const note of root.querySelectorAll(NOTES)) {
    if (/mso-element:(foot|end)note-list/.test(note.getAttribute("style") ?? "")) continue;
    const [back] = note.querySelectorAll(REFERENCES);
    const name = nameOf(note.id || back?.getAttribute("name") || back?.id || "");
    for (const each of note.querySelectorAll(REFERENCES)) each.remove();
    if (name) texts.set(name, (note.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 2000));
  }
  for (const back of root.querySelectorAll("a[href*='#ftnt_ref']")) {
    const note = back.closest("p");
    const name = nameOf(back.id || (back.getAttribute("name") ?? ""));
    back.remove();
    if (!note || !name) continue;
    texts.set(name, (note.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 2000));
    const holder = note.parentElement;
    note.remove();
    if (holder?.localName !== "div" || /\S/.test(holder.textContent ?? "")) continue;
    if (holder.previousElementSibling?.localName === "hr") holder.previousElementSibling.remove();
    holder.remove();
  }
  for (const reference of root.querySelectorAll(REFERENCES)) {
    const text = texts.get(nameOf((reference.getAttribute("href") ?? "").replace(/^.*#/, "")));
    const sign = root.ownerDocument.createElement("sup");
    if (text) sign.setAttribute("data-footnote", JSON.stringify({ text }));
    // A note whose text was not copied has nothing to say; its number would stand for nothing.
    const place = reference.closest("sup") ?? reference;
    if (text) place.replaceWith(sign);
    else place.remove();
  }
  for (const sign of root.querySelectorAll("sup")) {
    // So does the number of a note of some page.
    if (/^\[?\d{1,3}\]?$/.test((sign.textContent ?? "").trim()) && sign.querySelector("a[href*='#']")) sign.remove();
  }
  if (texts.size === 0) return;
  for (const list of root.querySelectorAll("[style*='mso-element:footnote'], [style*='mso-element:endnote']")) {
    list.remove();
  }
}

/** "_ftn1", "ftn1" and "ftnt1" are the same note; "_ftnref1" is where it is referred to. */
function nameOf(anchor: string): string {
  const [, kind, number] = /^_?(ftn|edn)t?(?:_?ref)?(\d+)$/.exec(anchor) ?? [];
  return kind && number ? `${kind}${number}` : "";
}

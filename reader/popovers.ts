/** `<details class="popover">` opens by itself; with script it also closes on Escape, and when one goes on elsewhere. */
export function startPopovers(): void {
  document.addEventListener("keydown", ({ key, target }) => {
    const open = key === "Escape" && openAround(target);
    if (!open) return;
    open.open = false;
    open.querySelector("summary")?.focus();
  });
  for (const type of ["click", "focusin"]) {
    document.addEventListener(type, ({ target }) => {
      for (const open of document.querySelectorAll<HTMLDetailsElement>("details.popover[open]")) {
        if (!open.contains(target as Node)) open.open = false;
      }
    });
  }
}

function openAround(target: EventTarget | null): HTMLDetailsElement | null {
  return target instanceof Element ? target.closest("details.popover[open]") : null;
}

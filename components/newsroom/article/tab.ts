import { newId } from "@/lib/id";

/** Names this tab for as long as its page is open. */
export const TAB = newId();

/** The lock that says so to the other tabs of this browser; browsers let go of it when the tab dies. */
const lockOf = (tab: string) => `masthead tab ${tab}`;

if (typeof navigator !== "undefined" && navigator.locks) {
  void navigator.locks.request(lockOf(TAB), () => new Promise(() => {})).catch(() => {});
}

/** Which of these tabs are still open; all of them, where the browser cannot tell. */
export async function openTabs(tabs: string[]): Promise<Set<string>> {
  if (!navigator.locks) return new Set(tabs);
  const { held = [] } = await navigator.locks.query();
  const names = new Set(held.map(({ name }) => name));
  return new Set(tabs.filter((tab) => names.has(lockOf(tab))));
}

/** A way to another address is Next's to lead: whoever throws this is asked again by it. */
export function permanentRedirect(to: string): never {
  throw new Error(`leads to ${to}`);
}

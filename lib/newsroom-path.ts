const NEWSROOM = "/newsroom";

/**
 * Where somebody goes after signing in: the path they asked for if it is one of the newsroom's own, else its start.
 * Whatever could lead to another site is refused by reading it as a browser would.
 */
export function newsroomPath(asked: unknown): string {
  if (typeof asked !== "string" || !URL.canParse(asked, "http://own.invalid")) return NEWSROOM;
  const { origin, pathname, search, hash } = new URL(asked, "http://own.invalid");
  const own = origin === "http://own.invalid" && (pathname === NEWSROOM || pathname.startsWith(`${NEWSROOM}/`));
  return own ? pathname + search + hash : NEWSROOM;
}

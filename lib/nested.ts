/** Flat fields whose names are paths, such as "links.0.url", as the value they describe. Names without dots stay. */
export function nested(fields: Record<string, unknown>): Record<string, unknown> {
  const root: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(fields)) {
    const path = name.split(".");
    const last = path.pop() ?? "";
    let within = root;
    for (const [index, part] of path.entries()) {
      const next = path[index + 1] ?? last;
      if (typeof within[part] !== "object") within[part] = /^\d{1,3}$/.test(next) ? [] : Object.create(null);
      within = within[part] as Record<string, unknown>;
    }
    within[last] = value;
  }
  return { ...root };
}

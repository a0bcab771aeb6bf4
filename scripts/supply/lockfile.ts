import { readFileSync } from "node:fs";
import { z } from "zod";

const Locked = z.object({
  version: z.string(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
});

/** A package of the lockfile: where it is put, its name, and what the lockfile says of it. */
export type Package = z.infer<typeof Locked> & { place: string; name: string };

/** Licences that the registry does not know, as the package's own files state them. */
const STATED: Record<string, string> = { "combine-errors@3.0.3": "MIT" };

/** Every package that an install brings, as the lockfile names them. */
export function lockedPackages(file = "package-lock.json"): Package[] {
  const { packages } = z
    .object({ packages: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(file, "utf8")));
  return Object.entries(packages)
    .filter(([place]) => place !== "")
    .map(([place, value]) => {
      const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
      const locked = Locked.parse(value);
      return { ...locked, license: locked.license ?? STATED[`${name}@${locked.version}`], place, name };
    });
}

/** Whether a version is at least another, such as "5.0.0-beta.32" and "5.0.0-beta.30". */
export function isAtLeast(version: string, floor: string): boolean {
  const [ours, theirs] = [version, floor].map((text) => {
    const [release = "", pre = ""] = text.split(/-(.*)/);
    // A release comes after all that come before it.
    return [
      ...release.split(".").map(Number),
      ...(pre ? [Number(pre.match(/\d+/)?.[0] ?? 0)] : [Number.POSITIVE_INFINITY]),
    ];
  });
  for (const [at, part] of (theirs ?? []).entries()) {
    const own = ours?.[at] ?? 0;
    if (own !== part) return own > part;
  }
  return true;
}

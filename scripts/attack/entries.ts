import { readFileSync } from "node:fs";

/** A server action of the build: its id, which its forms carry, where it stands, and a page that has it. */
export type ServerAction = { id: string; name: string; page: string };

type Manifest = {
  node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>;
};

const server = ".next/server";

/** Every server action that was built, so that none is forgotten. */
export function builtActions(): ServerAction[] {
  const { node } = JSON.parse(readFileSync(`${server}/server-reference-manifest.json`, "utf8")) as Manifest;
  return Object.entries(node).map(([id, { workers, filename, exportedName }]) => ({
    id,
    name: `${filename}#${exportedName}`,
    page: addressOf(Object.keys(workers)[0] ?? ""),
  }));
}

/** The address of every route handler that was built, with something in each of its gaps. */
export function builtHandlers(): string[] {
  return builtRoutes((file) => file.endsWith("/route"));
}

/** The address of every page that was built, with something in each of its gaps. */
export function builtPages(): string[] {
  return builtRoutes((file) => file.endsWith("/page"));
}

function builtRoutes(isWanted: (file: string) => boolean): string[] {
  const routes = JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8")) as Record<string, string>;
  return Object.entries(routes)
    .filter(([file, route]) => isWanted(file) && !route.startsWith("/_"))
    .map(([, route]) => filled(route))
    .sort();
}

function addressOf(worker: string): string {
  const route = worker
    .replace(/^app/, "")
    .replace(/\/page$/, "")
    .replaceAll(/\/\([^)]*\)/g, "");
  return filled(route || "/");
}

function filled(route: string): string {
  return route.replaceAll(/\/\[\[\.{3}[^\]]*\]\]/g, "").replaceAll(/\[[^\]]*\]/g, "anything") || "/";
}

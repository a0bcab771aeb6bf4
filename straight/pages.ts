import type { Metadata } from "next";
import type { ReactNode } from "react";
import * as article from "@/app/(site)/[...path]/page";
import * as section from "@/app/(site)/[section]/page";
import * as archive from "@/app/(site)/archive/[[...date]]/page";
import * as byline from "@/app/(site)/bylines/[slug]/page";
import * as front from "@/app/(site)/page";
import * as series from "@/app/(site)/series/[slug]/page";
import * as topic from "@/app/(site)/topics/[slug]/page";

type Props = { params: Promise<Record<string, unknown>>; searchParams: Promise<Record<string, string | string[]>> };

/** A page as `app/` has it. */
export type Page = {
  default: (props: Props) => Promise<ReactNode>;
  generateMetadata: (props: Props) => Promise<Metadata>;
};

type Row = readonly [path: string, page: unknown, params?: (parts: string[]) => Record<string, unknown>];

/**
 * Which page an address has, for those that are read most: `*` stands for one part of a path, and the first row that fits
 * counts, as with Next. What fits none, or has no page here, is Next's alone.
 */
const PAGES: readonly Row[] = [
  ["/", front],
  ["/topics/*", topic, ([, slug]) => ({ slug })],
  ["/bylines/*", byline, ([, slug]) => ({ slug })],
  ["/series/*", series, ([, slug]) => ({ slug })],
  ["/archive", archive],
  ["/archive/*", archive, ([, ...date]) => ({ date })],
  ["/archive/*/*", archive, ([, ...date]) => ({ date })],
  ["/archive/*/*/*", archive, ([, ...date]) => ({ date })],
  ["/about", null],
  ["/about/*", null],
  ["/corrections", null],
  ["/gallery", null],
  ["/saved", null],
  ["/search", null],
  ["/share/*", null],
  ["/sitemaps/*", null],
  ["/index-now/*", null],
  ["/*", section, ([slug]) => ({ section: slug })],
  ["/*/*", article, (path) => ({ path })],
];

/** What is asked for in one of these pages. */
export type Asking = { kind: string; page: Page; props: Props };

/** @param address as lib/reader-address.ts writes it */
export function pageAt(address: string): Asking | null {
  const [path = "/", query = ""] = address.split("?");
  // What is written otherwise, Next may have its own mind on.
  if (!/^\/(?:(?:[a-z0-9-]|%[0-9A-F]{2})+(?:\/(?:[a-z0-9-]|%[0-9A-F]{2})+)*)?$/.test(path)) return null;
  const parts = path.split("/");
  const row = PAGES.find(([pattern]) => {
    const wanted = pattern.split("/");
    return (
      wanted.length === parts.length && wanted.every((want, at) => want === parts[at] || (want === "*" && parts[at]))
    );
  });
  if (!row?.[1]) return null;
  const [kind, page, params = () => ({})] = row;
  const props = { params: Promise.resolve(params(parts.slice(1))), searchParams: Promise.resolve(asked(query)) };
  return { kind, page: page as Page, props };
}

function asked(query: string): Record<string, string | string[]> {
  const all = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(all.keys())].map((name) => {
      const values = all.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );
}

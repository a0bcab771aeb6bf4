"use client";

import { useTyped } from "@/components/newsroom/editor/use-typed";
import { TextField } from "@/components/ui/field";
import { legible, slugOf } from "@/lib/slug";

/** The last part of the story's address, made from the headline until somebody types another. */
export function PermalinkField({
  id,
  slug,
  headline,
  sectionSlug,
  path,
  isLive,
  siteUrl,
  onChange,
}: {
  id: string;
  slug: string;
  headline: string;
  sectionSlug: string | undefined;
  /** The address it has or had. */
  path: string | null;
  isLive: boolean;
  siteUrl: string;
  onChange: (slug: string) => void;
}) {
  const present = presentSlug({ slug, headline, path });
  const address = addressOf({ siteUrl, sectionSlug, slug: present });
  const moves = path !== null && sectionSlug !== undefined && path !== `/${sectionSlug}/${present}`;
  const typed = useTyped(legible(present), (text) => onChange(slugOf(text)));
  return (
    <TextField
      label="Permalink"
      id={id}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={120}
      placeholder="made from the headline"
      hint={
        <>
          <span className="break-all">{address}</span>
          {moves && (
            <span className="mt-1 block font-semibold text-warn">
              {isLive
                ? "Published there, the old address will redirect to it:"
                : "Its old address will redirect to it:"}{" "}
              <span className="break-all">{legible(path)}</span>
            </span>
          )}
        </>
      }
      {...typed}
    />
  );
}

/** The slug as it will be if the story is published now. */
export function presentSlug({ slug, headline, path }: { slug: string; headline: string; path: string | null }): string {
  return slug || (path ? path.slice(path.lastIndexOf("/") + 1) : slugOf(headline));
}

/** The whole address as it will be, to be read, with an ellipsis for what is not known yet. */
export function addressOf({
  siteUrl,
  sectionSlug,
  slug,
}: {
  siteUrl: string;
  sectionSlug: string | undefined;
  slug: string;
}): string {
  return legible(`${siteUrl}/${sectionSlug ?? "…"}/${slug || "…"}`);
}

import type { Metadata, Viewport } from "next";
import { Fragment, type ReactNode } from "react";

// The head of a page as Next writes it, for what readers' pages say in theirs: in its order, to the byte.

type Link = { url: string | URL; title?: string | null };
type Image = { url: string | URL; type?: string; width?: string | number; height?: string | number; alt?: string };
type OpenGraph = {
  type?: string;
  siteName?: string;
  locale?: string;
  alternateLocale?: string | string[];
  url?: string | URL;
  title?: unknown;
  description?: string;
  images?: unknown;
  publishedTime?: string;
  modifiedTime?: string;
  section?: string;
  authors?: unknown;
  tags?: unknown;
};
type Twitter = { card?: string; title?: unknown; description?: string; images?: unknown };
type Icon = { url: string | URL; sizes?: string; type?: string };

/** What Next says to the browser in every head, and how it is coloured. */
export function ViewportTags({ of: { themeColor } }: { of: Viewport }) {
  return (
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {(themeColor as { media: string; color: string }[]).map(({ media, color }) => (
        <meta key={media} name="theme-color" content={color} media={media} />
      ))}
    </>
  );
}

/** The elements of a head. @param site what the layout says, which stands where the page says nothing. */
export function Head({ site, page }: { site: Metadata; page: Metadata }) {
  const all = { ...site, ...page };
  const base = site.metadataBase ?? null;
  const at = (url: string | URL) => absolute(url, base);
  const title = titleOf(site, page);
  const { alternates = {}, robots, icons } = all;
  return (
    <>
      <title>{title}</title>
      <Named name="description" content={all.description} />
      <Named name="application-name" content={all.applicationName} />
      {[all.authors ?? []].flat().map((author) => (
        <Fragment key={String(author.name)}>
          {author.url && <link rel="author" href={String(author.url)} />}
          <Named name="author" content={author.name} />
        </Fragment>
      ))}
      {all.manifest && <link rel="manifest" href={String(all.manifest)} />}
      <Named name="robots" content={robotsOf(robots)} />
      {typeof alternates?.canonical === "string" && <link rel="canonical" href={at(alternates.canonical)} />}
      {Object.entries(alternates?.languages ?? {}).map(([language, url]) => (
        <link key={language} rel="alternate" hrefLang={language} href={at(String(url))} />
      ))}
      {Object.entries(alternates?.types ?? {}).flatMap(([type, links]) =>
        ([links].flat() as Link[]).map(({ url, title }) => (
          <link key={`${type} ${url}`} rel="alternate" type={type} href={at(url)} title={title ?? undefined} />
        )),
      )}
      <Named name="format-detection" content={formatsOf(all.formatDetection)} />
      <OpenGraphTags of={(all.openGraph ?? {}) as OpenGraph} title={title} at={at} />
      <TwitterTags of={all.twitter as Twitter | undefined} at={at} />
      <IconLinks of={(icons ?? {}) as { icon?: Icon[]; apple?: Icon[] }} />
    </>
  );
}

function titleOf({ title: site }: Metadata, { title }: Metadata): string {
  const { default: fallback, template } = site as { default: string; template: string };
  if (!title) return fallback;
  if (typeof title === "string") return template.replace(/%s/g, () => title);
  return (title as { absolute: string }).absolute;
}

function absolute(url: string | URL, base: URL | string | null): string {
  const text = new URL(url, base ?? undefined).href;
  return url === "/" ? text.replace(/\/$/, "") : text;
}

function Named({ name, content }: { name: string; content?: ReactNode }) {
  return content ? <meta name={name} content={String(content)} /> : null;
}

function Property({ property, content }: { property: string; content?: unknown }) {
  return content ? <meta property={property} content={String(content)} /> : null;
}

function OpenGraphTags({ of, title, at }: { of: OpenGraph; title: string; at: (url: string | URL) => string }) {
  const images = [of.images ?? []].flat() as Image[];
  return (
    <>
      <Property property="og:title" content={of.title ?? title} />
      <Property property="og:description" content={of.description} />
      <Property property="og:url" content={of.url && at(of.url)} />
      <Property property="og:site_name" content={of.siteName} />
      <Property property="og:locale" content={of.locale} />
      {images.map((image) => (
        <Fragment key={String(image.url)}>
          <Property property="og:image" content={at(image.url)} />
          <Property property="og:image:type" content={image.type} />
          <Property property="og:image:width" content={image.width} />
          <Property property="og:image:height" content={image.height} />
          <Property property="og:image:alt" content={image.alt} />
        </Fragment>
      ))}
      {[of.alternateLocale ?? []].flat().map((locale) => (
        <Property key={locale} property="og:locale:alternate" content={locale} />
      ))}
      <Property property="og:type" content={of.type} />
      {of.type === "article" && (
        <>
          <Property property="article:published_time" content={of.publishedTime} />
          <Property property="article:modified_time" content={of.modifiedTime} />
          {([of.authors ?? []].flat() as string[]).map((author) => (
            <Property key={author} property="article:author" content={author} />
          ))}
          <Property property="article:section" content={of.section} />
          {([of.tags ?? []].flat() as string[]).map((one) => (
            <Property key={one} property="article:tag" content={one} />
          ))}
        </>
      )}
    </>
  );
}

function TwitterTags({ of, at }: { of?: Twitter; at: (url: string | URL) => string }) {
  if (!of) return null;
  const images = [of.images ?? []].flat() as Image[];
  return (
    <>
      <Named name="twitter:card" content={of.card} />
      <Named name="twitter:title" content={of.title as string} />
      <Named name="twitter:description" content={of.description} />
      {images.map((image) => (
        <Fragment key={String(image.url)}>
          <Named name="twitter:image" content={at(image.url)} />
          <Named name="twitter:image:alt" content={image.alt} />
          <Named name="twitter:image:type" content={image.type} />
          <Named name="twitter:image:width" content={image.width} />
          <Named name="twitter:image:height" content={image.height} />
        </Fragment>
      ))}
    </>
  );
}

function IconLinks({ of }: { of: { icon?: Icon[]; apple?: Icon[] } }) {
  const links = (rel: string, icons: readonly Icon[] = []) =>
    icons.map(({ url, sizes, type }) => (
      <link key={`${rel} ${url}`} rel={rel} href={String(url)} sizes={sizes} type={type} />
    ));
  return (
    <>
      {links("icon", of.icon)}
      {links("apple-touch-icon", of.apple)}
    </>
  );
}

function robotsOf(robots: Metadata["robots"]): string {
  if (typeof robots === "string" || !robots) return robots ?? "";
  const { index, follow, ...rest } = robots as { index?: boolean; follow?: boolean } & Record<string, unknown>;
  const said = [];
  if (index !== undefined) said.push(index ? "index" : "noindex");
  if (follow !== undefined) said.push(follow ? "follow" : "nofollow");
  for (const [name, value] of Object.entries(rest)) if (value) said.push(value === true ? name : `${name}:${value}`);
  return said.join(", ");
}

function formatsOf(formats: Metadata["formatDetection"]): string {
  const named = Object.entries(formats ?? {}).filter(([, value]) => value === false);
  return named.map(([name]) => `${name}=no`).join(", ");
}

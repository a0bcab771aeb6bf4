import { type IncomingMessage, ServerResponse } from "node:http";
import { Writable } from "node:stream";
import { isValidElement, type ReactElement, type ReactNode } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { ReaderDocument } from "@/app/_kit/reader-document";
import { inReply } from "@/app/_kit/reply";
import { siteMetadata, siteViewport } from "@/app/_kit/site-head";
import { Head, ViewportTags } from "./head";
import type { Asking } from "./pages";
import { asOneRequest } from "./react";

/** A page for readers, whole: its HTML in UTF-8, and the headers that are its own. */
export type Made = { html: Buffer; headers: Record<string, string> };

/**
 * Makes a page.
 * @param styles the style sheets that it links.
 * @returns null for what is no page that everybody may see: where nothing is, what has gone, what the clock would end at once.
 * @throws whatever the page throws, a way to another address among it
 */
export async function make(request: IncomingMessage, asking: Asking, styles: readonly string[]): Promise<Made | null> {
  const reply = new ServerResponse(request);
  return inReply(reply, () =>
    asOneRequest(async () => {
      const document = await documentOf(asking, styles);
      if (reply.statusCode !== 200 || !reply.hasHeader("surrogate-key")) return null;
      const { html, link } = await rendered(document);
      const headers = Object.fromEntries(
        Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]),
      );
      if (link) headers.link = link;
      return { html, headers };
    }),
  );
}

async function documentOf({ page, props }: Asking, styles: readonly string[]): Promise<ReactNode> {
  const [site, head, body] = await Promise.all([
    siteMetadata(),
    page.generateMetadata(props),
    page.default(props).then(settled),
  ]);
  return (
    <>
      <ViewportTags of={siteViewport} />
      <Head site={site} page={head} />
      {styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} precedence="next" />
      ))}
      {await settled(<ReaderDocument>{body}</ReaderDocument>)}
    </>
  );
}

const AsyncFunction = (async () => {}).constructor;

/** The same tree, with what its asynchronous components return in their places: the others are React's affair. */
async function settled(node: ReactNode): Promise<ReactNode> {
  if (Array.isArray(node)) return Promise.all(node.map(settled));
  if (!isValidElement<Record<string, unknown>>(node)) return node;
  const { type, props } = node as ReactElement<Record<string, unknown>>;
  if (type instanceof AsyncFunction) return settled(await (type as (props: object) => Promise<ReactNode>)(props));
  const parts = Object.entries(props).filter(([, value]) => holdsElements(value));
  if (parts.length === 0) return node;
  const made = await Promise.all(
    parts.map(async ([name, value]) => [name, await settled(value as ReactNode)] as const),
  );
  return { ...node, props: { ...props, ...Object.fromEntries(made) } } as ReactElement;
}

function holdsElements(value: unknown): boolean {
  return Array.isArray(value) ? value.some(holdsElements) : isValidElement(value);
}

/** What React makes of it, and the header that has its browser fetch ahead. */
function rendered(document: ReactNode): Promise<{ html: Buffer; link: string }> {
  return new Promise((resolve, reject) => {
    let link = "";
    const { pipe } = renderToPipeableStream(document, {
      onHeaders: (headers: { Link?: string }) => {
        link = headers.Link ?? "";
      },
      onAllReady() {
        const chunks: Uint8Array[] = [];
        const out = new Writable({
          decodeStrings: false,
          write(chunk: Uint8Array | string, _, done) {
            chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
            done();
          },
        });
        out.once("finish", () => resolve({ html: Buffer.concat(chunks), link }));
        pipe(out);
      },
      onShellError: reject,
      onError: reject,
    });
  });
}

import { createHash } from "node:crypto";
import { directionOf } from "./language";

const STYLE = `
:root { color-scheme: light dark; background: light-dark(#fffefc, #131518); color: light-dark(#15171a, #e9e6e0); }
body { margin: 0; min-height: 100vh; display: grid; align-items: center; font: 1.25rem/1.5 "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif; }
main { width: min(100% - 2.5rem, 40rem); margin-inline: auto; padding-block: 3rem; box-sizing: border-box; }
main::before { content: ""; display: block; height: 1px; border-top: 3px solid; border-bottom: 1px solid; padding-top: 2px; margin-bottom: 2rem; }
h1 { margin: 0; font-size: clamp(2.1rem, 1.35rem + 3.2vw, 3.4rem); font-weight: 500; line-height: 1.08; letter-spacing: -0.02em; text-wrap: balance; }
small { font-size: 0.9rem; }
p { margin: 1rem 0 0; color: light-dark(#595c62, #a8acb3); text-wrap: pretty; }
a { color: light-dark(#0b4f86, #8fc3ee); text-underline-offset: 0.16em; }
a:focus-visible { outline: 3px solid; outline-offset: 2px; }
`;

/** What such a page may do: show itself, and nothing else. */
export const PLAIN_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

type PlainPage = { language: string; title: string; text: string; reference?: string };

/**
 * A page that is whole in itself: it needs no database, no build and no script, since any of these may be what failed.
 * Its colours are those of app/theme.css.
 * @param text HTML, as are the title and the reference, by which the log has why it is shown.
 */
export function plainPage({ language, title, text, reference }: PlainPage): string {
  return `<!DOCTYPE html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>${
    reference
      ? `
<p><small>${reference}</small></p>`
      : ""
  }
</main>
</body>
</html>
`;
}

/**
 * What a page may load: its own things alone.
 * @param scripts which scripts may run besides those of this site, as a policy's sources.
 * @param frames which origins it may show in a frame; none where it is left out.
 */
export function contentPolicy(scripts = "", frames = ""): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}`.trimEnd(),
    // Attributes of style place pictures and the newsroom's pop-ups.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `frame-src ${frames || "'none'"}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

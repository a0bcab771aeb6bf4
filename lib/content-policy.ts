/**
 * What a page may load: its own things alone.
 * @param scripts which scripts may run besides those of this site, as a policy's sources.
 */
export function contentPolicy(scripts: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}`,
    // Attributes of style place pictures and the newsroom's pop-ups.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

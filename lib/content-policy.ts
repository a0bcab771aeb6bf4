/** What a page may do besides showing what is this site's own; each is a list of sources as a policy writes them. */
type Allowed = {
  /** Scripts that may run. */
  scripts?: string;
  /** Sheets and elements of style, and attributes where `attributes` says nothing else. */
  styles?: string;
  /** Attributes of style, where they are ruled apart. */
  attributes?: string;
  /** Origins that it may show in a frame; none where it is left out. */
  frames?: string;
};

/** What a page may load: its own things alone. */
export function contentPolicy({ scripts = "", styles = "", attributes = "", frames = "" }: Allowed = {}): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}`.trimEnd(),
    `style-src 'self' ${styles}`.trimEnd(),
    ...(attributes ? [`style-src-attr ${attributes}`] : []),
    "img-src 'self' data: blob:",
    "worker-src 'self'",
    `frame-src ${frames || "'none'"}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

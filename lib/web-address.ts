/** Whether a text is the whole https address of something on the web. */
export function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:";
}

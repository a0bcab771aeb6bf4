import { plainPage } from "@/lib/plain-page";

/** The page that readers get when another one failed. @param id by which the log has that */
export function faultPage(id?: string): string {
  return plainPage({
    language: "en",
    title: "We could not print this page",
    text: 'The fault is ours, and it has been noted. Reload the page in a minute, or go to <a href="/">the front page</a>.',
    ...(id && { reference: `Reference: ${id}` }),
  });
}

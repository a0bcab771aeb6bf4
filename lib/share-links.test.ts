import { expect, test } from "vitest";
import { mailLink, shareLinks } from "./share-links";

const story = { url: "https://paper.example/harbour/a?b=c&d#e", title: 'Fish & "chips" 100% #1\u2029جسر' };

test("every network gets the whole address, and the title where it takes one, as one value each", () => {
  const links = Object.fromEntries(shareLinks(story).map(({ network, href }) => [network, new URL(href).searchParams]));
  expect(links.Facebook?.get("u")).toBe(story.url);
  expect(links.LinkedIn?.get("url")).toBe(story.url);
  expect([...(links.X ?? [])]).toEqual([
    ["text", story.title],
    ["url", story.url],
  ]);
  for (const network of ["WhatsApp", "Bluesky"]) {
    expect([...(links[network] ?? [])]).toEqual([["text", `${story.title} ${story.url}`]]);
  }
});

test("an e-mail has the title for its subject, and no line of its head can be added", () => {
  const [scheme, query = ""] = mailLink({ ...story, title: "A\r\nBcc: x@example.com&cc=y" }).split("?");
  expect(scheme).toBe("mailto:");
  expect([...new URLSearchParams(query).keys()]).toEqual(["subject", "body"]);
  expect(query).not.toMatch(/[\r\n]/);
});

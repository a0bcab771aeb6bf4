import { EDITION } from "./servers";
import { expect, signIn, test } from "./test";

// What a browser's screens never ask for, and somebody else might.

const POLICY = "content-security-policy";

test("Pictures have one address, which asks whether they are published @once", async ({ request }) => {
  const front = await (await request.get("/")).text();
  const picture = /\/media\/[0-9a-f]{32}\.webp/.exec(front)?.[0] ?? "";
  expect((await request.get(picture)).status()).toBe(200);
  const again = await request.get(`/_next/image?url=${encodeURIComponent(picture)}&w=640&q=75`);
  expect(again.status()).toBe(404);
});

test("There is one way to sign in @once", async ({ request }) => {
  for (const path of ["csrf", "providers", "session", "signin", "signout", "callback/credentials"]) {
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404);
    expect((await request.post(`/api/auth/${path}`, { form: { a: "b" } })).status(), path).toBe(404);
  }
});

test("Every page has a content security policy, whatever its section is called @once", async ({ request }) => {
  for (const path of ["/", "/newsroom-diary", "/newsrooms/x", "/setups", "/invitations", "/sign-in-x", "/mediation"]) {
    expect((await request.get(path)).headers()[POLICY], path).toContain("default-src 'self'");
  }
  for (const path of ["/newsroom", "/newsroom/articles", "/sign-in", "/setup", "/invitation/none"]) {
    expect((await request.get(path)).headers()[POLICY], path).toContain("'nonce-");
  }
});

test("A list is asked for twice over, and answers @once", async ({ page }) => {
  await signIn(page, "mirjam.tveitt@halyard.example");
  for (const list of ["articles", "topics", "bylines", "media"]) {
    const asked = await page.request.get(`/newsroom/${list}?search=a&search=b&q=a&q=b&cursor=x&cursor=y`);
    expect(asked.status(), list).toBe(200);
  }
});

test("The newsroom's endpoints answer no other site @once", async ({ page }) => {
  await signIn(page, "mirjam.tveitt@halyard.example");
  const ask = (headers: Record<string, string>) => page.request.get("/newsroom/media/library", { headers });
  expect((await ask({ origin: EDITION.url })).status()).toBe(200);
  for (const origin of ["null", "http://localhost:1", "https://example.com", "no address"]) {
    expect((await ask({ origin })).status(), origin).toBe(403);
  }
  for (const site of ["cross-site", "same-site"]) {
    expect((await ask({ "sec-fetch-site": site })).status(), site).toBe(403);
  }
});

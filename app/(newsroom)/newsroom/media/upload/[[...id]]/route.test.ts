import { expect, test, vi } from "vitest";
import { requireActor } from "@/app/_kit/session";
import { makeStaff } from "@/db/factories";
import { Refusal } from "@/lib/refusal";
import { routes } from "@/lib/routes";
import { DELETE, HEAD, PATCH, POST } from "./route";

vi.mock("@/app/_kit/session", () => ({ requireActor: vi.fn() }));

const reporter = await makeStaff({ role: "reporter" });
const other = await makeStaff({ role: "owner" });

const HANDLERS = { POST, HEAD, PATCH, DELETE };
function ask(
  method: keyof typeof HANDLERS,
  address: string,
  headers: Record<string, string>,
  body?: string,
  as = reporter,
): Promise<Response> {
  vi.mocked(requireActor).mockResolvedValue(as);
  const whole = { "tus-resumable": "1.0.0", origin: "http://localhost:3000", ...headers };
  return HANDLERS[method](new Request(`http://localhost${address}`, { method, headers: whole, body }));
}
const PIECE = { "content-type": "application/offset+octet-stream" };

async function begun(length = 6): Promise<string> {
  const filename = Buffer.from("“Räksmörgås” \u202e.jpg").toString("base64");
  const headers = { "upload-length": String(length), "upload-metadata": `filename ${filename}` };
  const answer = await ask("POST", routes.newsroom.upload(), headers);
  expect(answer.status).toBe(201);
  return answer.headers.get("location") ?? "";
}
const offsetOf = async (address: string) => (await ask("HEAD", address, {})).headers.get("upload-offset");

test("an upload begins, goes on where it was, and is known to nobody else", async () => {
  const address = await begun();
  expect(address).toMatch(/^\/newsroom\/media\/upload\/[0-9a-z]{16}$/);
  const first = await ask("PATCH", address, { ...PIECE, "upload-offset": "0" }, "abc");
  expect([first.status, first.headers.get("upload-offset")]).toEqual([204, "3"]);
  expect(first.headers.get("access-control-allow-origin")).toBeNull();
  expect((await ask("HEAD", address, {}, undefined, other)).status).toBe(404);
  expect((await ask("PATCH", address, { ...PIECE, "upload-offset": "3" }, "def", other)).status).toBe(404);
  expect(await offsetOf(address)).toBe("3");
  expect((await ask("PATCH", address, { ...PIECE, "upload-offset": "3" }, "def")).status).toBe(204);
  expect((await ask("DELETE", address, {})).status).toBe(204);
  expect((await ask("HEAD", address, {})).status).toBe(404);
});

test.each(["2", "4", "-1", "x"])("a piece at a wrong offset (%s) changes nothing", async (offset) => {
  const address = await begun();
  await ask("PATCH", address, { ...PIECE, "upload-offset": "0" }, "abc");
  const answer = await ask("PATCH", address, { ...PIECE, "upload-offset": offset }, "zzz");
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await offsetOf(address)).toBe("3");
});

test("more than was said is refused, and so is a file of nothing or of too much", async () => {
  const address = await begun(3);
  const more = { ...PIECE, "upload-offset": "0", "content-length": "6" };
  expect((await ask("PATCH", address, more, "abcdef")).status).toBe(413);
  const empty = await ask("POST", routes.newsroom.upload(), { "upload-length": "0" });
  expect([empty.status, await empty.json()]).toEqual([422, { code: "invalid", message: "This file is empty." }]);
  expect((await ask("POST", routes.newsroom.upload(), { "upload-length": String(600 * 1024 * 1024) })).status).toBe(
    413,
  );
});

test("other sites, and who is signed out, get no answer", async () => {
  const foreign = { "upload-length": "3", origin: "https://evil.example" };
  expect((await ask("POST", routes.newsroom.upload(), foreign)).status).toBe(403);
  expect((await ask("POST", routes.newsroom.upload(), { ...foreign, origin: "null" })).status).toBe(403);
  const nameless = new Request(`http://localhost${routes.newsroom.upload()}`, { method: "POST" });
  expect((await POST(nameless)).status).toBe(403);
  const address = await begun();
  vi.mocked(requireActor).mockRejectedValue(new Refusal("signed-out", "You are signed out."));
  const request = new Request(`http://localhost${address}`, { method: "HEAD", headers: { "tus-resumable": "1.0.0" } });
  expect((await HEAD(request)).status).toBe(401);
});

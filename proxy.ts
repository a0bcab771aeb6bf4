import { type NextRequest, NextResponse } from "next/server";
import { contentPolicy } from "@/lib/content-policy";
import { EMBED_FRAME_HOSTS } from "@/lib/embeds";
import { isStaffAddress } from "@/lib/staff-address";

// Pages run only the scripts that this response names. It is no lock: every page and action guards itself.
// Uploads go past it: Next would hold their whole body in memory, and cut it off at ten megabytes. So do readers' pages
// that the press asks for: it gives them a policy of its own, by hashes (docs/decisions/0037).
export const config = {
  matcher: [
    "/newsroom",
    "/newsroom/((?!media/upload(?:/|$)).*)",
    {
      source: "/((?!(?:newsroom|media|api|fonts|_next)(?:/|$)).*)",
      missing: [{ type: "header", key: "x-masthead-client", value: "press" }],
    },
  ],
};

const STAFFS_FILE = /^\/newsroom\/media\/[^/]+\/original$|^\/preview\/files\//;

/** Any that we know: which of them a page shows, only the press knows beforehand. */
const FRAMES = EMBED_FRAME_HOSTS.map((host) => `https://${host}`).join(" ");

/** Gives a page its content security policy, with a nonce that Next puts on its own scripts. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const isStaffs = isStaffAddress(pathname);
  const policy = contentPolicy({
    scripts: `'nonce-${nonce}' 'strict-dynamic'${development("'unsafe-eval'")}`,
    styles: process.env.NODE_ENV === "development" ? "'unsafe-inline'" : `'nonce-${nonce}'`,
    // React writes some into the page, of widths and colours that are known only then.
    attributes: "'unsafe-inline'",
    frames: isStaffs ? "" : FRAMES,
  });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-masthead-nonce", nonce);
  // Signing in leads back to where one was.
  headers.set("x-masthead-path", pathname + search);
  const response = NextResponse.next({ request: { headers } });
  // A file that staff save has a stricter one of its own, which this would take the place of.
  if (STAFFS_FILE.test(pathname)) return response;
  response.headers.set("content-security-policy", policy);
  return response;
}

/** What only the development server needs. */
function development(source: string): string {
  return process.env.NODE_ENV === "development" ? ` ${source}` : "";
}

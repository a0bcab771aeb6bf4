import { type NextRequest, NextResponse } from "next/server";
import { contentPolicy } from "@/lib/content-policy";

// Staff's pages run only the scripts that this response names. It is no lock: every page and action guards itself.
// Uploads go past it: Next would hold their whole body in memory, and cut it off at ten megabytes.
export const config = {
  matcher: [
    "/newsroom",
    "/newsroom/((?!media/upload(?:/|$)).*)",
    "/sign-in/:path*",
    "/setup",
    "/invitation/:path*",
    "/preview/:secret",
  ],
};

/** Gives a page for staff its content security policy, with a nonce that Next puts on its own scripts. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const development = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  const policy = contentPolicy(`'nonce-${nonce}' 'strict-dynamic'${development}`);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  // Signing in leads back to where one was.
  headers.set("x-masthead-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

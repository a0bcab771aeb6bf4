import { type NextRequest, NextResponse } from "next/server";

/** Tells pages of the newsroom their own address, so that signing in leads back to it. It guards nothing. */
export function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set("x-masthead-path", request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/newsroom/:path*"] };

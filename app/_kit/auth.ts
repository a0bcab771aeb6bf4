import { cookies } from "next/headers";
import NextAuth, { type NextAuthConfig } from "next-auth";
import { getToken } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { signOut as endOwnSession } from "@/domain/people/sessions";
import { getEnv } from "@/lib/env";
import { newSecret } from "@/lib/id";

// The one file that knows next-auth (docs/decisions/0002-next-auth.md). Its token holds the id of a session and
// nothing else: whether that session still counts, and whose it is, is read from the database at every request.
// Its own addresses below /api/auth are not opened: people sign in and out by the product's forms alone.

/** Longer than any session lasts: the row decides when one ends. In seconds; browsers keep no cookie longer. */
const COOKIE_AGE = 400 * 24 * 60 * 60;

/** Sessions that were just begun, by a random ticket, on their way through next-auth into the browser's token. */
const begun = new Map<string, string>();

const credentials = Credentials({
  credentials: { ticket: {} },
  authorize({ ticket }) {
    const id = begun.get(String(ticket));
    return id ? { id } : null;
  },
});

// A function, so that neither the secret nor the address is asked for before a request comes: a build has neither.
function config(): NextAuthConfig {
  return {
    providers: [credentials],
    secret: secret(),
    trustHost: true,
    basePath: "/api/auth",
    useSecureCookies: isSecure(),
    session: { strategy: "jwt", maxAge: COOKIE_AGE },
    cookies: {
      sessionToken: {
        name: cookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() },
      },
      // Nobody reads it, but next-auth sets it.
      callbackUrl: { name: ownName("authjs.callback-url") },
    },
    callbacks: {
      jwt: ({ token, user }) => ({ sessionId: user?.id ?? token.sessionId }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: () => getEnv().SITE_URL,
    },
  };
}

const auth = NextAuth(config);

/** Gives the browser the token of a session that was begun. */
export async function startSession(id: string): Promise<void> {
  const ticket = newSecret();
  begun.set(ticket, id);
  try {
    await auth.signIn("credentials", { ticket, redirect: false });
  } finally {
    begun.delete(ticket);
  }
}

/** Signs the browser out: its session ends, its cookie goes. */
export async function leaveSession(): Promise<void> {
  const id = await currentSessionId();
  if (id) await endOwnSession(id);
  await auth.signOut({ redirect: false });
}

/** The session that the browser's token names, which may have ended; null without a token of ours. */
export async function currentSessionId(): Promise<string | null> {
  // By the cookies, and not the header they came in: a page that is rendered anew once somebody signed in is theirs.
  const headers = { cookie: (await cookies()).toString() };
  const token = await getToken({ req: { headers }, secret: secret(), cookieName: cookieName() });
  return typeof token?.sessionId === "string" ? token.sessionId : null;
}

/** Whether browsers come by https alone. */
export function isSecure(): boolean {
  return getEnv().SITE_URL.startsWith("https:");
}

function cookieName(): string {
  return ownName("masthead-session");
}

/** The name of a cookie of ours. Under https it binds the cookie to this very host; browsers refuse it over http. */
export function ownName(name: string): string {
  return isSecure() ? `__Host-${name}` : name;
}

function secret(): string {
  const found = process.env.AUTH_SECRET;
  if (!found) throw new Error("AUTH_SECRET is missing: start Masthead by its own commands, which set it");
  return found;
}

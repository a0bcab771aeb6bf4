import { headers } from "next/headers";
import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import { getToken } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { signOut as endOwnSession } from "@/domain/people/sessions";
import { signIn } from "@/domain/people/signing-in";
import { getEnv } from "@/lib/env";
import { Refusal } from "@/lib/refusal";
import { clientOf } from "./client";

// The one file that knows next-auth (docs/decisions/0002-next-auth.md). Its token holds the id of a session and
// nothing else: whether that session still counts, and whose it is, is read from the database at every request.
// Its own addresses below /api/auth are not opened: people sign in and out by the product's forms alone.

/** Longer than any session lasts: the row decides when one ends. In seconds; browsers keep no cookie longer. */
const COOKIE_AGE = 400 * 24 * 60 * 60;

/** A refusal on its way through next-auth. */
class RefusedSignIn extends CredentialsSignin {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
    this.code = refusal.code;
  }
}

const credentials = Credentials({
  credentials: { email: {}, password: {} },
  async authorize({ email, password }, request) {
    try {
      const id = await signIn({ email: String(email), password: String(password) }, clientOf(request.headers));
      return { id };
    } catch (error) {
      throw error instanceof Refusal ? new RefusedSignIn(error) : error;
    }
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
    },
    callbacks: {
      jwt: ({ token, user }) => ({ sessionId: user?.id ?? token.sessionId }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: () => getEnv().SITE_URL,
    },
    logger: {
      // A wrong password is no fault of the product.
      error: (error) => {
        if (!(error instanceof CredentialsSignin)) console.error(error);
      },
    },
  };
}

const auth = NextAuth(config);

/** Signs the browser in. @throws Refusal as the domain's verb does */
export async function startSession(who: { email: string; password: string }): Promise<void> {
  try {
    await auth.signIn("credentials", { ...who, redirect: false });
  } catch (error) {
    throw error instanceof RefusedSignIn ? error.refusal : error;
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
  const token = await getToken({ req: { headers: await headers() }, secret: secret(), cookieName: cookieName() });
  return typeof token?.sessionId === "string" ? token.sessionId : null;
}

function isSecure(): boolean {
  return getEnv().SITE_URL.startsWith("https:");
}

/** Under https the name binds the cookie to this very host; browsers refuse that name over http. */
function cookieName(): string {
  return isSecure() ? "__Host-masthead-session" : "masthead-session";
}

function secret(): string {
  const found = process.env.AUTH_SECRET;
  if (!found) throw new Error("AUTH_SECRET is missing: start Masthead by its own commands, which set it");
  return found;
}

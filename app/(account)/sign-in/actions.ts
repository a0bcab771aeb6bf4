"use server";

import { z } from "zod";
import { visitorAction } from "@/app/_kit/action";
import { keepStep, signInWithFactor, signInWithPasskey, signInWithPassword } from "@/app/_kit/sign-in";
import { PasskeyAnswer, Proof } from "@/domain/people/factor";
import { askForPasskey } from "@/domain/people/passkeys";
import { newsroomPath } from "@/lib/newsroom-path";
import { routes } from "@/lib/routes";

const SignIn = z.object({
  email: z.string().trim().min(1, "Enter your e-mail address.").max(254, "This is too long for an e-mail address."),
  password: z.string().min(1, "Enter your password.").max(200, "Use at most 200 characters."),
  next: z.string().optional(),
});

export const signIn = visitorAction(SignIn, async ({ email, password, next }) => {
  const step = await signInWithPassword({ email, password });
  if (step === null) return newsroomPath(next);
  await keepStep(step);
  return routes.signInCode(newsroomPath(next));
});

export const finish = visitorAction(
  Proof.and(z.object({ next: z.string().optional() })),
  async ({ next, ...proof }) => {
    await signInWithFactor(proof);
    return newsroomPath(next);
  },
);

export const passkeyAlone = visitorAction(
  z.object({ passkey: PasskeyAnswer, next: z.string().optional() }),
  async ({ passkey, next }) => {
    await signInWithPasskey({ passkey });
    return newsroomPath(next);
  },
);

export const askPasskey = visitorAction(z.object({}), async () => ({
  result: { options: JSON.stringify(await askForPasskey()) },
  still: true,
}));

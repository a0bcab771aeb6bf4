"use server";

import { z } from "zod";
import { visitorAction } from "@/app/_kit/action";
import { startSession } from "@/app/_kit/auth";
import { newsroomPath } from "@/lib/newsroom-path";

const SignIn = z.object({
  email: z.string().trim().min(1, "Enter your e-mail address.").max(254, "This is too long for an e-mail address."),
  password: z.string().min(1, "Enter your password.").max(200, "Use at most 200 characters."),
  next: z.string().optional(),
});

export const signIn = visitorAction(SignIn, async ({ email, password, next }) => {
  await startSession({ email, password });
  return newsroomPath(next);
});

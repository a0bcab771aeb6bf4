"use server";

import { redirect } from "next/navigation";
import { leaveSession } from "@/app/_kit/auth";
import { routes } from "@/lib/routes";

export async function signOut(): Promise<void> {
  await leaveSession();
  redirect(routes.signIn());
}

"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { leaveSession } from "@/app/_kit/auth";
import { refuseOtherSites } from "@/app/_kit/own-site";
import { read } from "@/app/_kit/read";
import { routes } from "@/lib/routes";

export async function signOut(): Promise<void> {
  await read(fromHere());
  await leaveSession();
  redirect(routes.signIn());
}

async function fromHere(): Promise<void> {
  refuseOtherSites({ method: "POST", headers: await headers() });
}

import { redirect } from "next/navigation";
import { currentActor } from "@/app/_kit/session";
import { routes } from "@/lib/routes";

export default async function NewsroomHome() {
  await currentActor();
  redirect(routes.newsroom.articles());
}

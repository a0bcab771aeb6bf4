import { notFound } from "next/navigation";
import { currentActor } from "@/app/_kit/session";

/** Whatever lies at no page of the newsroom, so that its own 404 answers. */
export default async function Missing() {
  await currentActor();
  notFound();
}

import type { ReactNode } from "react";
import { findActor } from "@/app/_kit/session";
import { PeopleNav } from "@/components/newsroom/people/people-nav";
import { can } from "@/domain/people/staff";

/** The way between the pages about people. Each page refuses by itself: then nothing of this is shown. */
export default async function PeoplePages({ children }: { children: ReactNode }) {
  const actor = await findActor();
  return (
    <>
      {actor && can(actor, "staff.manage") && <PeopleNav />}
      {children}
    </>
  );
}

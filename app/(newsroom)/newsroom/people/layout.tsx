import type { ReactNode } from "react";
import { findActor } from "@/app/_kit/session";
import { Tabs } from "@/components/newsroom/tabs";
import { can } from "@/domain/people/staff";
import { routes } from "@/lib/routes";

const PAGES = [
  ["Staff", routes.newsroom.people()],
  ["Roles", routes.newsroom.roles()],
  ["Desks", routes.newsroom.desks()],
] as const;

/** The way between the pages about people. Each page refuses by itself: then nothing of this is shown. */
export default async function PeoplePages({ children }: { children: ReactNode }) {
  const actor = await findActor();
  return (
    <>
      {actor && can(actor, "staff.manage") && <Tabs label="People" pages={PAGES} />}
      {children}
    </>
  );
}

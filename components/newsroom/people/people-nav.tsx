import { Tab } from "@/components/newsroom/tab";
import { routes } from "@/lib/routes";

const PAGES = [
  ["Staff", routes.newsroom.people()],
  ["Roles", routes.newsroom.roles()],
  ["Desks", routes.newsroom.desks()],
] as const;

/** The pages about who works here. */
export function PeopleNav() {
  return (
    <nav aria-label="People" className="mb-6 border-b border-line">
      <ul className="flex flex-wrap sm:gap-1">
        {PAGES.map(([name, href]) => (
          <li key={href} className="shrink-0">
            <Tab href={href}>{name}</Tab>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { type Actor, can } from "@/domain/people/staff";
import { routes } from "@/lib/routes";
import { Tab } from "../tab";

/** The pages of the settings, as far as the actor may open them. */
export function SettingsNav({ actor }: { actor: Actor }) {
  if (!can(actor, "settings.manage")) return null;
  const pages = [
    ["Publication", routes.newsroom.settings()],
    ["Appearance", routes.newsroom.settings("appearance")],
    ["Organisation", routes.newsroom.settings("organisation")],
    ["About pages", routes.newsroom.about()],
    ["Search engines and feeds", routes.newsroom.settings("machines")],
  ] as const;
  return (
    <nav aria-label="Settings" className="-mx-4 mb-6 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0">
      <ul className="flex gap-1">
        {pages.map(([name, href]) => (
          <li key={href} className="shrink-0">
            <Tab href={href}>{name}</Tab>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { Tab } from "@/components/newsroom/tab";
import { routes } from "@/lib/routes";

const PAGES = [
  ["General", routes.newsroom.settings()],
  ["Appearance", routes.newsroom.settings("appearance")],
  ["Organisation", routes.newsroom.settings("organisation")],
  ["Workflow", routes.newsroom.settings("workflow")],
  ["Machines", routes.newsroom.settings("machines")],
  ["House style", routes.newsroom.settings("style")],
] as const;

/** The pages of the settings. */
export function SettingsNav() {
  return (
    <nav aria-label="Settings" className="mb-6 border-b border-line">
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

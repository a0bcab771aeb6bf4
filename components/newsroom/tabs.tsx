import { Tab } from "./tab";

/** The pages of one part of the newsroom. */
export function Tabs({ label, pages }: { label: string; pages: readonly (readonly [name: string, href: string])[] }) {
  return (
    <nav aria-label={label} className="mb-6 border-b border-line">
      <ul className="flex flex-wrap sm:gap-1">
        {pages.map(([name, href]) => (
          <li key={href} className="shrink-0">
            <Tab href={href}>{name}</Tab>
          </li>
        ))}
      </ul>
    </nav>
  );
}

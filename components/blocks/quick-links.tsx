import type { StoryBlock } from "@/domain/articles/story";
import type { BlockSetting } from "./setting";

/** The box of ways into a story and out of it. */
export function QuickLinks({
  block,
  id,
  setting,
}: {
  block: Extract<StoryBlock, { type: "quickLinks" }>;
  id: string;
  setting: BlockSetting;
}) {
  return (
    <nav aria-labelledby={id} className="box quick-links no-print">
      <p id={id} className="box-title">
        {setting.words("storyQuickLinks")}
      </p>
      <ul className="plain">
        {block.links.map((link) => (
          <li key={`${link.href} ${link.label}`}>
            <a href={link.href} rel={setting.sponsored && /^https?:/i.test(link.href) ? "sponsored" : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import type { StoryBlock } from "@/domain/articles/story";

/** The box of ways into a story and out of it. */
export function QuickLinks({ block, id }: { block: Extract<StoryBlock, { type: "quickLinks" }>; id: string }) {
  return (
    <nav aria-labelledby={id} className="no-print my-7 border-t-3 border-accent bg-wash px-5 py-4 font-sans">
      <p id={id} className="text-[0.9375rem] font-bold">
        Quick links
      </p>
      <ul className="plain mt-2 space-y-1.5 text-[1rem] leading-snug">
        {block.links.map((link) => (
          <li key={`${link.href} ${link.label}`}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

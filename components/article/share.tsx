import { mailLink, type Shared, shareLinks } from "@/lib/share-links";
import type { Words } from "@/lib/words";
import { Said } from "./slot";

const item =
  "block w-full px-3 py-2 text-start hover:bg-wash hover:underline underline-offset-3 focus-visible:-outline-offset-3";

/** The ways to share a story. Without script: links. With it also the device's own, and links that are copied (reader/share.ts). */
export function Share({ story, words }: { story: Shared; words: Words }) {
  return (
    <share-story
      className="relative"
      data-url={story.url}
      data-name={story.title}
      data-copied={words("linkCopied")}
      data-passage-copied={words("passageCopied")}
      data-failed={words("copyFailed")}
    >
      <details className="popover">
        <summary className="tool">{words("share")}</summary>
        <ul className="sheet-of-choices text-[0.9375rem]">
          <li className="needs-script" data-copies="">
            <button type="button" data-copy="" className={item}>
              {words("copyLink")}
            </button>
          </li>
          <li>
            <a href={mailLink(story)} className={item}>
              {words("shareByMail")}
            </a>
          </li>
          {shareLinks(story).map(({ network, href }) => (
            <li key={network}>
              <a
                href={href}
                rel="noopener nofollow"
                target="_blank"
                aria-label={words("shareBy", { network })}
                className={item}
              >
                {network}
              </a>
            </li>
          ))}
        </ul>
      </details>
      <button type="button" data-passage="" hidden className="passage-button">
        {words("copyPassage")}
      </button>
      <Said />
    </share-story>
  );
}

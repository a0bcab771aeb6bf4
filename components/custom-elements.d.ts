import type { HTMLAttributes } from "react";

/** An element of `reader/`. What it needs to know stands in `data-` attributes. */
type Upgraded = HTMLAttributes<HTMLElement>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "reader-settings": Upgraded;
      "share-story": Upgraded;
      "listen-to": Upgraded;
      "save-story": Upgraded;
      "saved-stories": Upgraded;
      "embed-frame": Upgraded;
    }
  }
}

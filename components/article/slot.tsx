import type { HTMLAttributes } from "react";

/**
 * An element that a script of `reader/` fills. Its text is empty and said to differ: where React takes the page over (without
 * the press it does), it leaves alone what the script put there before.
 */
export function Slot({
  as: Element = "div",
  ...rest
}: HTMLAttributes<HTMLElement> & { as?: "div" | "p" | "ul" | "figcaption" }) {
  return (
    <Element {...rest} suppressHydrationWarning>
      {""}
    </Element>
  );
}

/** Where a script says what happened: seen for a while, and read out. */
export function Said() {
  return <Slot as="p" role="status" className="said" />;
}

import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link within the newsroom. Nothing is fetched before it is followed: every page is made for whoever asks as it is asked
 * for, so that all a look ahead brings is which page it would be, at two requests for each link of a list.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}

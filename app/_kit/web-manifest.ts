import type { Appearance } from "@/domain/settings/appearance";
import type { Publication } from "@/domain/settings/settings";
import { GROUNDS } from "@/lib/colour";
import { directionOf } from "@/lib/language";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";
import { iconsOf } from "./icons";

/** How long a name may be below an icon. */
const SHORT = 12;

/** What a device is told that puts the paper on its home screen. A reader keeps the browser's way back. */
export function webManifest({ name, tagline, language }: Publication, appearance: Pick<Appearance, "icons">) {
  return {
    id: routes.home(),
    name,
    short_name: name.length <= SHORT ? name : undefined,
    description: tagline || undefined,
    lang: language,
    dir: directionOf(language),
    start_url: routes.home(),
    scope: routes.home(),
    display: "minimal-ui",
    background_color: GROUNDS.light.paper,
    theme_color: GROUNDS.light.paper,
    categories: ["news"],
    icons: iconsOf(appearance).map(({ url, ...icon }) => ({ src: url, ...icon })),
    shortcuts: [
      { name: wordsOf(language)("savedStories"), url: routes.saved() },
      { name: wordsOf(language)("search"), url: routes.search() },
    ],
  };
}

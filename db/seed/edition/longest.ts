import { plainText } from "@/domain/articles/body";
import { storyPath } from "./content";
import { edition, type StoryKey } from "./edition";

/** The address of the edition's longest story with pictures in it: the page by which weight and speed are judged. */
export function longestIllustratedPath(): string {
  const illustrated = (Object.keys(edition.stories) as StoryKey[]).filter((key) =>
    edition.stories[key].body.some((block) => block.type === "picture" || block.type === "gallery"),
  );
  const length = (key: StoryKey) => plainText({ version: 1, blocks: edition.stories[key].body }).length;
  const [longest] = illustrated.sort((one, other) => length(other) - length(one));
  if (!longest) throw new Error("The edition has no illustrated story.");
  return storyPath(longest);
}

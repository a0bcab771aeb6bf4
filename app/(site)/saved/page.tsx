import type { Metadata } from "next";
import { currentPublication, ReaderFrame } from "@/app/_kit/reader";
import { ListHeading } from "@/components/site/list-heading";
import { SavedStories } from "@/components/site/saved-stories";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";

export async function generateMetadata(): Promise<Metadata> {
  const words = wordsOf((await currentPublication()).language);
  return {
    title: words("savedStories"),
    description: words("savedAbout"),
    alternates: { canonical: routes.saved() },
    robots: { index: false },
  };
}

/** The stories on the reader's own device, which no server knows: the same page for everyone, filled by its script. */
export default async function Saved() {
  const words = wordsOf((await currentPublication()).language);
  return (
    <ReaderFrame>
      <ListHeading title={words("savedStories")}>
        <p className="mt-4 max-w-prose text-[1.125rem] leading-[1.45] text-muted">{words("savedAbout")}</p>
      </ListHeading>
      <SavedStories words={words} />
    </ReaderFrame>
  );
}

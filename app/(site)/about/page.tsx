import type { Metadata } from "next";
import { cache } from "react";
import { dependsOn } from "@/app/_kit/depends";
import { listMetadata } from "@/app/_kit/list-metadata";
import { currentPublication, NotFoundPage, nothingHere, ReaderFrame } from "@/app/_kit/reader";
import { AboutList } from "@/components/site/about";
import { ListHeading } from "@/components/site/list-heading";
import { tag } from "@/domain/events/tags";
import { aboutEntries } from "@/domain/settings/published";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";

const entries = cache(aboutEntries);

export async function generateMetadata(): Promise<Metadata> {
  if ((await entries()).length === 0) return nothingHere();
  const { name, language } = await currentPublication();
  const words = wordsOf(language);
  const head = { title: words("about", { name }), description: words("aboutDescription", { name }) };
  return listMetadata(head, 1, () => routes.about());
}

/** What the paper says of itself, page by page. Nothing is here until one of them is published. */
export default async function About() {
  const pages = await entries();
  if (pages.length === 0) return <NotFoundPage />;
  dependsOn(tag.frame);
  const { name, language } = await currentPublication();
  const words = wordsOf(language);
  return (
    <ReaderFrame>
      <ListHeading title={words("about", { name })}>
        <p className="mt-3 max-w-prose text-xl text-muted">{words("aboutDescription", { name })}</p>
      </ListHeading>
      <AboutList pages={pages} />
    </ReaderFrame>
  );
}

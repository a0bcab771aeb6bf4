import { permanentRedirect } from "next/navigation";
import { dependsOn } from "@/app/_kit/depends";
import { currentAppearance, currentPublication, currentSections } from "@/app/_kit/reader";
import { nothingHere } from "@/app/_kit/text-response";
import { LABEL_WORDS } from "@/components/article/label-words";
import { findByPath } from "@/domain/articles/published";
import type { Story } from "@/domain/articles/story";
import { tag } from "@/domain/events/tags";
import { drawShareCard } from "@/domain/sharing/drawing";
import { canDraw, type ShareCard } from "@/domain/sharing/share-card";
import { HOUSE_ACCENT, readable } from "@/lib/colour";
import { directionOf } from "@/lib/language";
import { keptSlug } from "@/lib/slug";
import { wordsOf } from "@/lib/words";

// No layout speaks for a route handler: without this it would be baked in at build.
export const dynamic = "force-dynamic";

/** The share card of a live story that has no picture, at the story's own address and ".png": nothing else has one. */
export async function GET(_: Request, { params }: RouteContext<"/share/[...path]">) {
  const [, path] = /^(.+)\.png$/.exec(`/${(await params).path.map(keptSlug).join("/")}`) ?? [];
  const found = path ? await findByPath(path) : null;
  if (!found) return nothingHere();
  dependsOn(tag.frame, found.tags);
  if ("movedTo" in found) permanentRedirect(`/share${found.movedTo}.png`);
  if ("gone" in found) return nothingHere(410);
  const { story } = found;
  if (story.sharePicture || !canDraw(story.headline)) return nothingHere();
  const card = await drawShareCard(await cardOf(story));
  return new Response(new Uint8Array(card), { headers: { "content-type": "image/png", "cache-control": "no-cache" } });
}

async function cardOf({ headline, section, label, bylines, language }: Story): Promise<ShareCard> {
  const [publication, sections, { accent }] = await Promise.all([
    currentPublication(),
    currentSections(),
    currentAppearance(),
  ]);
  const shelf = sections.find(({ id }) => id === section?.id);
  const kind = label !== "news" && wordsOf(publication.language)(LABEL_WORDS[label]);
  const tongue = language || publication.language;
  const names = new Intl.ListFormat(tongue).format(bylines.map(({ name }) => name));
  return {
    headline,
    over: drawable([shelf?.name, kind].filter(Boolean).join(" · ")),
    names: drawable(names),
    publication: drawable(publication.name),
    accent: readable(shelf?.accent || accent || HOUSE_ACCENT).light,
    direction: directionOf(tongue),
  };
}

function drawable(words: string): string {
  return canDraw(words) ? words : "";
}

import { Blocks } from "@/components/blocks/block";
import { blockSetting } from "@/components/blocks/setting";
import type { Story } from "@/domain/articles/story";
import type { Publication } from "@/domain/settings/settings";
import { accentStyle } from "@/lib/colour";
import { directionOf } from "@/lib/language";
import { Corrections } from "./corrections";
import { StoryFigure } from "./figure";
import { Lightbox } from "./lightbox";
import { StoryEnd } from "./story-end";
import { StoryHead } from "./story-head";
import { StorySide } from "./story-side";
import { Withheld } from "./withheld";

/** How wide the picture stands that a story begins with: one held upright is narrower. */
const LEAD = "(min-width: 73rem) 55rem, (min-width: 64rem) 75vw, 100vw";
const UPRIGHT = "(min-width: 36rem) 36rem, 100vw";

/**
 * The page of a story; `data-article` is what a reading is counted by. The newsroom's preview shows a draft by this same page.
 * @param address what is printed below it, and shared; null for a draft that has none.
 */
export function StoryPage({
  story,
  publication,
  address,
}: {
  story: Story;
  publication: Publication;
  address: string | null;
}) {
  const setting = blockSetting(publication, story.label === "sponsored");
  const { words } = setting;
  const { width = 1, height = 0 } = story.lead?.sources.crops[story.lead.shape] ?? {};
  const upright = height > width;
  const above = story.corrections.filter(({ place }) => place === "top");
  return (
    <article
      className="story"
      data-article={story.articleId}
      style={accentStyle(story.section?.accent ?? "")}
      {...tongueOf(story.language)}
    >
      <StoryHead story={story} words={words} house={houseTongue(story, publication)} locale={publication} />
      {story.lead && (
        <div className={upright ? "story-lead upright" : "story-lead"}>
          <StoryFigure figure={story.lead} words={words} sizes={upright ? UPRIGHT : LEAD} eager />
        </div>
      )}
      {story.isLeadWithheld && (
        <div className="story-lead">
          <Withheld kind="picture" language={publication.language} />
        </div>
      )}
      <StorySide
        story={story}
        words={words}
        house={houseTongue(story, publication)}
        address={address}
        locale={publication}
      />
      <div className="story-main">
        <Corrections of={above} words={words} house={houseTongue(story, publication)} locale={publication} />
        <div className="story-body">
          <Blocks blocks={story.blocks} setting={setting} />
        </div>
        <StoryEnd story={story} setting={setting} house={houseTongue(story, publication)} address={address} />
      </div>
      <Lightbox words={words} />
    </article>
  );
}

/** The attributes of an element whose text is in a language; none where that is the page's. */
export type Tongue = { lang?: string; dir?: "ltr" | "rtl" };

function tongueOf(language: string): Tongue {
  return language ? { lang: language, dir: directionOf(language) } : {};
}

/** Where a story speaks another tongue than its paper, what the paper says around it is marked as its own. */
function houseTongue(story: Story, { language }: Publication): Tongue {
  return story.language ? tongueOf(language) : {};
}

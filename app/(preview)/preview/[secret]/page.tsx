import type { Metadata } from "next";
import { cache } from "react";
import { PreviewedStory } from "@/app/_kit/previewed-story";
import { currentPublication, NotFoundPage, nothingHere, ReaderFrame } from "@/app/_kit/reader";
import { replyGone } from "@/app/_kit/reply";
import { ClosedPreview, SharedPreviewBar } from "@/components/site/preview-bar";
import { openPreview } from "@/domain/articles/preview-opening";
import { wordsOf } from "@/lib/words";

type Props = PageProps<"/preview/[secret]">;

const opened = cache(openPreview);

/** The head says nothing of the story: whatever shows cards of links reads it, and shows it to others. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [preview, { language }] = await Promise.all([opened((await params).secret), currentPublication()]);
  if (!preview) return nothingHere();
  const t = wordsOf(language);
  return { title: t(preview.state === "open" ? "previewTitle" : "previewClosed"), referrer: "no-referrer" };
}

/** One revision of a story, for whoever holds a link to it. It asks for no session, and is never kept. */
export default async function SharedPreview({ params }: Props) {
  const [preview, publication] = await Promise.all([opened((await params).secret), currentPublication()]);
  if (!preview) return <NotFoundPage />;
  if (preview.state !== "open") {
    replyGone();
    return (
      <ReaderFrame>
        <ClosedPreview state={preview.state} locale={publication} />
      </ReaderFrame>
    );
  }
  const { story, recipient, expiresAt, embargoedUntil, publishedPath } = preview;
  return (
    <PreviewedStory
      story={story}
      bar={
        <SharedPreviewBar
          recipient={recipient}
          expiresAt={expiresAt}
          embargoedUntil={embargoedUntil}
          path={publishedPath}
          locale={publication}
        />
      }
      address={null}
    />
  );
}

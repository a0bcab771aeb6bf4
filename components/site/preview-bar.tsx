import { routes } from "@/lib/routes";

/**
 * Says that this is a draft, and leads back to it.
 * @param path where readers see the published story; null if they see none.
 */
export function PreviewBar({ articleId, path }: { articleId: string; path: string | null }) {
  const link = "font-semibold underline underline-offset-3 hover:decoration-2";
  return (
    <aside
      aria-label="Preview"
      lang="en"
      dir="ltr"
      className="no-print flex flex-wrap items-center justify-center gap-x-2 gap-y-1 bg-ink px-5 py-2 font-sans text-sm text-paper"
    >
      <span>Preview of the draft</span>
      <span aria-hidden="true">·</span>
      <a href={routes.newsroom.article(articleId)} className={link}>
        Back to the article
      </a>
      {path && (
        <>
          <span aria-hidden="true">·</span>
          <a href={path} className={link}>
            What readers see now
          </a>
        </>
      )}
    </aside>
  );
}

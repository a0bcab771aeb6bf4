import type { ReactNode } from "react";
import { routes } from "@/lib/routes";
import { formatInstant, type Locale } from "@/lib/time";
import { wordsOf } from "@/lib/words";
import { WayOut } from "./not-found";

const LINK = "font-semibold underline underline-offset-3 hover:decoration-2";

/**
 * Says that this is a draft, and leads back to it.
 * @param path where readers see the published story; null if they see none.
 */
export function PreviewBar({ articleId, path }: { articleId: string; path: string | null }) {
  return (
    <Bar name="Preview" tongue={{ lang: "en", dir: "ltr" }}>
      <span>Preview of the draft</span>
      <span aria-hidden="true">·</span>
      <a href={routes.newsroom.article(articleId)} className={LINK}>
        Back to the article
      </a>
      {path && (
        <>
          <span aria-hidden="true">·</span>
          <a href={path} className={LINK}>
            What readers see now
          </a>
        </>
      )}
    </Bar>
  );
}

/** Says to somebody outside what they see: for whom, until when, and that nobody else does. */
export function SharedPreviewBar({
  recipient,
  expiresAt,
  embargoedUntil,
  path,
  locale,
}: {
  recipient: string;
  expiresAt: Date;
  embargoedUntil: Date | null;
  /** Where readers see another text of the story; null if they see none. */
  path: string | null;
  locale: Locale;
}) {
  const t = wordsOf(locale.language);
  return (
    <Bar name={t("previewTitle")}>
      <span dir="auto" className="text-center">
        {t("previewFor", { recipient, time: formatInstant(expiresAt, "full", locale) })}
      </span>
      {embargoedUntil && (
        <strong className="basis-full text-center">
          {t("previewEmbargoed", { time: formatInstant(embargoedUntil, "full", locale) })}
        </strong>
      )}
      {path && (
        <a href={path} className={LINK}>
          {t("previewPublished")}
        </a>
      )}
    </Bar>
  );
}

/** What whoever holds a link finds once it is closed: that it is, and nothing of the story. */
export function ClosedPreview({ state, locale }: { state: "expired" | "revoked"; locale: Locale }) {
  const t = wordsOf(locale.language);
  return (
    <div className="pb-16">
      <WayOut heading={t("previewClosed")} locale={locale}>
        <p className="mt-4 text-xl leading-[1.45] text-muted">
          {t(state === "expired" ? "previewExpired" : "previewRevoked")} {t("previewAsk")}
        </p>
      </WayOut>
    </div>
  );
}

function Bar({ name, tongue, children }: { name: string; tongue?: { lang: string; dir: "ltr" }; children: ReactNode }) {
  return (
    <aside
      aria-label={name}
      {...tongue}
      className="no-print flex flex-wrap items-center justify-center gap-x-2 gap-y-1 bg-ink px-5 py-2 font-sans text-sm text-paper"
    >
      {children}
    </aside>
  );
}

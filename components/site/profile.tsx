import { Picture } from "@/components/article/picture";
import { widestJpeg } from "@/domain/media/asset";
import type { BylinePage } from "@/domain/taxonomy/byline";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";
import { Facts, MailLink, PhoneLink, WebLink } from "./facts";
import { FeedLink } from "./list-heading";

/** Who a byline is. */
export function Profile({ byline, language }: { byline: BylinePage; language: string }) {
  const portrait = byline.portrait && widestJpeg(byline.portrait, "1x1") ? byline.portrait : null;
  return (
    <header className="mb-8 flex items-start gap-5 border-b-2 border-ink pt-8 pb-6 sm:gap-8 lg:pt-12">
      {portrait && (
        <div className="w-24 shrink-0 overflow-hidden rounded-full sm:w-36">
          <Picture
            sources={portrait}
            alt={wordsOf(language)("portraitOf", { name: byline.name })}
            crop="1x1"
            sizes="(min-width: 40rem) 9rem, 6rem"
            eager
            className="h-auto w-full bg-wash"
          />
        </div>
      )}
      <div className="min-w-0 grow">
        <h1 className="text-[clamp(2rem,1.4rem+2.6vw,3.25rem)] leading-[1.02] font-medium tracking-[-0.025em] text-balance">
          {byline.name}
        </h1>
        {byline.title && <p className="mt-2 font-sans font-semibold text-accent">{byline.title}</p>}
        {byline.bio && (
          <p className="mt-3 max-w-[40rem] text-lg leading-[1.5] whitespace-pre-line text-pretty">{byline.bio}</p>
        )}
        <ParticularsFacts of={byline.particulars} language={language} />
        <FeedLink page={routes.byline(byline.slug)} name={byline.name} language={language} />
      </div>
    </header>
  );
}

function ParticularsFacts({ of, language }: { of: BylinePage["particulars"]; language: string }) {
  const t = wordsOf(language);
  const names = new Intl.DisplayNames(language, { type: "language" });
  const list = new Intl.ListFormat(language, { type: "unit", style: "short" });
  return (
    <Facts
      className="mt-4 max-w-[40rem] border-t border-line pt-2 font-sans text-[0.9375rem] leading-[1.45]"
      of={[
        [t("expertise"), list.format(of.expertise)],
        [t("languages"), list.format(of.languages.map((tag) => names.of(tag) ?? tag))],
        [t("worksFrom"), of.location],
        [t("email"), of.email && <MailLink to={of.email} />],
        [t("telephone"), of.phone && <PhoneLink to={of.phone} />],
        [
          t("elsewhere"),
          of.links.length > 0 && (
            <ul className="flex flex-wrap gap-x-4">
              {of.links.map(({ label, url }) => (
                <li key={url}>
                  <WebLink to={url} name={label} rel="me" />
                </li>
              ))}
            </ul>
          ),
        ],
      ]}
    />
  );
}

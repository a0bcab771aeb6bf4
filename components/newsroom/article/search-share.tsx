"use client";

import { usePicking } from "@/components/newsroom/editor/picking";
import { Thumbnail } from "@/components/newsroom/editor/pictures";
import { useTyped } from "@/components/newsroom/editor/use-typed";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import type { ArticleContent } from "@/domain/articles/article";
import { LengthCount } from "./counts";

/** Beyond these many characters, search engines and social sites cut. */
const SHOWN = { searchTitle: 60, searchDescription: 160, shareTitle: 70, shareDescription: 200 };

type Props = { content: ArticleContent; address: string; onChange: (change: Partial<ArticleContent>) => void };

/** How the story looks in a search engine, and what to change of it. */
export function SearchFields({ content, address, onChange }: Props) {
  const { search, headline, standfirst } = content;
  const title = useTyped(search.title, (text) => onChange({ search: { ...search, title: text } }));
  const description = useTyped(search.description, (text) => onChange({ search: { ...search, description: text } }));
  return (
    <>
      <div aria-hidden className="rounded-md border border-line bg-paper p-3">
        <p className="truncate text-xs text-muted">{address.replace(/^https?:\/\//, "").replaceAll("/", " › ")}</p>
        <p className="line-clamp-2 text-lg leading-snug text-link">{search.title || headline || "Headline"}</p>
        <p className="line-clamp-2 text-sm text-muted">{search.description || standfirst || "Standfirst"}</p>
      </div>
      <TextField
        label="Search title"
        maxLength={200}
        placeholder={headline}
        hint={<LengthCount text={search.title || headline} shown={SHOWN.searchTitle} />}
        {...title}
      />
      <TextArea
        label="Search description"
        maxLength={500}
        placeholder={standfirst}
        hint={<LengthCount text={search.description || standfirst} shown={SHOWN.searchDescription} />}
        {...description}
      />
    </>
  );
}

/** How the story looks where it is shared, and what to change of it. */
export function ShareFields({ content, address, onChange }: Props) {
  const { share, headline, standfirst, lead } = content;
  const pick = usePicking();
  const title = useTyped(share.title, (text) => onChange({ share: { ...share, title: text } }));
  const description = useTyped(share.description, (text) => onChange({ share: { ...share, description: text } }));
  const shown = share.assetId ?? lead?.assetId;
  return (
    <>
      <div aria-hidden className="overflow-hidden rounded-md border border-line bg-paper">
        {shown ? (
          <div className="grid aspect-[1.91] items-center overflow-hidden bg-wash">
            <Thumbnail assetId={shown} sizes="20rem" className="h-full object-cover" />
          </div>
        ) : (
          <div className="grid aspect-[1.91] place-items-center bg-wash text-sm text-muted">No picture yet</div>
        )}
        <div className="p-3">
          <p className="truncate text-xs text-muted">{hostOf(address)}</p>
          <p className="line-clamp-2 font-semibold leading-snug">{share.title || headline || "Headline"}</p>
          <p className="line-clamp-2 text-sm text-muted">{share.description || standfirst || "Standfirst"}</p>
        </div>
      </div>
      <TextField
        label="Share title"
        maxLength={200}
        placeholder={headline}
        hint={<LengthCount text={share.title || headline} shown={SHOWN.shareTitle} />}
        {...title}
      />
      <TextArea
        label="Share description"
        maxLength={500}
        placeholder={standfirst}
        hint={<LengthCount text={share.description || standfirst} shown={SHOWN.shareDescription} />}
        {...description}
      />
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => pick(({ assetId }) => onChange({ share: { ...share, assetId } }))}>Share image</Button>
        {share.assetId && (
          <Button look="quiet" onClick={() => onChange({ share: { ...share, assetId: null } })}>
            Use the lead image
          </Button>
        )}
      </div>
    </>
  );
}

function hostOf(address: string): string {
  return address.replace(/^https?:\/\//, "").split("/")[0] ?? "";
}

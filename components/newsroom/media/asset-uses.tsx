import { Link } from "@/components/newsroom/link";
import { Badge } from "@/components/ui/notice";
import type { AssetKind, AssetUse, Own, StoryUse } from "@/domain/media/asset";
import { routes } from "@/lib/routes";

const OWN_NAMES: Record<Own, string> = {
  alt: "Own alt text",
  caption: "Own caption",
  credit: "Own credit",
  crop: "Own crop",
};

const MARK_NAMES = { logo: "Logo of the paper", icon: "Icon of the paper" };

/** Where a picture is used, and what each story says or shows of it otherwise than the library. */
export function AssetUses({ use: { articles, portraits, marks, more } }: { use: AssetUse }) {
  const nowhere = articles.length + portraits.length + marks.length === 0;
  return (
    <section aria-labelledby="asset-uses">
      <h2 id="asset-uses" className="mb-3 font-serif text-xl font-semibold">
        Where it is used
      </h2>
      <ul className="grid gap-2">
        {articles.map((article) => (
          <li key={article.id} className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
            <Link href={routes.newsroom.article(article.id)} className="text-link underline">
              {article.headline || "Untitled"}
            </Link>
            {article.live ? <Badge tone="good">Readers see it</Badge> : <Badge>Draft</Badge>}
            {leaving(article) && <Badge tone="warn">No longer in the draft</Badge>}
            {article.own.map((own) => (
              <Badge key={own}>{OWN_NAMES[own]}</Badge>
            ))}
          </li>
        ))}
        {portraits.map(({ id, name }) => (
          <li key={id}>
            Portrait of{" "}
            <Link href={routes.newsroom.byline(id)} className="text-link underline">
              {name}
            </Link>
          </li>
        ))}
        {marks.map((mark) => (
          <li key={mark}>{MARK_NAMES[mark]}</li>
        ))}
      </ul>
      {more && (
        <p className="mt-2 text-muted">
          {articles.length > 0 ? "Other articles use it too." : "Articles that are not yours use it."}
        </p>
      )}
      {nowhere && !more && <p className="text-muted">Nowhere yet.</p>}
    </section>
  );
}

/** What is changed before it is published again: readers see it still. */
function leaving({ live, drafted }: StoryUse): boolean {
  return live && !drafted;
}

const WORDS = ["alt", "caption", "credit"] as const;

/** Whom a change of what the library says reaches, told before it is saved. */
export function reachWords(reach: AssetUse["reach"], kind: AssetKind): string {
  const { stories } = reach;
  if (kind !== "picture")
    return "A story takes these when it is put there. Stories that use it already keep what they say.";
  if (stories === 0) return "Stories that show it say this too, unless they say something of their own.";
  const shown = `${counted(stories)} that readers see ${stories === 1 ? "shows" : "show"} it, and ${stories === 1 ? "says" : "say"} this too.`;
  return [shown, keepingWords(reach)].filter(Boolean).join(" ");
}

/** What is said once such a change is saved. */
export function reachedWords(reach: AssetUse["reach"], kind: AssetKind): string {
  if (kind !== "picture" || reach.stories === 0) return "Saved.";
  return ["Saved. Readers of", counted(reach.stories), "see it now.", keepingWords(reach)].filter(Boolean).join(" ");
}

/** Which stories keep words of their own; empty where none does. */
function keepingWords({ own }: AssetUse["reach"]): string {
  const keeping = WORDS.flatMap((word) =>
    own[word] > 0
      ? [`${own[word]} ${own[word] === 1 ? "keeps its" : "keep their"} ${OWN_NAMES[word].toLowerCase()}`]
      : [],
  );
  return keeping.length > 0 ? `${new Intl.ListFormat("en-GB").format(keeping)}.` : "";
}

function counted(stories: number): string {
  return stories === 1 ? "1 story" : `${stories} stories`;
}

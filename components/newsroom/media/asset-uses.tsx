import { Link } from "@/components/newsroom/link";
import { Badge } from "@/components/ui/notice";
import type { AssetUse } from "@/domain/media/asset";
import { routes } from "@/lib/routes";

/** Where a picture is used. */
export function AssetUses({ use: { articles, portraits, more } }: { use: AssetUse }) {
  const nowhere = articles.length === 0 && portraits.length === 0;
  return (
    <section aria-labelledby="asset-uses">
      <h2 id="asset-uses" className="mb-3 font-serif text-xl font-semibold">
        Where it is used
      </h2>
      <ul className="grid gap-2">
        {articles.map(({ id, headline, live }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-2">
            <Link href={routes.newsroom.article(id)} className="text-link underline">
              {headline || "Untitled"}
            </Link>
            {live ? <Badge tone="good">Readers see it</Badge> : <Badge>Draft</Badge>}
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

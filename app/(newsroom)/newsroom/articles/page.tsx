import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { ArticleFilterForm } from "@/components/newsroom/article/article-filter-form";
import { BulkArticles } from "@/components/newsroom/article/bulk-articles";
import type { Deed } from "@/components/newsroom/article/bulk-dialog";
import { articlesAddress, filtersOf } from "@/components/newsroom/article/list-filters";
import { Link } from "@/components/newsroom/link";
import { Pager } from "@/components/newsroom/pager";
import { ActionForm } from "@/components/ui/form";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { listAssignable } from "@/domain/articles/board-desk";
import { listArticles, listWriters } from "@/domain/articles/desk";
import { type Actor, can } from "@/domain/people/staff";
import { listSections } from "@/domain/taxonomy/desk";
import type { Asked } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { changeStories, startArticle, undoStories } from "./actions";

export const metadata: Metadata = { title: "Articles" };

export default async function ArticlesPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const [actor, timeZone, asked] = await Promise.all([currentActor(), currentTimeZone(), searchParams]);
  const filters = filtersOf(asked);
  const [{ rows, next }, sections, writers, people] = await read(
    Promise.all([listArticles(actor, filters), listSections(actor), listWriters(actor), listAssignable(actor)]),
  );
  const filtered = Boolean(filters.search || filters.stage || filters.readers || filters.sectionId || filters.staffId);
  const newArticle = can(actor, "article.create") && (
    <ActionForm action={startArticle} submit="New article" className="" />
  );
  return (
    <>
      <PageHeader title="Articles">{newArticle}</PageHeader>
      <ArticleFilterForm filters={filters} sections={sections} writers={writers} filtered={filtered} />
      <ListViews actor={actor} list="articles" address={routes.newsroom.articles()} asked={asked} />
      {rows.length > 0 && (
        <BulkArticles
          // What was chosen and told of one page says nothing of another.
          key={articlesAddress(filters)}
          rows={rows}
          timeZone={timeZone}
          sections={sections}
          people={people}
          deeds={bulkDeeds(actor)}
          change={changeStories}
          undo={undoStories}
        />
      )}
      {rows.length === 0 &&
        (filtered || filters.cursor ? (
          <Empty title="Nothing matches">
            Try other words, or{" "}
            <Link href={routes.newsroom.articles()} className="text-link underline">
              look at all articles
            </Link>
            .
          </Empty>
        ) : (
          <Empty title="No articles yet">
            Begin the first one with “New article”. It is saved as you write, and readers see nothing of it until it is
            published.
          </Empty>
        ))}
      <Pager
        first={filters.cursor ? articlesAddress({ ...filters, cursor: undefined }) : undefined}
        next={next ? articlesAddress({ ...filters, cursor: next }) : undefined}
        nextName="Older"
        firstName="Newest"
      />
    </>
  );
}

/** What the actor might do to many stories at once; each story refuses by itself. */
function bulkDeeds(actor: Actor): Deed[] {
  const edits: Deed[] = ["section", "add-topic", "remove-topic"];
  return [
    ...(can(actor, "article.edit") ? edits : []),
    ...(can(actor, "article.plan") ? (["assign"] as const) : []),
    ...(can(actor, "article.submit") ? (["submit"] as const) : []),
    ...(can(actor, "article.unpublish") ? (["unpublish"] as const) : []),
  ];
}

import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { ArticleFilterForm } from "@/components/newsroom/article/article-filter-form";
import { ArticleList } from "@/components/newsroom/article/article-list";
import { articlesAddress, filtersOf } from "@/components/newsroom/article/list-filters";
import { Pager } from "@/components/newsroom/pager";
import { ActionForm } from "@/components/ui/form";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { listArticles, listWriters } from "@/domain/articles/desk";
import { can } from "@/domain/people/staff";
import { listSections } from "@/domain/taxonomy/desk";
import type { Asked } from "@/lib/asked";
import { startArticle } from "./actions";

export const metadata: Metadata = { title: "Articles" };

export default async function ArticlesPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const [actor, timeZone, asked] = await Promise.all([currentActor(), currentTimeZone(), searchParams]);
  const filters = filtersOf(asked);
  const [{ rows, next }, sections, writers] = await read(
    Promise.all([listArticles(actor, filters), listSections(actor), listWriters(actor)]),
  );
  const filtered = Boolean(filters.search || filters.stage || filters.readers || filters.sectionId || filters.staffId);
  const newArticle = can(actor, "article.create") && (
    <ActionForm action={startArticle} submit="New article" className="" />
  );
  return (
    <>
      <PageHeader title="Articles">{newArticle}</PageHeader>
      <ArticleFilterForm filters={filters} sections={sections} writers={writers} filtered={filtered} />
      {rows.length > 0 && <ArticleList rows={rows} timeZone={timeZone} />}
      {rows.length === 0 &&
        (filtered || filters.cursor ? (
          <Empty title="Nothing matches">Try other words, or fewer filters.</Empty>
        ) : (
          <Empty title="No articles yet">Begin the first one with “New article”.</Empty>
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

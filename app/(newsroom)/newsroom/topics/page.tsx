import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { asideDeeds } from "@/components/newsroom/aside-deeds";
import { ManyRows } from "@/components/newsroom/many-rows";
import { listingOf, Pager, pagesOf } from "@/components/newsroom/pager";
import { SearchForm } from "@/components/newsroom/search-form";
import { Badge } from "@/components/ui/notice";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { listTopics } from "@/domain/taxonomy/desk";
import { GROUP_KINDS } from "@/domain/taxonomy/setting-aside";
import type { Asked } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { addTopic, aside, changeTopic } from "./actions";
import { NewTopicDialog, RenameTopicDialog } from "./forms";

export const metadata: Metadata = { title: "Topics" };

export default async function TopicsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await currentActor();
  const params = await searchParams;
  const asked = listingOf(params, GROUP_KINDS);
  const { rows, next } = await read(listTopics(actor, asked));
  return (
    <>
      <PageHeader
        title="Topics"
        intro="The subjects that stories are about. Each has a page that gathers them. One that is set aside is no longer offered to writers; readers keep its page."
      >
        <NewTopicDialog action={addTopic} />
      </PageHeader>
      <SearchForm
        action={routes.newsroom.topics()}
        label="Search topics"
        asked={asked}
        show={{
          label: "Show",
          all: "All topics",
          kinds: { live: "In published stories", unused: "In no published story", aside: "Set aside" },
        }}
      />
      <ListViews actor={actor} list="topics" address={routes.newsroom.topics()} asked={params} />
      <ManyRows
        label="Topics"
        called={["topic", "topics"]}
        action={aside}
        deeds={asideDeeds(aside)}
        rows={rows.map((topic) => ({
          id: topic.id,
          name: topic.name,
          told: (
            <>
              <span className="font-semibold">{topic.name}</span> {topic.aside && <Badge>Set aside</Badge>}{" "}
              {topic.live ? (
                <a href={routes.topic(topic.slug)} className="text-sm break-all text-link underline">
                  {routes.topic(topic.slug)}
                </a>
              ) : (
                <span className="text-sm text-muted">in no published story yet</span>
              )}
            </>
          ),
          actions: <RenameTopicDialog action={changeTopic} topic={topic} />,
        }))}
        empty={
          <Empty title={asked.search || asked.show ? "No topic fits" : "No topics yet"}>
            {asked.search || asked.show
              ? "Try fewer letters, or make it a new topic."
              : "Make one here, or while editing a story."}
          </Empty>
        }
      />
      <Pager {...pagesOf(routes.newsroom.topics(), asked, next)} />
    </>
  );
}

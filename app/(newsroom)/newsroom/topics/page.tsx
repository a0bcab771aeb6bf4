import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { listingOf, Pager, pagesOf } from "@/components/newsroom/pager";
import { Row, Rows } from "@/components/newsroom/panel";
import { SearchForm } from "@/components/newsroom/search-form";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { listTopics } from "@/domain/taxonomy/desk";
import { TOPIC_KINDS } from "@/domain/taxonomy/topic";
import type { Asked } from "@/lib/asked";
import { routes } from "@/lib/routes";
import { addTopic, changeTopic } from "./actions";
import { NewTopicDialog, RenameTopicDialog } from "./forms";

export const metadata: Metadata = { title: "Topics" };

export default async function TopicsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await currentActor();
  const params = await searchParams;
  const asked = listingOf(params, TOPIC_KINDS);
  const { rows, next } = await read(listTopics(actor, asked));
  return (
    <>
      <PageHeader title="Topics" intro="The subjects that stories are about. Each has a page that gathers them.">
        <NewTopicDialog action={addTopic} />
      </PageHeader>
      <SearchForm
        action={routes.newsroom.topics()}
        label="Search topics"
        asked={asked}
        show={{
          label: "Show",
          all: "All topics",
          kinds: { live: "In published stories", unused: "In no published story" },
        }}
      />
      <ListViews actor={actor} list="topics" address={routes.newsroom.topics()} asked={params} />
      {rows.length === 0 ? (
        <Empty title={asked.search || asked.show ? "No topic fits" : "No topics yet"}>
          {asked.search || asked.show
            ? "Try fewer letters, or make it a new topic."
            : "Make one here, or while editing a story."}
        </Empty>
      ) : (
        <Rows label="Topics">
          {rows.map((topic) => (
            <Row key={topic.id} actions={<RenameTopicDialog action={changeTopic} topic={topic} />}>
              <span className="font-semibold">{topic.name}</span>{" "}
              {topic.live ? (
                <a href={routes.topic(topic.slug)} className="text-sm break-all text-link underline">
                  {routes.topic(topic.slug)}
                </a>
              ) : (
                <span className="text-sm text-muted">in no published story yet</span>
              )}
            </Row>
          ))}
        </Rows>
      )}
      <Pager {...pagesOf(routes.newsroom.topics(), asked, next)} />
    </>
  );
}

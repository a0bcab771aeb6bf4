import type Database from "better-sqlite3";
import { type ArticleContent, assetIdsIn, EMPTY_ARTICLE } from "@/domain/articles/article";
import { LeadUse } from "@/domain/articles/body";
import { fieldsThatDiffer } from "@/domain/articles/merging";
import { eitherStanding, standingOf } from "@/domain/articles/standing";
import { VERSION } from "@/domain/search/terms";
import type { Archive, ToldStory } from "./story";

type Insert = (...values: unknown[]) => void;

/**
 * What writes stories into the tables, as they stand after the newsroom's verbs: beside them, the test compares. The words
 * of search are written by words.ts.
 */
export function rowsOf(connection: Database.Database, { base }: Archive): (story: ToldStory) => void {
  const into = (table: string, columns: string): Insert => {
    const names = columns.split(" ");
    const statement = connection.prepare(
      `insert into ${table} (${names.join(", ")}) values (${names.map(() => "?").join(", ")})`,
    );
    return (...values) => {
      statement.run(...values);
    };
  };
  const insert = {
    article: into("articles", "id created_by created_at"),
    draft: into(
      "drafts",
      "article_id version content headline section_id saved_by saved_at sitting_since field_versions",
    ),
    plan: into("plans", "article_id stage since by_id"),
    draftAsset: into("draft_assets", "article_id asset_id"),
    revision: into(
      "revisions",
      "id article_id version reason created_by created_at headline standfirst body slug section_id lead_asset_id lead_use search_title search_description share_title share_description label kicker language",
    ),
    byline: into("revision_bylines", "revision_id position byline_id"),
    topic: into("revision_topics", "revision_id position topic_id"),
    credit: into("revision_credits", "revision_id position byline_id role"),
    asset: into("revision_assets", "revision_id asset_id"),
    permalink: into("permalinks", "path article_id created_at"),
    publication: into(
      "publications",
      "id article_id revision_id kind note published_by published_at first_published_at updated_at retracted_at retraction section_id ended_at ended_by end_note",
    ),
    correction: into("corrections", "id article_id kind text place published_at published_by approved_by"),
    entry: into("search_entries", "id article_id version"),
    event: into("events", "verb actor_id subject_kind subject_id at data"),
  };
  const sections = new Map(base.sections.map(({ id, slug }) => [id, slug]));
  const { editor } = base;

  function revision(story: ToldStory, id: string, version: number, at: Date, content: ArticleContent, body: string) {
    const { article } = story.ids;
    const lead = content.lead;
    insert.revision(
      ...[id, article, version, "publication", editor, at.getTime(), content.headline, content.standfirst, body],
      ...[content.slug, content.sectionId, lead?.assetId ?? null],
      ...[lead && JSON.stringify(LeadUse.strip().parse(lead)), "", "", "", "", content.label, "", ""],
    );
    content.bylineIds.forEach((byline, position) => {
      insert.byline(id, position, byline);
    });
    content.topicIds.forEach((topic, position) => {
      insert.topic(id, position, topic);
    });
    content.credits.forEach(({ bylineId, role }, position) => {
      insert.credit(id, position, bylineId, role);
    });
    for (const asset of assetIdsIn(content)) insert.asset(id, asset);
  }

  return (story) => {
    const { ids, fate, content, begun, saved, published, fated, later, note } = story;
    const { article } = ids;
    const happened = (verb: string, by: string, at: Date, data: object = {}) =>
      insert.event(`article.${verb}`, by, "article", article, at.getTime(), JSON.stringify(data));
    const stands = later?.content ?? content;
    // A body is written twice, and the whole of it is told as JSON once.
    const [body, standingBody] = [JSON.stringify(content.body), later ? JSON.stringify(later.content.body) : null];
    const whole = JSON.stringify({ ...stands, body: 0 }).replace('"body":0', () => `"body":${standingBody ?? body}`);
    const fields = fieldsThatDiffer(content, { ...EMPTY_ARTICLE, bylineIds: ownBylines(story) });
    const versions = Object.fromEntries(fields.map((field) => [field, 2]));
    const standing = standingOf(content);
    // A text on its way to readers names each list once.
    const placed = eitherStanding(standing, standing);

    insert.article(article, story.writer, begun.getTime());
    insert.draft(
      ...[article, later ? 3 : 2, whole, stands.headline, stands.sectionId],
      ...(later
        ? [editor, fated.getTime(), fated.getTime(), JSON.stringify({ ...versions, body: 3 })]
        : [story.writer, saved.getTime(), begun.getTime(), JSON.stringify(versions)]),
    );
    for (const asset of assetIdsIn(stands)) insert.draftAsset(article, asset);
    happened("created", story.writer, begun);
    happened("edited", story.writer, saved, { version: 2, fields });
    if (fate === "in-work") return insert.plan(article, "drafting", begun.getTime(), story.writer);
    insert.plan(article, null, (later ? fated : published).getTime(), editor);

    const [first, second] = ids.revisions;
    revision(story, first, 2, published, content, body);
    insert.permalink(`/${sections.get(content.sectionId ?? "")}/${content.slug}`, article, published.getTime());
    happened("published", editor, published, { revisionId: first, kind: "first", ...placed });
    const [at, changed] = [published.getTime(), fated.getTime()];
    const isAgain = fate === "updated" || fate === "corrected" || fate === "retracted";
    const publication = (
      id: string,
      of: string,
      kind: string,
      told: string,
      since: number,
      retracted: unknown[],
      end: unknown[],
    ) =>
      insert.publication(
        ...[id, article, of, kind, told, editor, since, at, since, ...retracted, content.sectionId, ...end],
      );
    const open = [null, null, ""];
    const ended = [changed, editor, fate === "unpublished" ? note : ""];
    const isEnded = isAgain || fate === "unpublished";
    publication(ids.publications[0], first, "first", "", at, [null, ""], isEnded ? ended : open);
    const again = (verb: string, kind: string, of: string, retracted: unknown[] = [null, ""], more: object = {}) => {
      publication(ids.publications[1], of, kind, note, changed, retracted, open);
      happened(verb, editor, fated, { revisionId: of, kind, ...more, ...(later ? placed : standing) });
    };
    if (later) {
      revision(story, second, 3, fated, later.content, standingBody ?? "");
      happened("edited", editor, fated, { version: 3, fields: ["body"], stage: "drafting" });
      again("updated", "update", second);
    } else if (fate === "corrected") {
      insert.correction(ids.correction, article, "correction", note, "end", changed, editor, editor);
      again("corrected", "correction", first, [null, ""], { correctionId: ids.correction });
    } else if (fate === "retracted") again("retracted", "retraction", first, [changed, note]);
    else if (fate === "unpublished") happened("unpublished", editor, fated, standing);
    if (isFound(story)) insert.entry(BigInt(at) * 1000n, article, VERSION);
  };

  /** Everybody of the staff has a byline, which a story of theirs begins with. */
  function ownBylines({ writer }: ToldStory): string[] {
    return [base.own[writer] ?? ""];
  }
}

/** Whether readers find the story. */
export function isFound({ fate }: ToldStory): boolean {
  return fate === "stands" || fate === "updated" || fate === "corrected";
}

/** What writes the words of stories into the index of readers' search. */
export function wordsOf(connection: Database.Database): (story: ToldStory) => void {
  const statement = connection.prepare(
    "insert into search_index (rowid, headline, names, standfirst, body, shelves) values (?, ?, ?, ?, ?, ?)",
  );
  return (story) => {
    if (!isFound(story)) return;
    const { headline, names, standfirst, body } = (story.later ?? story).terms;
    const { sectionId, topicIds, bylineIds } = story.content;
    const shelves = [`s${sectionId}`, ...topicIds.map((id) => `t${id}`), ...bylineIds.map((id) => `b${id}`)].join(" ");
    statement.run(BigInt(story.published.getTime()) * 1000n, headline, names, standfirst, body, shelves);
  };
}

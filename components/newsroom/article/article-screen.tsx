"use client";

import { ArrowLeft, Eye } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { CroppingProvider } from "@/components/newsroom/editor/cropping";
import { PickingProvider } from "@/components/newsroom/editor/picking";
import { PicturesProvider } from "@/components/newsroom/editor/pictures";
import { SnippetsProvider } from "@/components/newsroom/editor/snippets";
import { StoriesProvider } from "@/components/newsroom/editor/stories";
import { StoryEditor } from "@/components/newsroom/editor/story-editor";
import { Link } from "@/components/newsroom/link";
import { ReviewProvider } from "@/components/newsroom/review/review-context";
import { OpenEditorProvider } from "@/components/newsroom/style/open-editor";
import { StoryPlanPanel } from "@/components/newsroom/workflow/story-plan";
import { StepButtons, StepTroubles, useSteps } from "@/components/newsroom/workflow/story-steps";
import { Button, buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ArticleContent } from "@/domain/articles/article";
import { bodyForReaders } from "@/domain/articles/review";
import { type ReadersState, type Stage, stageAfterWriting, stepsFor } from "@/domain/articles/stage";
import { type Actor, can } from "@/domain/people/staff";
import { routes } from "@/lib/routes";
import { legible } from "@/lib/slug";
import { CompanyNotes, HeldField } from "./company";
import { ConflictDialog } from "./conflict-dialog";
import { Corrections } from "./corrections";
import { BodyCount } from "./counts";
import type { ArticleOnScreen, Deeds, Surroundings } from "./desk";
import { DETAILS_ID, DetailsPanel } from "./details-panel";
import { FIELD_IDS } from "./fields";
import { LeadImage } from "./lead-image";
import { addressOf, presentSlug } from "./permalink-field";
import { PreviewLinks } from "./preview-links";
import { PublishDialog } from "./publish-dialog";
import { Recovery } from "./recovery";
import { SaveStatus } from "./save-status";
import type { Saver, SaverSnapshot } from "./saver";
import { STANDING_ID, Standing, StandingReason } from "./standing";
import { HeadlineField, StandfirstField } from "./story-head";
import { TakeDown } from "./take-down";
import { timeToday } from "./time-today";
import { TimelinePanel } from "./timeline";
import { Troubles } from "./troubles";
import { UnpublishDialog } from "./unpublish-dialog";
import { useCompany } from "./use-company";
import { useDraft, useSaver, useSaving } from "./use-saver";

/** Where a story is written and put before readers. */
export function ArticleScreen({
  article,
  around,
  deeds,
}: {
  article: ArticleOnScreen;
  around: Surroundings;
  deeds: Deeds;
}) {
  const { saver, replaced } = useSaver(article, around.actor.id);
  return (
    <PicturesProvider known={around.pictures} played={around.played}>
      <StoriesProvider articleId={article.id} known={around.stories}>
        <SnippetsProvider snippets={around.snippets}>
          <CroppingProvider>
            <PickingProvider>
              <OpenEditorProvider>
                <ReviewProvider
                  articleId={article.id}
                  actor={around.actor}
                  timeZone={around.timeZone}
                  initially={around.conversation}
                >
                  <Desk
                    // A newer text is drawn from its beginning.
                    key={replaced}
                    saver={saver}
                    isReplaced={replaced > 0}
                    article={article}
                    around={around}
                    deeds={deeds}
                  />
                </ReviewProvider>
              </OpenEditorProvider>
            </PickingProvider>
          </CroppingProvider>
        </SnippetsProvider>
      </StoriesProvider>
    </PicturesProvider>
  );
}

type Asking = "publish" | "unpublish" | "conflict" | null;

function Desk({
  saver,
  isReplaced,
  article,
  around,
  deeds,
}: {
  saver: Saver;
  /** Whether another text stood here before. */
  isReplaced: boolean;
  article: ArticleOnScreen;
  around: Surroundings;
  deeds: Deeds;
}) {
  const draft = useDraft(saver);
  const { look, taken } = useSaving(saver, article);
  const company = useCompany(article.id, () => saver.current().version, look);
  const { content, state: saving } = draft;
  const [asking, setAsking] = useState<Asking>(null);
  const [settled, setSettled] = useState(0);
  const steps = useSteps({ id: article.id, deed: deeds.step, keep: () => saver.flush(), onDone: focusStanding });
  const write = saver.write;
  const writeBody = useCallback((body: ArticleContent["body"]) => write({ body }), [write]);
  const held = {
    company,
    actorId: around.actor.id,
    // What was saved until now comes in before a letter is written over it.
    onTaken: (field: "headline" | "standfirst" | "body") =>
      void look().then(() => document.getElementById(FIELD_IDS[field])?.focus()),
  };
  const may = (capability: Parameters<typeof can>[1]) => can(around.actor, capability, article);
  // What readers have of it is its section's there.
  const live = { ownerId: article.ownerId, sectionId: article.live?.sectionId ?? article.sectionId };
  const mayLive = (capability: Parameters<typeof can>[1]) => can(around.actor, capability, live);

  const conflict = saving.kind === "conflict" ? saving.conflict : null;
  useEffect(() => {
    if (conflict) setAsking("conflict");
  }, [conflict]);

  // What led to the choice is gone with it.
  useEffect(() => {
    if (settled > 0 && document.activeElement === document.body) document.getElementById(FIELD_IDS.headline)?.focus();
  }, [settled]);

  const readers = readersOf(article, draft);
  const stage = stageOf(article, draft, around.actor);
  const mayPublish = may("article.publish") && mayLive("article.publish") && !article.ownWork;
  const open = stepsFor(around.actor, { stage, before: article.plan.before }, article);
  const sectionSlug = around.sections.find(({ id }) => id === content.sectionId)?.slug;
  const slug = presentSlug({ slug: content.slug, headline: content.headline, path: article.path });
  const address = addressOf({ siteUrl: around.siteUrl, sectionSlug, slug });
  const liveAddress = article.live && legible(`${around.siteUrl}${article.live.path}`);
  const language = content.language || around.language;

  const preview = async () => {
    if (!draft.clean) await saver.flush();
    window.open(routes.newsroom.preview(article.id), "_blank", "noopener");
  };

  return (
    <div>
      <h1 className="sr-only">{content.headline.trim() || "Article without a headline"}</h1>
      <div className="sticky top-0 z-30 -mx-4 -mt-6 flex h-[var(--bar-height)] items-center gap-2 border-line border-b bg-paper px-4 sm:-mx-6 sm:px-6 lg:-mx-10 lg:-mt-9 lg:px-10">
        <Link
          href={routes.newsroom.articles()}
          aria-label="All articles"
          title="All articles"
          className="-ml-2.5 grid size-10 shrink-0 place-items-center rounded-md text-ink hover:bg-wash"
        >
          <ArrowLeft size={20} aria-hidden />
        </Link>
        <div className="min-w-0 flex-1">
          <SaveStatus draft={draft} timeZone={around.timeZone} />
        </div>
        <Button look="quiet" aria-label="Preview" onClick={() => void preview()} className="px-3">
          <Eye size={18} aria-hidden /> <span className="max-sm:hidden">Preview</span>
        </Button>
        {mayPublish ? (
          <Button
            look="primary"
            disabled={readers === "live" || readers === "taken-down" || stage === "held" || stage === "killed"}
            title={readers === "live" ? "Readers see the latest text" : undefined}
            onClick={() => setAsking("publish")}
          >
            {article.live ? "Publish update" : "Publish"}
          </Button>
        ) : (
          open.includes("submit") && (
            <Button look="primary" held={steps.pending} onClick={() => steps.take("submit")}>
              Send to review
            </Button>
          )
        )}
      </div>

      <div className="grid gap-3 py-4">
        {(isReplaced || taken === article.version) && draft.clean && draft.version === article.version && (
          <Notice role="status">
            {article.savedBy === around.actor.name ? "You" : article.savedBy} saved this story at{" "}
            {timeToday(article.savedAt, around.timeZone)}. This is that text.
          </Notice>
        )}
        <Troubles
          draft={draft}
          email={around.actor.email}
          signInAgain={deeds.signInAgain}
          askPasskey={deeds.askPasskey}
          onSave={() => void saver.flush()}
          onCompare={() => setAsking("conflict")}
        />
        <Recovery articleId={article.id} saver={saver} draft={draft} around={around} />
        <CompanyNotes company={company} actorId={around.actor.id} timeZone={around.timeZone} />
        <StepTroubles steps={steps} focusAfter={() => document.getElementById(STANDING_ID)} />
        <StandingReason plan={{ ...article.plan, stage }} timeZone={around.timeZone} />
        <Standing
          article={article}
          stage={stage}
          readers={readers}
          next={around.timeline.pending[0]}
          embargo={around.timeline.embargo}
          timeZone={around.timeZone}
        >
          <StepButtons steps={steps} open={mayPublish ? open : open.filter((step) => step !== "submit")} />
          <a href={`#${DETAILS_ID}`} className={buttonClass("secondary", "xl:hidden")}>
            Details
          </a>
          {article.live && mayLive("article.unpublish") && (
            <Button look="danger" onClick={() => setAsking("unpublish")}>
              Unpublish
            </Button>
          )}
          <TakeDown article={article} may={mayLive("article.take-down")} deeds={deeds} timeZone={around.timeZone} />
          <Link href={routes.newsroom.articleHistory(article.id)} className={buttonClass("quiet")}>
            History
          </Link>
        </Standing>
        {article.ownWork && may("article.publish") && (
          <p className="text-sm text-muted">You wrote in this story, so somebody else has to read and publish it.</p>
        )}
        <StoryPlanPanel
          id={article.id}
          headline={content.headline}
          plan={article.plan}
          people={may("article.plan") ? around.people : null}
          timeZone={around.timeZone}
          deed={deeds.plan}
        />
      </div>

      <div className="grid grid-cols-1 gap-10 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="mx-auto grid w-full min-w-0 max-w-[42rem] grid-cols-1 content-start gap-4">
          <HeldField field="headline" {...held}>
            {(isHeld) => (
              <HeadlineField
                id={FIELD_IDS.headline}
                text={content.headline}
                language={language}
                readOnly={isHeld}
                onChange={(headline) => write({ headline })}
              />
            )}
          </HeldField>
          <HeldField field="standfirst" {...held}>
            {(isHeld) => (
              <StandfirstField
                id={FIELD_IDS.standfirst}
                text={content.standfirst}
                language={language}
                readOnly={isHeld}
                onChange={(standfirst) => write({ standfirst })}
              />
            )}
          </HeldField>
          <LeadImage id={FIELD_IDS.lead} lead={content.lead} onChange={(lead) => write({ lead })} />
          <div>
            <HeldField field="body" {...held}>
              {(isHeld) => (
                // A body from elsewhere is drawn from its beginning.
                <StoryEditor
                  key={draft.bodies}
                  initially={content.body}
                  language={language}
                  readOnly={isHeld}
                  onChange={writeBody}
                />
              )}
            </HeldField>
            <BodyCount body={bodyForReaders(content.body)} />
          </div>
        </div>
        <DetailsPanel
          article={article}
          content={content}
          around={around}
          bodyHeld={company.holderOf("body") !== undefined}
          onChange={write}
          timeline={
            <TimelinePanel
              id={article.id}
              timeline={around.timeline}
              version={draft.version + (draft.clean ? 0 : 1)}
              saver={saver}
              deeds={deeds}
              timeZone={around.timeZone}
              isLive={article.live !== null}
              may={{
                publish: mayPublish,
                unpublish: mayLive("article.unpublish"),
                embargo: may("article.edit"),
              }}
            />
          }
        >
          <Corrections
            id={article.id}
            corrections={around.corrections}
            retraction={article.live?.retraction ?? null}
            people={around.conversation.people}
            actorId={around.actor.id}
            mayAdd={article.live !== null && mayLive("article.publish")}
            mayRetract={mayLive("article.take-down")}
            deed={deeds.amend}
            timeZone={around.timeZone}
          />
          {may("preview.share") && (
            <PreviewLinks
              id={article.id}
              links={around.previewLinks}
              saver={saver}
              deeds={deeds}
              timeZone={around.timeZone}
            />
          )}
        </DetailsPanel>
      </div>

      <PublishDialog
        open={asking === "publish"}
        onOpenChange={(open) => setAsking(open ? "publish" : null)}
        id={article.id}
        isUpdate={article.live !== null}
        isRetracted={article.live?.retraction != null}
        mayRetract={mayLive("article.take-down")}
        people={around.conversation.people}
        actorId={around.actor.id}
        address={address}
        redirectsFrom={article.live && liveAddress !== address ? liveAddress : null}
        embargo={around.timeline.embargo}
        saver={saver}
        draft={draft}
        deeds={deeds}
        timeZone={around.timeZone}
      />
      <UnpublishDialog
        open={asking === "unpublish"}
        onOpenChange={(open) => setAsking(open ? "unpublish" : null)}
        id={article.id}
        address={liveAddress ?? address}
        planned={around.timeline.pending.length}
        deed={deeds.unpublish}
      />
      {conflict && (
        <ConflictDialog
          open={asking === "conflict"}
          onOpenChange={(open) => setAsking(open ? "conflict" : null)}
          conflict={conflict}
          draft={draft}
          saver={saver}
          around={around}
          onSettled={() => setSettled((number) => number + 1)}
        />
      )}
    </div>
  );
}

/** The button that did it is gone. */
function focusStanding(): void {
  document.getElementById(STANDING_ID)?.focus();
}

/** What readers have of it by the server's word, with what has been written on this screen since. */
function readersOf({ live, readers }: ArticleOnScreen, draft: SaverSnapshot): ReadersState {
  if (!live) return readers;
  return !draft.clean || draft.version > live.version ? "changed" : "live";
}

/** The stage by the server's word, with what has been written on this screen since. */
function stageOf({ version, plan, ownerId }: ArticleOnScreen, draft: SaverSnapshot, actor: Actor): Stage | null {
  const wrote = !draft.clean || draft.version > version;
  return (wrote && stageAfterWriting(actor, plan.stage, { ownerId })) || plan.stage;
}

import { Badge } from "@/components/ui/notice";
import { READERS_STATE_NAMES, type ReadersState, STAGE_NAMES, type Stage } from "@/domain/articles/stage";

const STAGE_TONES: Record<Stage, "plain" | "good" | "warn" | "bad"> = {
  idea: "plain",
  assigned: "plain",
  drafting: "plain",
  review: "warn",
  ready: "good",
  held: "bad",
  killed: "bad",
};

const READERS_TONES: Record<ReadersState, "plain" | "good" | "warn" | "bad"> = {
  never: "plain",
  live: "good",
  changed: "warn",
  unpublished: "plain",
  "taken-down": "bad",
};

/** Where a story is in the newsroom's work, and what readers have of it; that they never had anything goes without saying. */
export function StandingBadges({ stage, readers }: { stage: Stage | null; readers: ReadersState }) {
  return (
    <>
      {stage && <Badge tone={STAGE_TONES[stage]}>{STAGE_NAMES[stage]}</Badge>}
      <ReadersBadge readers={readers} always={!stage} />
    </>
  );
}

/** What readers have of a story. @param always also where they never had anything */
export function ReadersBadge({ readers, always = false }: { readers: ReadersState; always?: boolean }) {
  if (readers === "never" && !always) return null;
  return <Badge tone={READERS_TONES[readers]}>{READERS_STATE_NAMES[readers]}</Badge>;
}

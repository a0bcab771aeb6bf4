import { Button, buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { routes } from "@/lib/routes";
import type { SaverSnapshot } from "./saver";

/** What keeps the text from being saved, and what helps. */
export function Troubles({
  draft,
  onSave,
  onCompare,
}: {
  draft: SaverSnapshot;
  onSave: () => void;
  onCompare: () => void;
}) {
  const { state } = draft;
  if (state.kind === "signed-out") {
    return (
      <Notice tone="bad" className="flex flex-wrap items-center gap-3">
        <span className="flex-1 basis-60">
          You are signed out. What you wrote is kept here as long as this page stays open.
        </span>
        <a href={routes.signIn()} target="_blank" rel="noreferrer" className={buttonClass()}>
          Sign in in another tab
        </a>
        <Button look="primary" onClick={onSave}>
          Save now
        </Button>
      </Notice>
    );
  }
  if (state.kind === "offline" || state.kind === "refused") {
    return (
      <Notice tone="bad" className="flex flex-wrap items-center gap-3">
        <span className="flex-1 basis-60">
          {state.kind === "refused"
            ? state.message
            : "The newsroom cannot be reached. Go on writing: it is saved as soon as the connection is back. Keep this page open."}
        </span>
        <Button onClick={onSave}>Save now</Button>
      </Notice>
    );
  }
  if (state.kind === "conflict") {
    return (
      <Notice tone="warn" className="flex flex-wrap items-center gap-3">
        <span className="flex-1 basis-60">
          {state.conflict.savedBy} saved another text of this story. Yours is not saved over it: choose which to go on
          with.
        </span>
        <Button look="primary" onClick={onCompare}>
          Compare both texts
        </Button>
      </Notice>
    );
  }
  return null;
}

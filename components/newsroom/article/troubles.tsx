import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import type { SaverSnapshot } from "./saver";
import { SignInAgain } from "./sign-in-again";

const WHAT_NOW = {
  offline: "The newsroom cannot be reached. Go on writing: it is saved as soon as the connection is back.",
  full: "The server’s disk is full, and nothing can be saved there. Tell whoever runs the paper, and go on writing: it is saved as soon as there is room.",
};

/** What keeps the text from being saved, and what helps. */
export function Troubles({
  draft,
  email,
  signInAgain,
  askPasskey,
  onSave,
  onCompare,
}: {
  draft: SaverSnapshot;
  email: string;
  signInAgain: FormAction;
  askPasskey: FormAction;
  onSave: () => void;
  onCompare: () => void;
}) {
  const { state, onDevice } = draft;
  if (state.kind === "signed-out") {
    return (
      <Notice tone="bad" className="flex flex-wrap items-center gap-3">
        <span className="flex-1 basis-60">
          You are signed out.{" "}
          {onDevice
            ? "What you wrote is kept on this device."
            : "What you wrote is kept as long as this page stays open."}
        </span>
        <SignInAgain email={email} action={signInAgain} askPasskey={askPasskey} onDone={onSave} />
      </Notice>
    );
  }
  if (state.kind === "offline" || state.kind === "full" || state.kind === "refused") {
    return (
      <Notice tone="bad" className="flex flex-wrap items-center gap-3">
        <span className="flex-1 basis-60">
          {state.kind === "refused"
            ? state.message
            : `${WHAT_NOW[state.kind]} ${onDevice ? "Until then it is kept on this device." : "Keep this page open."}`}
        </span>
        <Button onClick={onSave}>Save now</Button>
      </Notice>
    );
  }
  if (state.kind === "conflict") {
    return (
      <Notice tone="warn" className="flex flex-wrap items-center gap-3">
        <span className="flex-1 basis-60">
          {state.conflict.savedBy} saved other words where you were writing. Yours are not saved over them: choose which
          to go on with.
        </span>
        <Button look="primary" onClick={onCompare}>
          Compare both texts
        </Button>
      </Notice>
    );
  }
  return null;
}

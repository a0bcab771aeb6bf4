"use client";

import { FormDialog } from "@/components/newsroom/form-dialog";
import type { FormAction } from "@/components/ui/form";

/** Asks before an earlier text becomes the draft again. */
export function RestoreDialog({
  action,
  id,
  revisionId,
  version,
  name,
}: {
  action: FormAction;
  id: string;
  revisionId: string;
  /** The draft's, as it was looked at. */
  version: number;
  /** What the text is, such as "Published: update". */
  name: string;
}) {
  return (
    <FormDialog
      open="Restore"
      about={`: ${name}`}
      title="Restore this text?"
      intro="It becomes the draft. What stands in the draft now is kept here, and readers see nothing of it until it is published. The story’s address stays."
      action={action}
      hidden={{ id, revisionId, version: String(version) }}
      submit="Restore it"
    />
  );
}

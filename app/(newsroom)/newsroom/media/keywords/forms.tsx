"use client";

import { FormDialog } from "@/components/newsroom/form-dialog";
import { TextField } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form";
import { MAX_KEYWORD } from "@/domain/media/asset";

/** The form by which a keyword gets another name, or becomes one with another. */
export function RenameKeyword({ action, keyword }: { action: FormAction; keyword: string }) {
  return (
    <FormDialog
      open="Rename"
      about={` ${keyword}`}
      title={`Rename “${keyword}”`}
      intro="On every file that carries it. Where there is another keyword of the new name, the two become one."
      action={action}
      submit="Rename"
      hidden={{ from: keyword }}
      keep
    >
      {({ error, value }) => (
        <TextField
          label="New name"
          name="to"
          required
          maxLength={MAX_KEYWORD}
          autoComplete="off"
          defaultValue={value("to", keyword)}
          error={error("to")}
        />
      )}
    </FormDialog>
  );
}

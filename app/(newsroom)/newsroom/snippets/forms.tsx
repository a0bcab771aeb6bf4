"use client";

import { type ComponentProps, useState } from "react";
import { AboutTextField } from "@/components/newsroom/about/about-text-field";
import { FormDialog } from "@/components/newsroom/form-dialog";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { type Body, EMPTY_BODY } from "@/domain/articles/body";
import type { Snippet } from "@/domain/snippets/snippet";

export function NewSnippetDialog({ action }: { action: FormAction }) {
  return (
    <SnippetDialog
      title="New snippet"
      action={action}
      submit="Create snippet"
      trigger={{ label: "New snippet", look: "primary" }}
    />
  );
}

export function EditSnippetDialog({ action, snippet }: { action: FormAction; snippet: Snippet }) {
  return (
    <SnippetDialog
      title={`Edit ${snippet.name}`}
      intro="Stories into which it was put stay as they are."
      action={action}
      submit="Save snippet"
      trigger={{ label: "Edit", about: snippet.name }}
      snippet={snippet}
    />
  );
}

export function RemoveSnippetDialog({ action, snippet }: { action: FormAction; snippet: Snippet }) {
  return (
    <FormDialog
      open="Remove"
      about={` ${snippet.name}`}
      openLook="danger"
      title={`Remove ${snippet.name}?`}
      intro="It can then no longer be inserted. Stories into which it was put stay as they are."
      action={action}
      hidden={{ id: snippet.id }}
      submit="Remove snippet"
      look="danger"
    />
  );
}

type Trigger = { label: string; about?: string; look?: ComponentProps<typeof Button>["look"] };

function SnippetDialog({
  title,
  intro,
  action,
  submit,
  trigger,
  snippet,
}: {
  title: string;
  intro?: string;
  action: FormAction;
  submit: string;
  trigger: Trigger;
  snippet?: Snippet;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      wide
      title={title}
      intro={intro}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look={trigger.look ?? "secondary"}>
          {trigger.label}
          {trigger.about && <span className="sr-only"> {trigger.about}</span>}
        </Button>
      }
    >
      <SnippetForm action={action} submit={submit} snippet={snippet} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function SnippetForm({
  action,
  submit,
  snippet,
  onDone,
}: {
  action: FormAction;
  submit: string;
  snippet: Snippet | undefined;
  onDone: () => void;
}) {
  const [initially] = useState<Body>(() => (snippet ? { version: 1, blocks: snippet.blocks } : EMPTY_BODY));
  const [body, setBody] = useState(initially);
  return (
    <ActionForm
      action={action}
      hidden={{ ...(snippet && { id: snippet.id }), body: JSON.stringify(body) }}
      submit={submit}
      keep
      onDone={onDone}
    >
      {({ error, value }) => (
        <>
          <TextField
            label="Name"
            name="name"
            required
            maxLength={80}
            hint="By which it stands in the Insert menu."
            defaultValue={value("name", snippet?.name)}
            error={error("name")}
          />
          <AboutTextField initially={initially} error={error("body")} onChange={setBody} />
        </>
      )}
    </ActionForm>
  );
}

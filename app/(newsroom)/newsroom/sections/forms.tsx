"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useActionState, useId, useState } from "react";
import { ChoiceField } from "@/components/newsroom/article/choice-field";
import { type Choice, topicChoices } from "@/components/newsroom/article/choices";
import { FormDialog } from "@/components/newsroom/form-dialog";
import { AccentField } from "@/components/newsroom/settings/accent-field";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import type { FormAction, FormFields } from "@/components/ui/form";
import { type KeptSection, MOST_SUBTOPICS, type Section } from "@/domain/taxonomy/section";
import type { Topic } from "@/domain/taxonomy/topic";

export function NewSectionDialog({ action }: { action: FormAction }) {
  return (
    <FormDialog open="New section" openLook="primary" title="New section" action={action} submit="Create section">
      {(fields) => (
        <>
          <NameField fields={fields} />
          <TextField
            label="Web address"
            name="slug"
            maxLength={60}
            spellCheck={false}
            autoCapitalize="none"
            hint="Made from the name if left empty. It never changes later, so that no link breaks."
            defaultValue={fields.value("slug")}
            error={fields.error("slug")}
          />
          <DescriptionField fields={fields} />
          <AccentOf fields={fields} />
        </>
      )}
    </FormDialog>
  );
}

export function EditSectionDialog({ action, section }: { action: FormAction; section: KeptSection }) {
  return (
    <FormDialog
      open="Edit"
      about={` ${section.name}`}
      title={`Edit ${section.name}`}
      intro={`Its web address stays /${section.slug}.`}
      action={action}
      hidden={{ id: section.id }}
      submit="Save section"
    >
      {(fields) => (
        <>
          <NameField fields={fields} initially={section.name} />
          <DescriptionField fields={fields} initially={section.description} />
          <AccentOf fields={fields} initially={section.accent} />
          <SubtopicsField fields={fields} initially={section.topics} />
        </>
      )}
    </FormDialog>
  );
}

export function MoveButton(props: {
  action: FormAction;
  section: Section;
  direction: "up" | "down";
  disabled: boolean;
}) {
  const [, dispatch, pending] = useActionState(props.action, null);
  const Icon = props.direction === "up" ? ArrowUp : ArrowDown;
  return (
    <form action={dispatch}>
      <input type="hidden" name="id" value={props.section.id} />
      <input type="hidden" name="direction" value={props.direction} />
      <Button
        type="submit"
        className="px-2.5"
        aria-label={`Move ${props.section.name} ${props.direction}`}
        held={props.disabled || pending}
      >
        <Icon aria-hidden size={18} />
      </Button>
    </form>
  );
}

function NameField({ fields, initially }: { fields: FormFields; initially?: string }) {
  return (
    <TextField
      label="Name"
      name="name"
      required
      maxLength={60}
      defaultValue={fields.value("name", initially)}
      error={fields.error("name")}
    />
  );
}

function AccentOf({ fields, initially = "" }: { fields: FormFields; initially?: string }) {
  return (
    <AccentField
      label="Accent"
      hint="The colour of the section, wherever its name stands."
      own="Use the paper’s own"
      initially={initially}
      error={fields.error("accent")}
    />
  );
}

/** The topics that the section's page leads to, in order: what is chosen later comes later. */
function SubtopicsField({ fields, initially }: { fields: FormFields; initially: Topic[] }) {
  const id = useId();
  const [chosen, setChosen] = useState<Choice[]>(initially);
  const error = fields.error("topicIds");
  return (
    <div className="grid gap-1.5">
      <ChoiceField
        label="Sub-topics"
        id={id}
        chosen={chosen}
        onChange={setChosen}
        choices={topicChoices}
        making={(name) => `New topic “${name}”`}
        hint={`The section’s page leads to them once a published story is about them. At most ${MOST_SUBTOPICS}.`}
      />
      {chosen.map((topic) => (
        <input key={topic.id} type="hidden" name="topicIds" value={topic.id} />
      ))}
      {error && <p className="text-sm font-semibold text-bad">{error}</p>}
    </div>
  );
}

function DescriptionField({ fields, initially }: { fields: FormFields; initially?: string }) {
  return (
    <TextArea
      label="Description"
      name="description"
      maxLength={300}
      hint="A line for the section’s page and for search engines. It may be left empty."
      defaultValue={fields.value("description", initially)}
      error={fields.error("description")}
    />
  );
}

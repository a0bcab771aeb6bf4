"use client";

import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField, TextArea } from "@/components/ui/field";
import type { BulkChange } from "@/domain/articles/bulk";
import { ChoiceField } from "./choice-field";
import { type Choice, topicChoices } from "./choices";

export type Deed = BulkChange["deed"];

/** @property drafts whether it changes drafts alone, which readers see with the next update. */
type Told = { name: string; submit: string; done: string; look?: ComponentProps<typeof Button>["look"]; drafts?: true };

export const DEEDS: Record<Deed, Told> = {
  section: { name: "Set section", submit: "Set section", done: "Section set", drafts: true },
  "add-topic": { name: "Add a topic", submit: "Add topic", done: "Topic added", drafts: true },
  "remove-topic": { name: "Remove a topic", submit: "Remove topic", done: "Topic removed", drafts: true },
  assign: { name: "Assign", submit: "Assign", done: "Assigned" },
  submit: { name: "Send to review", submit: "Send to review", done: "Sent to review" },
  unpublish: { name: "Unpublish", submit: "Unpublish", done: "Unpublished", look: "danger" },
};

/** Asks what is to be done to the stories that are chosen, and whether. */
export function BulkDialog({
  deed,
  number,
  onClose,
  ...asked
}: {
  /** Null: it is closed. */
  deed: Deed | null;
  number: number;
  sections: { id: string; name: string }[];
  people: { id: string; name: string }[];
  pending: boolean;
  onClose: () => void;
  /** @param words what was done, to be followed by how often. */
  onPerform: (deed: Deed, fields: Record<string, string>, words: string) => void;
}) {
  const stories = number === 1 ? "1 story" : `${number} stories`;
  return (
    <Dialog
      title={deed ? `${DEEDS[deed].name}: ${stories}` : ""}
      open={deed !== null}
      onOpenChange={(open) => open || onClose()}
    >
      {deed && <Question key={deed} deed={deed} {...asked} />}
    </Dialog>
  );
}

function Question({
  deed,
  sections,
  people,
  pending,
  onPerform,
}: {
  deed: Deed;
  sections: { id: string; name: string }[];
  people: { id: string; name: string }[];
  pending: boolean;
  onPerform: (deed: Deed, fields: Record<string, string>, words: string) => void;
}) {
  const [topics, setTopics] = useState<Choice[]>([]);
  const { submit, done, look = "primary", drafts } = DEEDS[deed];
  const [topic] = topics;
  const wantsTopic = deed === "add-topic" || deed === "remove-topic";
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const said = new FormData(event.currentTarget);
        const fields = Object.fromEntries([...said].map(([name, value]) => [name, String(value)]));
        const named =
          topic?.name ??
          people.find(({ id }) => id === fields.assigneeId)?.name ??
          sections.find(({ id }) => id === fields.sectionId)?.name;
        if (pending || (wantsTopic && !topic)) return;
        onPerform(deed, { ...fields, ...(topic && { topicId: topic.id }) }, named ? `${done} (${named})` : done);
      }}
    >
      {deed === "section" && (
        <SelectField label="Section" name="sectionId" required defaultValue="">
          <option value="" disabled>
            Choose a section
          </option>
          {sections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {deed === "assign" && (
        <SelectField label="Who writes them" name="assigneeId" defaultValue="">
          <option value="">Whoever began each</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {wantsTopic && (
        <ChoiceField
          id="bulk-topic"
          label="Topic"
          single
          chosen={topics}
          onChange={setTopics}
          choices={{ search: topicChoices.search }}
        />
      )}
      {deed === "unpublish" && (
        <TextArea
          label="Why (readers see this)"
          hint="It stands at the address of each of them. It may be left empty."
          name="note"
          maxLength={500}
        />
      )}
      {drafts && (
        <p className="text-sm text-muted">The drafts change at once; readers see it with each story’s next update.</p>
      )}
      {deed === "unpublish" && (
        <p className="text-sm text-muted">Readers no longer see them at once. This cannot be undone here.</p>
      )}
      <div>
        <Button type="submit" look={look} held={pending || (wantsTopic && !topic)}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

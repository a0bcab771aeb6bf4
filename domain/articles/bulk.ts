import { z } from "zod";
import { Id } from "@/lib/id-field";
import { undoField } from "@/lib/json-field";
import { idsField, MOST_AT_ONCE } from "@/lib/many";
import { EndNote } from "./article";

const One = Id.nullable();
const Some = z.array(Id).max(100);

/** What was done to a story's draft, plan or stage, so that it can be taken back. */
export const Undo = z.discriminatedUnion("field", [
  z.object({ id: Id, field: z.literal("sectionId"), before: One, after: One }),
  z.object({ id: Id, field: z.literal("topicIds"), before: Some, after: Some }),
  z.object({ id: Id, field: z.literal("assigneeId"), before: One, after: One }),
  /** Sent to review; `since` tells it from another time that it was. */
  z.object({ id: Id, field: z.literal("stage"), since: z.iso.datetime() }),
]);
export type Undo = z.infer<typeof Undo>;

const Ids = idsField("stories");

export const BulkChange = z.discriminatedUnion("deed", [
  z.object({ deed: z.literal("section"), ids: Ids, sectionId: Id.min(1, "Choose a section.") }),
  z.object({ deed: z.literal("add-topic"), ids: Ids, topicId: Id.min(1, "Choose a topic.") }),
  z.object({ deed: z.literal("remove-topic"), ids: Ids, topicId: Id.min(1, "Choose a topic.") }),
  z.object({ deed: z.literal("assign"), ids: Ids, assigneeId: z.string().max(40).default("") }),
  z.object({ deed: z.literal("submit"), ids: Ids }),
  z.object({
    deed: z.literal("unpublish"),
    ids: Ids,
    note: EndNote,
  }),
]);
export type BulkChange = z.infer<typeof BulkChange>;

export const UndoBulk = z.object({
  undo: undoField(z.array(Undo).min(1).max(MOST_AT_ONCE)),
});
export type UndoBulk = z.infer<typeof UndoBulk>;

/** What became of each story. */
export type BulkResult = {
  done: number;
  /** Those that were so already. */
  unchanged: number;
  refused: { headline: string; why: string }[];
  undo: Undo[];
};

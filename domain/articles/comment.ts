import { z } from "zod";
import { Id } from "@/lib/id-field";

/** Made by whoever comments, so that a comment whose answer got lost may be sent again. */
const NewId = z.string().regex(/^[0-9a-z]{16}$/, "This is no identifier of ours.");
const Text = z.string().trim().min(1, "Write a comment first.").max(5000, "A comment has at most 5,000 characters.");
/** The staff who are named in the text. */
const Mentions = z.array(Id).max(20, "A comment names at most 20 people.");

/** What may be done in the conversation about a story. */
export const Commenting = z.discriminatedUnion("deed", [
  z.strictObject({
    deed: z.literal("comment"),
    id: NewId,
    articleId: Id,
    /** The words it is about; empty in a reply. */
    quote: z.string().max(2000),
    /** The comment that it answers; null to begin a thread. */
    threadId: Id.nullable(),
    text: Text,
    mentions: Mentions,
  }),
  z.strictObject({ deed: z.literal("edit"), id: Id, text: Text, mentions: Mentions }),
  z.strictObject({ deed: z.enum(["delete", "resolve", "reopen"]), id: Id }),
]);
export type Commenting = z.infer<typeof Commenting>;
export type NewComment = Extract<Commenting, { deed: "comment" }>;
export type EditComment = Extract<Commenting, { deed: "edit" }>;

/** Somebody of the staff, as they are named. */
export type Named = { id: string; name: string };

export type Comment = {
  id: string;
  /** Empty where it was taken back. */
  text: string;
  author: Named;
  createdAt: string;
  editedAt: string | null;
  isDeleted: boolean;
  mentions: Named[];
};

/** A comment and its replies, the oldest first. Instants are ISO 8601: a thread goes to the browser as JSON. */
export type Thread = {
  id: string;
  quote: string;
  resolvedAt: string | null;
  resolvedBy: string | null;
  comments: Comment[];
};

/** All that was said about a story, and who may be named there: those who may read it. */
export type Conversation = { threads: Thread[]; people: Named[] };

/** An open thread in which somebody is named. */
export type Mention = {
  commentId: string;
  articleId: string;
  headline: string;
  text: string;
  author: string;
  createdAt: Date;
};

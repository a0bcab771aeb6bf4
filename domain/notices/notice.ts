import { z } from "zod";
import { headlineOf } from "@/domain/articles/board";
import { idsField } from "@/lib/many";
import { routes } from "@/lib/routes";

/** What something that happened is to whoever is told of it. */
export const NOTICE_KINDS = [
  "assigned",
  "unassigned",
  "review",
  "returned",
  "approved",
  "held",
  "resumed",
  "killed",
  "revived",
  "mentioned",
  "replied",
  "schedule-failed",
  "rights-lapsing",
  "rights-lapsed",
  "backup-failed",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Which notices a list shows: those not read, or those of one matter. */
export const NOTICE_SHOWS = ["unread", "work", "comments", "warnings"] as const;
export type NoticeShow = (typeof NOTICE_SHOWS)[number];

const COMMENTS: readonly NoticeKind[] = ["mentioned", "replied"];
const WARNINGS: readonly NoticeKind[] = ["schedule-failed", "rights-lapsing", "rights-lapsed", "backup-failed"];

/** The kinds of a matter. */
export const KINDS_SHOWN: Record<Exclude<NoticeShow, "unread">, readonly NoticeKind[]> = {
  work: NOTICE_KINDS.filter((kind) => !COMMENTS.includes(kind) && !WARNINGS.includes(kind)),
  comments: COMMENTS,
  warnings: WARNINGS,
};

/** That some were read, or are to be told of as new again. */
export const MarkNotices = z.object({ ids: idsField("notices"), read: z.enum(["yes", "no"]) });
export type MarkNotices = z.infer<typeof MarkNotices>;

/** A notice as its page shows it. */
export type Notice = {
  id: string;
  kind: NoticeKind;
  /** Who did it; null for the house itself. */
  actor: string | null;
  /** Null where it is about the paper as a whole. */
  articleId: string | null;
  /** Null where it is about no story, or one that they may not read any more. */
  headline: string | null;
  /** The comment that it is about. */
  commentId: string | null;
  /** Why, or what was said. */
  detail: string;
  at: Date;
  read: boolean;
};

/** What happened, "{it}" standing for the story. */
const DEEDS: Record<NoticeKind, string> = {
  assigned: "assigned {it} to you",
  unassigned: "gave {it} to somebody else",
  review: "sent {it} to review",
  returned: "returned {it} to you",
  approved: "approved {it}",
  held: "put {it} on hold",
  resumed: "resumed {it}",
  killed: "killed {it}",
  revived: "revived {it}",
  mentioned: "named you in a comment on {it}",
  replied: "answered you in a comment on {it}",
  "schedule-failed": "What you had planned for {it} failed",
  "rights-lapsing": "The rights to something that {it} shows lapse soon",
  "rights-lapsed": "The rights to something that {it} shows have lapsed",
  "backup-failed": "The paper could not be backed up",
};

/** Where a notice leads: to its story, to a comment on it, to what lapses, or to how the paper is served. */
export function placeOfNotice({
  kind,
  articleId,
  commentId,
}: Pick<Notice, "kind" | "articleId" | "commentId">): string {
  if (articleId === null) return routes.newsroom.operations();
  if (kind === "rights-lapsing" || kind === "rights-lapsed") return routes.newsroom.rights();
  return commentId ? routes.newsroom.comment(articleId, commentId) : routes.newsroom.article(articleId);
}

/** What somebody is told, in a sentence: "Mirjam Tveitt returned “The bridge” to you". */
export function noticeWords({ kind, actor, headline }: Pick<Notice, "kind" | "actor" | "headline">): string {
  const it = headline === null ? "a story that you may no longer read" : `“${headlineOf({ headline })}”`;
  const said = DEEDS[kind].replace("{it}", () => it);
  // What comes by itself.
  return WARNINGS.includes(kind) ? said : `${actor ?? "Masthead"} ${said}`;
}

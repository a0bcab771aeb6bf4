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
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A notice as its page shows it. */
export type Notice = {
  id: string;
  kind: NoticeKind;
  /** Who did it; null for the house itself. */
  actor: string | null;
  articleId: string;
  /** Null where they may not read the story any more. */
  headline: string | null;
  /** The comment that it is about. */
  commentId: string | null;
  /** Why, or what was said. */
  detail: string;
  at: Date;
  read: boolean;
};

const DEEDS: Record<NoticeKind, string> = {
  assigned: "assigned you",
  unassigned: "gave to somebody else",
  review: "sent you for review",
  returned: "returned",
  approved: "approved",
  held: "put on hold",
  resumed: "resumed",
  killed: "killed",
  revived: "revived",
  mentioned: "named you in a comment on",
  replied: "answered you in",
  "schedule-failed": "could not do what was planned for",
};

/** What happened, up to the name of the story: "Mirjam Tveitt returned". */
export function noticeWords({ kind, actor }: Pick<Notice, "kind" | "actor">): string {
  return `${actor ?? "The house"} ${DEEDS[kind]}`;
}

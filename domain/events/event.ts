import type { Actor } from "@/domain/people/staff";

/** Everything that can happen, as subject and past participle. */
export type Verb =
  | "article.created"
  | "article.edited"
  | "article.conflicted"
  | "article.submitted"
  | "article.returned"
  | "article.published"
  | "article.updated"
  | "article.unpublished"
  | "article.corrected"
  | "article.taken-over"
  | "article.preview-shared"
  | "article.preview-revoked"
  | "article.scheduled"
  | "article.rescheduled"
  | "article.schedule-cancelled"
  | "article.schedule-failed"
  | "article.embargoed"
  | "article.embargo-lifted"
  | "comment.added"
  | "comment.edited"
  | "comment.deleted"
  | "comment.resolved"
  | "comment.reopened"
  | "asset.uploaded"
  | "asset.edited"
  | "section.created"
  | "section.edited"
  | "section.moved"
  | "topic.created"
  | "topic.edited"
  | "byline.created"
  | "byline.edited"
  | "series.created"
  | "series.edited"
  | "about.edited"
  | "snippet.created"
  | "snippet.edited"
  | "snippet.removed"
  | "style-rule.created"
  | "style-rule.edited"
  | "style-rule.removed"
  | "ranking.changed"
  | "search.indexed"
  | "staff.created"
  | "staff.invited"
  | "staff.joined"
  | "staff.renamed"
  | "staff.role-changed"
  | "staff.disabled"
  | "staff.enabled"
  | "staff.password-changed"
  | "staff.signed-in"
  | "staff.session-ended"
  | "invitation.revoked"
  | "settings.created"
  | "settings.edited"
  | "view.saved"
  | "view.removed"
  | "audit.exported";

export type Event = {
  number: number;
  verb: Verb;
  subjectKind: string;
  subjectId: string;
  actorId: Actor["id"] | null;
  at: Date;
};

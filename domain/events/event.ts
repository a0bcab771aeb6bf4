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
  | "staff.capabilities-changed"
  | "staff.disabled"
  | "staff.enabled"
  | "staff.password-changed"
  | "staff.reset-asked"
  | "staff.reset-link-made"
  | "staff.password-reset"
  | "staff.signed-in"
  | "staff.session-ended"
  | "invitation.revoked"
  | "invitation.renewed"
  | "letter.undelivered"
  | "desk.created"
  | "desk.edited"
  | "desk.removed"
  | "settings.created"
  | "settings.edited";

export type Event = {
  number: number;
  verb: Verb;
  subjectKind: string;
  subjectId: string;
  actorId: Actor["id"] | null;
  at: Date;
};

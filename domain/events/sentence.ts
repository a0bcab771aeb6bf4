import { ROLE_NAMES, ROLES } from "@/domain/people/staff";
import { routes } from "@/lib/routes";
import { formatInstant } from "@/lib/time";
import type { Verb } from "./event";

/** What an event kept besides, as it lies in the database: whoever tells of it looks before it trusts. */
export type EventData = Record<string, unknown>;

/** An event as it is told. */
export type Told = {
  verb: Verb;
  subjectKind: string;
  /** Who did it; null where the product itself acted. */
  actor: string | null;
  /** What the thing is called now; null where it has no name or is gone. */
  subject: string | null;
  data: EventData;
};

/** A sentence in its parts, so that the name of the thing can be a link. */
export type Sentence = { before: string; subject: string; after: string };

/** What an event says was done, "{it}" standing for the thing. */
type Deed = string | ((data: EventData, time: (given: unknown) => string) => string);

/** How an event is told. */
export type Telling = {
  /** What the thing is called where its name would only be repeated, such as "this story" in its own trail. */
  it?: string;
  /** In which times are told. */
  timeZone?: string;
};

/** Who did what nobody did. */
const HOUSE = "Masthead";

const FIELD_WORDS: Record<string, string> = {
  body: "the text",
  bylineIds: "the bylines",
  credits: "the credits",
  headline: "the headline",
  kicker: "the kicker",
  label: "the label",
  language: "the language",
  lead: "the lead picture",
  relatedIds: "the related stories",
  review: "the review",
  search: "the search fields",
  sectionId: "the section",
  seriesId: "the series",
  share: "the share fields",
  slug: "the address",
  standfirst: "the standfirst",
  topicIds: "the topics",
  translationOf: "the original",
};

/** Exhaustive: a verb that has no sentence is no event. */
const DEEDS: Record<Verb, Deed> = {
  "article.created": "began {it}",
  "article.edited": ({ fields }) => {
    const named = strings(fields).map((field) => FIELD_WORDS[field] ?? field);
    return named.length > 0 ? `changed ${listed(named)} of {it}` : "edited {it}";
  },
  "article.conflicted": "saved a text of {it} that lost against another's, and is kept",
  "article.proposed": "proposed {it}",
  "article.assigned": ({ assigneeId }) => (assigneeId ? "assigned {it}" : "took {it} from whoever had it"),
  "article.planned": "changed what is planned for {it}",
  "article.restored": "restored an earlier text of {it}",
  "article.begun": "began to draft {it}",
  "article.submitted": "sent {it} to review",
  "article.withdrawn": "took {it} back from review",
  "article.returned": "returned {it} to its writer",
  "article.approved": "approved {it}",
  "article.held": "held {it}",
  "article.resumed": "resumed {it}",
  "article.killed": "killed {it}",
  "article.revived": "revived {it}",
  "article.published": "published {it}",
  "article.updated": ({ kind }) =>
    kind === "minor" ? "published a minor update to {it}" : "published an update to {it}",
  "article.unpublished": "unpublished {it}",
  "article.corrected": ({ kind }) =>
    kind === "clarification" ? "published a clarification of {it}" : "published a correction to {it}",
  "article.retracted": "retracted {it}",
  "article.taken-down": "took {it} down",
  "article.lifted": "lifted the take-down of {it}",
  "article.scheduled": ({ act, at }, time) => `planned that {it} is ${acted(act)} ${time(at)}`,
  "article.rescheduled": ({ act, at }, time) => `moved the plan that {it} is ${acted(act)} to ${time(at)}`,
  "article.schedule-cancelled": ({ act }) => `cancelled the plan that {it} is ${acted(act)}`,
  "article.schedule-failed": ({ act }) => `had planned that {it} is ${acted(act)}, which failed`,
  "article.embargoed": ({ until }, time) => `put {it} under an embargo until ${time(until)}`,
  "article.embargo-lifted": "lifted the embargo on {it}",
  "article.taken-over": ({ field }) => `took over ${FIELD_WORDS[text(field)] ?? "a field"} of {it}`,
  "article.preview-shared": "made a preview link to {it}",
  "article.preview-revoked": "revoked a preview link to {it}",
  "comment.added": ({ threadId }) => (threadId ? "answered a comment on {it}" : "commented on {it}"),
  "comment.edited": "changed a comment on {it}",
  "comment.deleted": "deleted a comment on {it}",
  "comment.resolved": "resolved a comment on {it}",
  "comment.reopened": "reopened a comment on {it}",
  "redirect.created": ({ kept }) =>
    typeof kept === "number" ? `imported ${kept} redirects` : "made the redirect {it}",
  "redirect.edited": "changed the redirect {it}",
  "redirect.removed": "removed {it}",
  "asset.uploaded": "uploaded {it}",
  "asset.edited": "changed what is said of {it}",
  "collection.created": "made the collection {it}",
  "collection.edited": "changed the collection {it}",
  "collection.filled": ({ added, removed }) =>
    typeof removed === "number" ? `took ${files(removed)} out of {it}` : `put ${files(added)} into {it}`,
  "collection.removed": "removed {it}",
  "keyword.renamed": ({ from }) => (text(from) ? `renamed the keyword “${text(from)}” to {it}` : "renamed {it}"),
  "keyword.removed": "took the keyword {it} off all that carried it",
  "asset.rights-lapsing": "told the desk that the rights to {it} lapse soon",
  "asset.rights-lapsed": "told the desk that the rights to {it} have lapsed",
  "asset.replaced": "replaced the file of {it}",
  "asset.deleted": "put {it} into the bin",
  "asset.restored": "took {it} out of the bin",
  "asset.purged": "deleted {it} for good",
  "asset.cropped": "changed the crops of {it}",
  "asset.rendered": "made the copies of {it}",
  "section.created": "made the section {it}",
  "section.edited": "changed the section {it}",
  "section.moved": "moved the section {it}",
  "topic.created": "made the topic {it}",
  "topic.edited": "changed the topic {it}",
  "topic.set-aside": "set the topic {it} aside",
  "topic.brought-back": "brought the topic {it} back",
  "byline.created": "made the byline {it}",
  "byline.edited": "changed the byline {it}",
  "byline.set-aside": "set the byline {it} aside",
  "byline.brought-back": "brought the byline {it} back",
  "series.created": "made the series {it}",
  "series.edited": "changed the series {it}",
  "series.set-aside": "set the series {it} aside",
  "series.brought-back": "brought the series {it} back",
  "about.edited": ({ live }) =>
    live === false ? "saved the about page {it}, unpublished" : "changed the about page {it}",
  "snippet.created": "made the snippet {it}",
  "snippet.edited": "changed the snippet {it}",
  "snippet.removed": "removed {it}",
  "style-rule.created": "made the style rule {it}",
  "style-rule.edited": "changed the style rule {it}",
  "style-rule.removed": "removed {it}",
  "ranking.changed": "counted anew which stories are read most",
  "search.indexed": "made the search index anew",
  "staff.created": "set {it} up as the owner",
  "staff.invited": ({ role }) => (isRole(role) ? `invited {it} as ${ROLE_NAMES[role].toLowerCase()}` : "invited {it}"),
  "staff.joined": "joined the staff",
  "staff.renamed": "changed their own name",
  "staff.role-changed": ({ from, to }) =>
    isRole(from) && isRole(to)
      ? `made {it}, until then ${ROLE_NAMES[from].toLowerCase()}, ${ROLE_NAMES[to].toLowerCase()}`
      : "gave {it} another role",
  "staff.capabilities-changed": ({ reset }) =>
    reset === true ? "set what each role may back to how it began" : "changed what the roles may",
  "staff.disabled": "disabled the account of {it}",
  "staff.enabled": "enabled the account of {it}",
  "staff.password-changed": "changed their own password",
  "staff.letters-chosen": ({ byMail }) =>
    byMail ? "chose to get notices by e-mail" : "chose to get no notices by e-mail",
  "staff.reset-asked": "asked for a new password",
  "staff.reset-link-made": "made a link with which {it} can choose a new password",
  "staff.password-reset": "chose a new password by a link",
  "staff.factor-added": ({ kind }) => (kind === "passkey" ? "added a passkey" : "put an authenticator app into use"),
  "staff.factor-removed": ({ kind }) => (kind === "passkey" ? "removed a passkey" : "removed their authenticator app"),
  "staff.factor-reset": "reset the second factor of {it}",
  "staff.factor-required": ({ roles }) =>
    Array.isArray(roles) && roles.filter(isRole).length > 0
      ? `asked a second factor of these roles: ${roles
          .filter(isRole)
          .map((role) => ROLE_NAMES[role].toLowerCase())
          .join(", ")}`
      : "asked no role for a second factor any more",
  "staff.recovery-codes-renewed": "made new recovery codes",
  "staff.recovery-code-used": "used a recovery code",
  "staff.signed-in": ({ by }) =>
    by === "passkey" || by === "password and passkey" || by === "password and code"
      ? `signed in by ${by}`
      : "signed in",
  "staff.session-ended": ({ count }) =>
    typeof count === "number" && count !== 1 ? `ended ${count} sessions of {it}` : "ended a session of {it}",
  "invitation.revoked": "revoked the invitation of {it}",
  "invitation.renewed": "made a new link for the invitation of {it}",
  "letter.undelivered": "could not send a letter",
  "desk.created": "made the desk {it}",
  "desk.edited": "changed the desk {it}",
  "desk.removed": "removed {it}",
  "settings.created": "set the publication up",
  "settings.edited": "changed the settings",
  "backup.made": "made a backup",
  "backup.failed": "could not make a backup",
  "view.saved": "saved the view {it}",
  "view.removed": "removed {it}",
  "audit.exported": ({ format }) => `exported the audit trail as ${text(format) === "csv" ? "CSV" : "JSON lines"}`,
};

/** What stands for the name of a thing that has none. */
const NAMELESS: Record<string, string> = {
  about: "an about page",
  article: "a story without a headline",
  asset: "a file",
  byline: "somebody",
  collection: "a collection",
  comment: "a story",
  desk: "a desk",
  invitation: "somebody",
  keyword: "a keyword",
  redirect: "a redirect",
  section: "one that is gone",
  series: "one that is gone",
  snippet: "a snippet",
  staff: "somebody",
  "style-rule": "a style rule",
  topic: "one that is gone",
  view: "a view",
};

/** Kinds of things that are named as they are; the names of others are quoted. */
const UNQUOTED = new Set(["asset", "byline", "desk", "invitation", "redirect", "section", "series", "staff", "topic"]);

/** What happened, in words: "Mirjam Tveitt published “The bridge is open”". */
export function sentenceOf(event: Told, telling: Telling = {}): string {
  const { before, subject, after } = sentenceParts(event, telling);
  return before + subject + after;
}

/** As `sentenceOf`, in its parts; the subject is empty where the sentence does not name the thing. */
export function sentenceParts(
  { verb, subjectKind, actor, subject, data }: Told,
  { it, timeZone = "UTC" }: Telling = {},
): Sentence {
  // Of a verb that this code does not know yet, or no more, the sentence is its two words.
  const deed: Deed = DEEDS[verb] ?? `did “${verb}” to {it}`;
  const done = typeof deed === "string" ? deed : deed(data, (given) => timeTold(given, timeZone));
  const [before = "", after] = done.split("{it}");
  return {
    before: `${actor ?? HOUSE} ${before}`,
    subject: after === undefined ? "" : (it ?? named(subjectKind, subject)),
    after: after ?? "",
  };
}

function timeTold(given: unknown, timeZone: string): string {
  const at = new Date(text(given));
  return Number.isNaN(at.getTime()) ? "at a time" : formatInstant(at, "stamp", { timeZone, language: "en" });
}

function acted(act: unknown): string {
  return act === "unpublish" ? "unpublished" : "published";
}

function named(kind: string, name: string | null): string {
  if (!name?.trim()) return NAMELESS[kind] ?? "it";
  return UNQUOTED.has(kind) ? name : `“${name.trim()}”`;
}

/** The kinds of things that events are about, as a filter offers them. */
export const SUBJECT_KINDS: Record<string, string> = {
  article: "Stories",
  comment: "Comments",
  asset: "Media",
  collection: "Collections",
  keyword: "Keywords",
  staff: "Staff",
  invitation: "Invitations",
  desk: "Desks",
  letter: "Letters",
  section: "Sections",
  topic: "Topics",
  byline: "Bylines",
  series: "Series",
  about: "About pages",
  snippet: "Snippets",
  "style-rule": "House style",
  settings: "Settings",
  redirect: "Redirects",
  backup: "Backups",
  view: "Saved views",
  audit: "Audit trail",
  search: "Search",
  ranking: "Most read",
};

/** Every verb, in the order in which they are told of. */
export const VERBS = Object.keys(DEEDS) as Verb[];

/** A verb by itself, for a filter: "Article: taken over". */
export function verbName(verb: Verb): string {
  const [kind = "", deed = ""] = verb.split(".");
  const thing = kind.replace("-", " ");
  return `${thing.charAt(0).toUpperCase()}${thing.slice(1)}: ${deed.replaceAll("-", " ")}`;
}

function listed(words: string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function strings(given: unknown): string[] {
  return Array.isArray(given) ? given.filter((each) => typeof each === "string") : [];
}

function text(given: unknown): string {
  return typeof given === "string" ? given : "";
}

function files(count: unknown): string {
  return count === 1 ? "a file" : typeof count === "number" ? `${count} files` : "files";
}

function isRole(given: unknown): given is (typeof ROLES)[number] {
  return ROLES.some((role) => role === given);
}

/** Where the newsroom shows the thing of an event; null where it has no page of its own. */
export function subjectAddress({
  subjectKind,
  subjectId,
  data,
}: Pick<Told, "subjectKind" | "data"> & { subjectId: string }) {
  const { newsroom } = routes;
  switch (subjectKind) {
    case "article":
      return newsroom.article(subjectId);
    case "comment":
      return text(data.articleId) ? newsroom.comment(text(data.articleId), subjectId) : null;
    case "asset":
      return newsroom.asset(subjectId);
    case "collection":
      return newsroom.collections();
    case "keyword":
      return newsroom.keywords();
    case "byline":
      return newsroom.byline(subjectId);
    case "staff":
      return newsroom.person(subjectId);
    case "invitation":
      return newsroom.people();
    case "section":
      return newsroom.sections();
    case "topic":
      return newsroom.topics();
    case "series":
      return newsroom.series();
    case "about":
      return newsroom.about(subjectId);
    case "snippet":
      return newsroom.snippets();
    case "style-rule":
      return newsroom.settings("style");
    case "redirect":
      return newsroom.redirects();
    case "settings":
      return newsroom.settings();
    default:
      return null;
  }
}

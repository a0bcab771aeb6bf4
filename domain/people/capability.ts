import type { Role } from "./staff";

/** How far a capability reaches: to nothing, to what is one's own, to anything. */
export type Reach = "nothing" | "own" | "any";

/** What a role may, as far as it may anything. */
export type Grants = Partial<Record<Capability, "own" | "any">>;

const GROUPS = {
  stories: "Stories",
  readers: "Before readers",
  library: "Pictures, sound and film",
  paper: "The paper",
  house: "The house",
} as const;

type About = {
  group: keyof typeof GROUPS;
  /** In words, as the matrix shows it. */
  name: string;
  /** How far it can reach: the rest makes no sense. */
  reaches: readonly Reach[];
  /** How far it reaches as a paper starts: owner, editor, reporter, contributor. */
  start: readonly [Reach, Reach, Reach, Reach];
  /** What it is of no use without: at least as far, where both can be told own from any. */
  needs?: Capability;
  /**
   * Whether a desk limits it to the desk's sections. Where a desk decides what readers see ("wholly") it does so of one's
   * own stories too; else those stay one's own in every section.
   */
  desk?: "others" | "wholly";
};

const FULL: readonly Reach[] = ["nothing", "own", "any"];
const YES_OR_NO: readonly Reach[] = ["nothing", "any"];
const EDITORS = ["any", "any", "nothing", "nothing"] as const;
const OWNERS = ["any", "nothing", "nothing", "nothing"] as const;
const EVERYBODY = ["any", "any", "any", "any"] as const;

const TABLE = {
  "article.create": {
    group: "stories",
    name: "Begin stories",
    reaches: YES_OR_NO,
    start: EVERYBODY,
    needs: "article.edit",
  },
  "article.read": {
    group: "stories",
    name: "Read stories",
    reaches: ["own", "any"],
    start: ["any", "any", "any", "own"],
  },
  "article.edit": {
    group: "stories",
    name: "Write, edit and comment",
    reaches: FULL,
    start: ["any", "any", "own", "own"],
    needs: "article.read",
    desk: "others",
  },
  "article.submit": {
    group: "stories",
    name: "Send to review",
    reaches: FULL,
    start: ["any", "any", "own", "nothing"],
    needs: "article.read",
    desk: "others",
  },
  "article.return": {
    group: "stories",
    name: "Approve, return, hold and kill",
    reaches: FULL,
    start: EDITORS,
    needs: "article.read",
    desk: "others",
  },
  "article.plan": {
    group: "stories",
    name: "Assign, set deadlines, move on the board",
    reaches: FULL,
    start: ["any", "any", "own", "nothing"],
    needs: "article.read",
    desk: "others",
  },
  "preview.share": {
    group: "stories",
    name: "Show outsiders a preview",
    reaches: FULL,
    start: ["any", "any", "own", "nothing"],
    needs: "article.read",
    desk: "others",
  },
  "view.share": { group: "stories", name: "Share saved views of lists", reaches: YES_OR_NO, start: EDITORS },
  "article.publish": {
    group: "readers",
    name: "Publish, schedule and correct",
    reaches: FULL,
    start: EDITORS,
    needs: "article.read",
    desk: "wholly",
  },
  "article.unpublish": {
    group: "readers",
    name: "Unpublish",
    reaches: FULL,
    start: EDITORS,
    needs: "article.read",
    desk: "wholly",
  },
  "article.take-down": {
    group: "readers",
    name: "Retract and take down",
    reaches: FULL,
    start: EDITORS,
    needs: "article.read",
    desk: "wholly",
  },
  "redirect.manage": { group: "readers", name: "Redirects", reaches: YES_OR_NO, start: EDITORS },
  "asset.read": { group: "library", name: "See the library", reaches: YES_OR_NO, start: EVERYBODY },
  "asset.upload": {
    group: "library",
    name: "Upload",
    reaches: YES_OR_NO,
    start: EVERYBODY,
    needs: "asset.read",
  },
  "asset.edit": {
    group: "library",
    name: "Edit captions and credits",
    reaches: FULL,
    start: ["any", "any", "own", "own"],
    needs: "asset.read",
  },
  "asset.delete": {
    group: "library",
    name: "Delete and restore files",
    reaches: FULL,
    start: ["any", "any", "own", "own"],
    needs: "asset.read",
  },
  "taxonomy.manage": {
    group: "paper",
    name: "Sections, topics, series and bylines",
    reaches: YES_OR_NO,
    start: EDITORS,
  },
  "profile.edit": {
    group: "paper",
    name: "Write what readers learn of oneself",
    reaches: ["nothing", "own"],
    start: ["own", "own", "own", "own"],
  },
  "about.edit": { group: "paper", name: "Pages about the paper", reaches: YES_OR_NO, start: EDITORS },
  "snippet.manage": { group: "paper", name: "Snippets", reaches: YES_OR_NO, start: EDITORS },
  "style.manage": { group: "paper", name: "House style", reaches: YES_OR_NO, start: EDITORS },
  "staff.manage": { group: "house", name: "People, desks and sessions", reaches: YES_OR_NO, start: OWNERS },
  "settings.manage": { group: "house", name: "Settings and operations", reaches: YES_OR_NO, start: OWNERS },
  "audit.read": { group: "house", name: "Read the audit trail", reaches: YES_OR_NO, start: OWNERS },
} as const satisfies Record<string, Omit<About, "needs"> & { needs?: string }>;

export type Capability = keyof typeof TABLE;

/** Everything that somebody may or may not do, in the order of the matrix. */
export const CAPABILITIES = Object.keys(TABLE) as [Capability, ...Capability[]];

/** What there is to know of a capability. */
export function about(capability: Capability): About {
  return TABLE[capability];
}

/** The capabilities by what they are about, as the matrix shows them. */
export const CAPABILITY_GROUPS = Object.entries(GROUPS).map(([group, name]) => ({
  name,
  capabilities: CAPABILITIES.filter((capability) => TABLE[capability].group === group),
}));

const COLUMNS: readonly Role[] = ["owner", "editor", "reporter", "contributor"];

/** How far a capability of a role reaches as a paper starts. */
export function startOf(role: Role, capability: Capability): Reach {
  return TABLE[capability].start[COLUMNS.indexOf(role)] ?? "nothing";
}

/** What an owner keeps whatever the matrix says: otherwise nobody might be left who could change it back. */
export const FIXED: ReadonlySet<Capability> = new Set(["staff.manage", "settings.manage"]);

/** Whether a cell of the matrix can be changed. */
export function isFixed(role: Role, capability: Capability): boolean {
  return role === "owner" && FIXED.has(capability);
}

/** What the matrix says of a role where it differs from the start, as it is kept. */
export type Differences = Partial<Record<Capability, Reach>>;

/** What a role may: as it started, but for what an owner changed. What is kept and makes no sense (any more) is passed over. */
export function grantsOf(role: Role, changed: Differences | null = null): Grants {
  const grants: Grants = {};
  for (const capability of CAPABILITIES) {
    const kept = isFixed(role, capability) ? undefined : changed?.[capability];
    const reach = kept && about(capability).reaches.includes(kept) ? kept : startOf(role, capability);
    if (reach !== "nothing") grants[capability] = reach;
  }
  return grants;
}

const RANK: Record<Reach, number> = { nothing: 0, own: 1, any: 2 };

/** Whether one set of grants holds all that another does. */
export function covers(wide: Grants, narrow: Grants): boolean {
  return CAPABILITIES.every((each) => RANK[wide[each] ?? "nothing"] >= RANK[narrow[each] ?? "nothing"]);
}

/** The first capability that is granted without the one it is of no use without, and that one; null where all is well. */
export function missingNeed(grants: Grants): { capability: Capability; needs: Capability } | null {
  for (const capability of CAPABILITIES) {
    const { needs, reaches } = about(capability);
    const granted = RANK[grants[capability] ?? "nothing"];
    if (!needs || granted === 0) continue;
    const bothTell = reaches.includes("own") && about(needs).reaches.includes("own");
    if (RANK[grants[needs] ?? "nothing"] < (bothTell ? granted : 1)) return { capability, needs };
  }
  return null;
}

import type { TrailFilters } from "@/domain/events/trail";
import { type Asked, askedText } from "@/lib/asked";
import { routes } from "@/lib/routes";

/** The names in the address, for the form and for links. */
export const TRAIL_NAMES = {
  actorId: "who",
  what: "what",
  about: "about",
  subject: "subject",
  from: "from",
  until: "until",
  cursor: "cursor",
} as const satisfies Record<keyof TrailFilters, string>;

const SHAPES: Record<keyof TrailFilters, RegExp> = {
  actorId: /^[\w-]{1,40}$/,
  what: /^[a-z.-]{1,60}$/,
  about: /^.{1,200}$/s,
  subject: /^[a-z-]{1,30}:[\w-]{1,60}$/,
  from: /^\d{4}-\d\d-\d\d$/,
  until: /^\d{4}-\d\d-\d\d$/,
  cursor: /^\d{1,15}$/,
};

/** The filters that an address asks for; what it says wrongly is left out. */
export function trailFiltersOf(asked: Asked): TrailFilters {
  const filters: TrailFilters = {};
  for (const key of Object.keys(TRAIL_NAMES) as (keyof TrailFilters)[]) {
    const text = askedText(asked[TRAIL_NAMES[key]], 200);
    if (text && SHAPES[key].test(text)) filters[key] = text;
  }
  return filters;
}

function queryOf(filters: TrailFilters): string {
  const query = new URLSearchParams();
  for (const key of Object.keys(TRAIL_NAMES) as (keyof TrailFilters)[]) {
    const value = filters[key];
    if (value) query.set(TRAIL_NAMES[key], value);
  }
  return query.toString();
}

/** The address of the trail with these filters. */
export function trailAddress(filters: TrailFilters): string {
  return routes.newsroom.audit(queryOf(filters));
}

/** The address of what happened to the stories, with these filters. */
export function activityAddress(filters: TrailFilters): string {
  return routes.newsroom.activity(queryOf(filters));
}

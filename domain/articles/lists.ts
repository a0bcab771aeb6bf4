/** How the lists of stories are named in `listings` and `list_sizes`, whose triggers name them likewise. */
export const listOf = {
  /** Every story that stands in lists. */
  all: "all",
  /** Every story that search finds. */
  found: "found",
  topic: (id: string) => `t${id}`,
  /** What somebody wrote, or is credited with otherwise. */
  byline: (id: string) => `b${id}`,
  series: (id: string) => `r${id}`,
  /** Stories of one kind of journalism; news have no list of their own. */
  label: (label: string) => `l${label}`,
  /** Of a section and a day of UTC, such as "2026-03-01", only how many there are is kept. */
  section: (id: string) => `s${id}`,
  day: (day: string) => `d${day}`,
} as const;

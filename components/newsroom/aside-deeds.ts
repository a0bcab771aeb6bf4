import type { ManyDeed } from "@/components/newsroom/many-rows";
import type { FormAction } from "@/components/ui/form";

/** What can be done to chosen topics, series or bylines. */
export function asideDeeds(action: FormAction): ManyDeed[] {
  const [away, back] = [{ aside: "yes" }, { aside: "no" }];
  return [
    {
      submit: "Set aside",
      words: "Set aside",
      fields: away,
      back: { action, words: "Offered to writers again", fields: back },
    },
    { submit: "Bring back", words: "Brought back", fields: back, back: { action, words: "Aside again", fields: away } },
  ];
}

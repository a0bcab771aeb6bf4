import { headlineOf } from "@/domain/articles/board";
import { READERS_STATE_NAMES, type ReadersState, STAGE_NAMES, type Stage } from "@/domain/articles/stage";
import { routes } from "@/lib/routes";

/** Something that a story names by id. */
export type Choice = { id: string; name: string; note?: string };

/** Where choices come from, and how a new one is made. */
export type Choices = {
  search: (text: string, signal: AbortSignal) => Promise<Choice[]>;
  /** Missing for what is not made by its name. */
  create?: (name: string) => Promise<Choice>;
};

type Found = { id: string; name: string; title?: string; guest?: boolean };

/** A byline, topic or series as pickers show it. */
export function choiceOf({ id, name, title, guest }: Found): Choice {
  const note = [title, guest && "Guest"].filter(Boolean).join(" · ");
  return note ? { id, name, note } : { id, name };
}

/** A story as pickers show it. */
export function storyChoiceOf({ id, headline, stage, readers, sectionName }: StoryChoice): Choice {
  const isOut = readers !== "never" || !stage;
  const note = [stage && STAGE_NAMES[stage], isOut && READERS_STATE_NAMES[readers], sectionName]
    .filter(Boolean)
    .join(" · ");
  return { id, name: headlineOf({ headline }), note };
}

type StoryChoice = {
  id: string;
  headline: string;
  stage: Stage | null;
  readers: ReadersState;
  sectionName: string | null;
};

/** Other stories. @param but the one that is being written */
export function storyChoices(but: string): Choices {
  return {
    search: async (text, signal) => {
      const query = new URLSearchParams({ q: text, but });
      const found = await fetch(`${routes.newsroom.storyChoices()}?${query}`, { signal });
      return (await answered<StoryChoice[]>(found)).map(storyChoiceOf);
    },
  };
}

export const seriesChoices = choicesAt(routes.newsroom.seriesChoices());
export const topicChoices = choicesAt(routes.newsroom.topicChoices());
export const bylineChoices = choicesAt(routes.newsroom.bylineChoices());

function choicesAt(address: string): Choices {
  return {
    search: async (text, signal) => {
      const found = await answered<Found[]>(await fetch(`${address}?q=${encodeURIComponent(text)}`, { signal }));
      return found.map(choiceOf);
    },
    create: async (name) => {
      const headers = { "content-type": "application/json" };
      const made = await answered<Found>(
        await fetch(address, { method: "POST", headers, body: JSON.stringify({ name }) }),
      );
      return choiceOf(made);
    },
  };
}

async function answered<T>(response: Response): Promise<T> {
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new Error(body?.message ?? "The server did not answer. Try again.");
  return body;
}

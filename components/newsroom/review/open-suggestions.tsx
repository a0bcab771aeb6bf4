import { type DraftBody, openSuggestions } from "@/domain/articles/review";

/** Says, before a story is published, that what is only suggested stays behind. */
export function OpenSuggestions({ body }: { body: DraftBody }) {
  const open = openSuggestions(body);
  if (open === 0) return null;
  return <p>{`Readers see the story without ${open === 1 ? "1 open suggestion" : `${open} open suggestions`}.`}</p>;
}

import type { WithheldKind } from "@/domain/articles/story";
import { directionOf } from "@/lib/language";
import { wordsOf } from "@/lib/words";

const WORDS = {
  picture: "pictureWithheld",
  audio: "recordingWithheld",
  video: "filmWithheld",
} as const satisfies Record<WithheldKind, string>;

/** What stands in place of what readers may no longer be shown, in the paper's own tongue. */
export function Withheld({ kind, language }: { kind: WithheldKind; language: string }) {
  return (
    <p className="withheld" lang={language} dir={directionOf(language)}>
      {wordsOf(language)(WORDS[kind])}
    </p>
  );
}

/** The longest run of text that is spoken at once, in characters: Chrome falls silent after fifteen seconds of one. */
const LONGEST = 220;

/** A text in pieces to be spoken one after the other: its sentences, and of a long one its clauses. */
export function sentencesOf(text: string, language: string): string[] {
  const single = text.replace(/\s+/g, " ").trim();
  const sentences =
    "Segmenter" in Intl
      ? [...new Intl.Segmenter(language || undefined, { granularity: "sentence" }).segment(single)]
      : [{ segment: single }];
  return sentences.flatMap(({ segment }) => clausesOf(segment.trim())).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

function clausesOf(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence];
  const reach = sentence.slice(0, LONGEST);
  // At the last comma or its like, else between words, else anywhere.
  const ends = [/^.*[,;:–—،、，]/, /^.* /].map((upTo) => upTo.exec(reach)?.[0].length ?? 0);
  const at = ends.find((end) => end > LONGEST / 3) ?? LONGEST;
  return [sentence.slice(0, at).trim(), ...clausesOf(sentence.slice(at).trim())];
}

/**
 * The voice for a language: one of this very device, for others send what they say to their maker. That of the same country
 * before others, then the reader's own choice; undefined if there is none.
 */
export function voiceFor(voices: readonly SpeechSynthesisVoice[], language: string): SpeechSynthesisVoice | undefined {
  const tag = (given: string) => given.replace("_", "-").toLowerCase();
  const tongue = tag(language).split("-")[0];
  const worth = (voice: SpeechSynthesisVoice) => (tag(voice.lang) === tag(language) ? 2 : 0) + (voice.default ? 1 : 0);
  return voices
    .filter((voice) => voice.localService && tag(voice.lang).split("-")[0] === tongue)
    .sort((a, b) => worth(b) - worth(a))[0];
}

const SPOKEN = "h1, [data-standfirst], .story-body :is(p, h2, h3, h4, li, blockquote)";
const SILENT =
  "figure:not(.quote), figcaption, nav, aside, table, sup, button, form, details, embed-frame, audio, video, script, style, [hidden], [data-silent]";

/** What is read out of a story, block by block: its running text, without captions, tables, notes and embeds. */
export function spokenBlocks(story: Element): Map<Element, string> {
  const blocks = new Map<Element, string>();
  const nodes = document.createTreeWalker(story, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const parent = nodes.currentNode.parentElement;
    const block = parent?.closest(SILENT) ? null : parent?.closest(SPOKEN);
    if (block) blocks.set(block, (blocks.get(block) ?? "") + nodes.currentNode.textContent);
  }
  return blocks;
}

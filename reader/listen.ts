import { sentencesOf, spokenBlocks, voiceFor } from "./speech";

/** How long a browser may take to tell its voices, in milliseconds. */
const VOICES_WITHIN = 1500;

type Say = (words: string | undefined) => void;

/**
 * Reads the story around the element out, and obeys its buttons from now on. A pause ends the utterance and going on begins
 * its sentence again: the browsers' own pause loses the rest on some phones.
 */
export async function listen(element: HTMLElement, say: Say): Promise<void> {
  const story = element.closest("article") ?? document.body;
  const language = element.closest<HTMLElement>("[lang]")?.lang ?? "";
  const pieces = [...spokenBlocks(story)].flatMap(([block, text]) =>
    sentencesOf(text, language).map((words) => ({ block, words })),
  );
  const speech = window.speechSynthesis;
  const play = element.querySelector<HTMLElement>('[data-do="play"]');
  const speed = element.querySelector("select");
  const { dataset } = element;
  let at = 0;
  /** Each turn of speaking has its number: what belongs to an earlier one is not heeded. */
  let turn = 0;
  let utterance: SpeechSynthesisUtterance;
  let voice: SpeechSynthesisVoice | undefined;

  function show(state: "idle" | "playing" | "paused") {
    dataset.state = state;
    if (play) play.textContent = { idle: dataset.play, playing: dataset.pause, paused: dataset.resume }[state] ?? "";
  }

  function mark(block?: Element) {
    const before = story.querySelector("[data-spoken]");
    if (before === block) return;
    const reads = before === null || isInView(before);
    before?.removeAttribute("data-spoken");
    block?.setAttribute("data-spoken", "");
    // Whoever scrolled away is not called back.
    if (block && reads && !isInView(block)) block.scrollIntoView({ block: "center" });
  }

  function speak(mine = ++turn) {
    const piece = pieces[at];
    if (!piece) {
      stop();
      return say(dataset.over);
    }
    mark(piece.block);
    utterance = new SpeechSynthesisUtterance(piece.words);
    utterance.voice = voice ?? null;
    utterance.lang = voice?.lang ?? language;
    utterance.rate = Number(speed?.value ?? 1);
    utterance.onend = () => {
      if (mine !== turn) return;
      at++;
      speak(mine);
    };
    utterance.onerror = () => {
      if (mine !== turn) return;
      stop();
      say(dataset.voiceless);
    };
    speech.speak(utterance);
  }

  function hush() {
    turn++;
    speech.cancel();
  }

  function stop() {
    hush();
    at = 0;
    mark();
    show("idle");
  }

  async function begin() {
    show("playing");
    const mine = ++turn;
    voice ??= voiceFor(await voicesOf(speech), language);
    if (mine !== turn) return;
    if (voice) return speak();
    stop();
    say(dataset.voiceless);
  }

  element.addEventListener("click", ({ target }) => {
    const asked = (target as Element).closest<HTMLElement>("[data-do]")?.dataset.do;
    if (asked === "stop") {
      stop();
      play?.focus();
    } else if (asked === "play" && dataset.state === "playing") {
      hush();
      show("paused");
    } else if (asked === "play") begin();
  });
  speed?.addEventListener("change", () => {
    if (dataset.state !== "playing") return;
    hush();
    speak();
  });
  // A page that is left goes on speaking otherwise.
  window.addEventListener("pagehide", stop);
  await begin();
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

async function voicesOf(speech: SpeechSynthesis): Promise<SpeechSynthesisVoice[]> {
  if (speech.getVoices().length === 0) {
    await new Promise((resolve) => {
      speech.addEventListener("voiceschanged", resolve, { once: true });
      setTimeout(resolve, VOICES_WITHIN);
    });
  }
  return speech.getVoices();
}

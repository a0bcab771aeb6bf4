import { log } from "@/lib/log";
/**
 * Gathers those who ask within one turn of the event loop, and looks once for all of them. Whoever asked before the look
 * began is answered by it; whoever asks later waits for the next: so a look is never older than the question.
 * @param look what is done once for all who wait.
 * @returns calls back after a look that began after the call, with whether the look succeeded.
 */
export function createGathering(look: () => Promise<void>) {
  let waiting: ((looked: boolean) => void)[] = [];
  let underWay = false;

  async function round(): Promise<void> {
    const served = waiting;
    waiting = [];
    underWay = true;
    const looked = await look().then(
      () => true,
      (error) => {
        log.error({ err: error }, "The press could not look for events");
        return false;
      },
    );
    underWay = false;
    if (waiting.length > 0) setImmediate(round);
    for (const answer of served) answer(looked);
  }

  return (answer: (looked: boolean) => void): void => {
    if (waiting.push(answer) === 1 && !underWay) setImmediate(round);
  };
}

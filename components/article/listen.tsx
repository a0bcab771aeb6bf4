import { formatNumber } from "@/lib/language";
import type { Words } from "@/lib/words";
import { Said } from "./slot";

const SPEEDS = [0.8, 1, 1.2, 1.5, 1.75, 2];

/**
 * Has the device read the story out (reader/listen.ts). Without script nothing of it shows.
 * @param language of the publication, for the numbers; that of the story is told by the page around it.
 */
export function Listen({ words, language }: { words: Words; language: string }) {
  return (
    <listen-to
      className="needs-script flex items-center gap-2"
      data-play={words("listen")}
      data-pause={words("listenPause")}
      data-resume={words("listenResume")}
      data-over={words("listenOver")}
      data-voiceless={words("listenVoiceless")}
    >
      <button type="button" data-do="play" className="tool">
        {words("listen")}
      </button>
      <button type="button" data-do="stop" className="tool while-listening">
        {words("listenStop")}
      </button>
      <select aria-label={words("listenSpeed")} defaultValue="1" className="tool while-listening">
        {SPEEDS.map((speed) => (
          <option key={speed} value={speed}>
            {`${formatNumber(speed, language)}×`}
          </option>
        ))}
      </select>
      <Said />
    </listen-to>
  );
}

import type { Words } from "@/lib/words";

const CHOICES = [
  {
    name: "theme",
    values: [
      ["system", "themeSystem"],
      ["light", "themeLight"],
      ["dark", "themeDark"],
    ],
  },
  {
    name: "textSize",
    values: [
      ["normal", "textSizeNormal"],
      ["large", "textSizeLarge"],
      ["largest", "textSizeLargest"],
    ],
  },
] as const;

/** Theme and text size, kept on the reader's device by reader/settings.ts. Without script nothing of it shows. */
export function ReaderSettings({ words }: { words: Words }) {
  return (
    <reader-settings className="needs-script no-print relative font-sans">
      <details className="popover">
        <summary aria-label={words("readingSettings")} title={words("readingSettings")} className="tool">
          <span aria-hidden="true" className="text-[1.0625rem] leading-none font-serif">
            A<span className="text-[0.8em]">a</span>
          </span>
        </summary>
        <div className="sheet-of-choices">
          {CHOICES.map(({ name, values }) => (
            <fieldset key={name} className="not-first:mt-4">
              <legend className="text-[0.8125rem] font-bold">{words(name)}</legend>
              {values.map(([value, key], index) => (
                <label key={value} className="flex min-h-9 items-center gap-2.5 text-[0.9375rem]">
                  <input
                    type="radio"
                    name={name}
                    value={value}
                    defaultChecked={index === 0}
                    className="size-4 accent-accent"
                  />
                  {words(key)}
                </label>
              ))}
            </fieldset>
          ))}
        </div>
      </details>
    </reader-settings>
  );
}

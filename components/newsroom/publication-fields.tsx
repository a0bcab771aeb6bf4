import { SelectField, TextField } from "@/components/ui/field";
import type { FormFields } from "@/components/ui/form";
import type { Publication } from "@/domain/settings/settings";

/** What a publication is, as set-up and the settings ask for it. */
export function PublicationFields({
  fields: { value, error },
  initially,
  timeZones,
}: {
  fields: FormFields;
  initially: Publication;
  timeZones: string[];
}) {
  const zone = value("timeZone", initially.timeZone);
  return (
    <>
      <TextField
        label="Name"
        name="name"
        required
        maxLength={80}
        defaultValue={value("name", initially.name)}
        error={error("name")}
      />
      <TextField
        label="Tagline"
        name="tagline"
        maxLength={160}
        hint="A line on the paper, for its front page and for search engines. It may be left empty."
        defaultValue={value("tagline", initially.tagline)}
        error={error("tagline")}
      />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <SelectField
          key={zone}
          label="Time zone"
          name="timeZone"
          hint="Times are shown in it, to readers and here."
          defaultValue={zone}
          error={error("timeZone")}
        >
          {timeZones.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </SelectField>
        <TextField
          label="Language"
          name="language"
          required
          maxLength={35}
          spellCheck={false}
          autoCapitalize="none"
          hint="The tag of the language you write in, such as en, en-US or fi."
          defaultValue={value("language", initially.language)}
          error={error("language")}
        />
      </div>
    </>
  );
}

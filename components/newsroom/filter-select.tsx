import type { ComponentProps } from "react";
import { SelectField } from "@/components/ui/field";

/** A filter of a list: any, or one of those that are named. */
export function FilterSelect({
  any,
  choices,
  ...select
}: { any: string; choices: readonly { id: string; name: string }[] } & Omit<
  ComponentProps<typeof SelectField>,
  "children"
>) {
  return (
    <SelectField {...select}>
      <option value="">{any}</option>
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** What is named by a table, as choices. */
export function namedBy<Key extends string>(
  keys: readonly Key[],
  names: Record<Key, string>,
): { id: Key; name: string }[] {
  return keys.map((key) => ({ id: key, name: names[key] }));
}

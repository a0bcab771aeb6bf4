import Form from "next/form";
import { buttonClass } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

/** Searches a list by its address, so that a search can be kept and shared. */
export function SearchForm({ action, label, value }: { action: string; label: string; value: string }) {
  return (
    <Form action={action} role="search" className="mb-5 flex flex-wrap items-end gap-2">
      <div className="grow basis-56 sm:max-w-sm">
        <TextField key={value} label={label} name="search" type="search" defaultValue={value} autoComplete="off" />
      </div>
      <button type="submit" className={buttonClass("secondary", "min-h-10.5")}>
        Search
      </button>
    </Form>
  );
}

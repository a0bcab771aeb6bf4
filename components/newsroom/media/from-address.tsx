"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";

/** Where a file is brought in that stands on another site. */
export function FromAddress({ onAddress }: { onAddress: (address: string) => void }) {
  const id = useId();
  const [address, setAddress] = useState("");
  const [wrong, setWrong] = useState(false);
  const bring = () => {
    const given = address.trim();
    if (!URL.canParse(given) || !/^https?:/i.test(given)) return setWrong(true);
    onAddress(given);
    setAddress("");
  };
  // No form: it stands in dialogs that are forms themselves.
  return (
    <div className="grid w-full max-w-xl justify-self-center text-left">
      <label htmlFor={id} className="mb-1 text-sm font-semibold">
        From an address
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          type="url"
          inputMode="url"
          autoComplete="off"
          placeholder="https://"
          value={address}
          aria-invalid={wrong || undefined}
          aria-describedby={`${id}-hint`}
          className={controlClass("min-w-0 flex-1 basis-48")}
          onChange={(event) => {
            setAddress(event.target.value);
            setWrong(false);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            bring();
          }}
        />
        <Button held={address.trim() === ""} onClick={bring}>
          Bring in
        </Button>
      </div>
      <p
        id={`${id}-hint`}
        role={wrong ? "alert" : undefined}
        className={wrong ? "mt-1 text-sm text-bad" : "mt-1 text-sm text-muted"}
      >
        {wrong ? "This is no address of the web: it begins with https://." : "Bring in only what the paper may show."}
      </p>
    </div>
  );
}

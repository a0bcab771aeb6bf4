"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

/** Asks into which collection those that are chosen are put: one there is, or a new one. */
export function CollectDialog({
  open,
  many,
  collections,
  pending,
  failed,
  onClose,
  onPut,
}: {
  open: boolean;
  /** Such as "3 files". */
  many: string;
  collections: { id: string; name: string }[];
  pending: boolean;
  failed: string | null;
  onClose: () => void;
  onPut: (into: { id: string; name: string } | { name: string }) => void;
}) {
  return (
    <Dialog title={`Put ${many} into a collection`} open={open} onOpenChange={(isOpen) => isOpen || onClose()}>
      <Question collections={collections} pending={pending} failed={failed} onPut={onPut} />
    </Dialog>
  );
}

const NEW = "new";

function Question({
  collections,
  pending,
  failed,
  onPut,
}: Pick<Parameters<typeof CollectDialog>[0], "collections" | "pending" | "failed" | "onPut">) {
  const [into, setInto] = useState(collections[0]?.id ?? NEW);
  const put = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    const known = collections.find(({ id }) => id === into);
    if (!pending && (known || name)) onPut(known ?? { name });
  };
  return (
    <form onSubmit={put} className="grid gap-4">
      {collections.length > 0 && (
        <SelectField label="Collection" value={into} onChange={(event) => setInto(event.target.value)}>
          {collections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={NEW}>A new collection …</option>
        </SelectField>
      )}
      {into === NEW && (
        <TextField
          label="Name of the new collection"
          name="name"
          required
          maxLength={80}
          autoComplete="off"
          hint="Such as Flood 2031"
        />
      )}
      {failed && (
        <Notice tone="bad" role="alert">
          {failed}
        </Notice>
      )}
      <div>
        <Button type="submit" look="primary" held={pending}>
          {into === NEW ? "Make it" : "Put them in"}
        </Button>
      </div>
    </form>
  );
}

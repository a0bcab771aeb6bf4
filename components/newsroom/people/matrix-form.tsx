"use client";

import { clsx } from "clsx";
import { useState } from "react";
import { controlClass } from "@/components/ui/field";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { about, CAPABILITY_GROUPS, type Capability, isFixed, type Reach, startOf } from "@/domain/people/capability";
import { cellName, cellsOf, type Matrix } from "@/domain/people/matrix";
import { ROLE_NAMES, ROLES, type Role } from "@/domain/people/staff";

const COLUMNS = "lg:grid-cols-[minmax(12rem,1fr)_repeat(4,7.5rem)]";

/** What every role may, to be changed. On a narrow screen each capability shows its roles below it. */
export function MatrixForm({ action, matrix }: { action: FormAction; matrix: Matrix }) {
  const seen = cellsOf(matrix);
  return (
    <ActionForm
      action={action}
      submit="Save roles"
      done="The roles are saved. They count from everybody’s next click on."
      hidden={{ seen: JSON.stringify(seen) }}
      keep
      className="grid gap-8"
    >
      {() => (
        <>
          {CAPABILITY_GROUPS.map((group) => (
            <section key={group.name} aria-label={group.name}>
              <div className={clsx("grid items-end gap-x-3 pb-2", COLUMNS)}>
                <h2 className="font-serif text-xl font-semibold">{group.name}</h2>
                {ROLES.map((role) => (
                  <span key={role} aria-hidden className="hidden text-sm font-semibold lg:block">
                    {ROLE_NAMES[role]}
                  </span>
                ))}
              </div>
              <div className="divide-y divide-line rounded-lg border border-line bg-raised px-4">
                {group.capabilities.map((capability) => (
                  <fieldset key={capability} className={clsx("grid grid-cols-2 items-center gap-3 py-3", COLUMNS)}>
                    {/* A legend takes no place in a grid of its own. */}
                    <legend className="sr-only">{about(capability).name}</legend>
                    <span aria-hidden className="col-span-2 lg:col-span-1">
                      {about(capability).name}
                    </span>
                    {ROLES.map((role) => (
                      <Cell
                        // Saved or put back, it shows what stands.
                        key={`${role} ${seen[cellName(role, capability)]}`}
                        role={role}
                        capability={capability}
                        initially={seen[cellName(role, capability)] ?? "nothing"}
                      />
                    ))}
                  </fieldset>
                ))}
              </div>
            </section>
          ))}
        </>
      )}
    </ActionForm>
  );
}

function Cell({ role, capability, initially }: { role: Role; capability: Capability; initially: Reach }) {
  const [value, setValue] = useState(initially);
  const { reaches } = about(capability);
  const isChanged = value !== startOf(role, capability);
  if (isFixed(role, capability)) {
    return (
      <p className="text-sm">
        <span className="block font-semibold lg:sr-only">{ROLE_NAMES[role]}</span>
        <span className="text-muted">Always</span>
      </p>
    );
  }
  return (
    <label className="grid gap-1 text-sm">
      <span className="font-semibold lg:sr-only">{ROLE_NAMES[role]}</span>
      <select
        name={`cells.${cellName(role, capability)}`}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value as Reach)}
        className={controlClass(clsx("text-sm", isChanged && "border-accent! font-semibold"))}
      >
        {reaches.map((reach) => (
          <option key={reach} value={reach}>
            {wordFor(reach, reaches)}
            {reach === startOf(role, capability) && isChanged ? " (at the start)" : ""}
          </option>
        ))}
      </select>
    </label>
  );
}

function wordFor(reach: Reach, reaches: readonly Reach[]): string {
  if (reach === "nothing") return "No";
  const tells = reaches.includes("own") && reaches.includes("any");
  if (!tells) return "Yes";
  return reach === "own" ? "Own" : "All";
}

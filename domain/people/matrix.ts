import { z } from "zod";
import { jsonField } from "@/lib/json-field";
import { CAPABILITIES, type Capability, type Grants, type Reach } from "./capability";
import { ROLES, type Role } from "./staff";

const REACHES = ["nothing", "own", "any"] as const satisfies readonly Reach[];

/** What every role may. */
export type Matrix = Record<Role, Grants>;

type Cell = { role: Role; capability: Capability; from: Reach; to: Reach };

/** How a form names a cell: a dot in a field's name would be a path. */
export function cellName(role: Role, capability: Capability): string {
  return `${role}/${capability.replace(".", ":")}`;
}

const CELLS = new Map(
  ROLES.flatMap((role) =>
    CAPABILITIES.map((capability) => [cellName(role, capability), { role, capability }] as const),
  ),
);

/** The matrix by the names of its cells, as a form shows it. */
export function cellsOf(matrix: Matrix): Record<string, Reach> {
  return Object.fromEntries(
    [...CELLS].map(([name, { role, capability }]) => [name, matrix[role][capability] ?? "nothing"]),
  );
}

const Cells = z.record(z.string(), z.enum(REACHES));

/** The matrix as it was shown, and as it shall be. What a form does not name stays. */
export const ChangeMatrix = z
  .object({ seen: z.preprocess(jsonField, Cells), cells: Cells })
  .transform(({ seen, cells }) => ({
    cells: Object.entries(cells).flatMap(([name, to]): Cell[] => {
      const cell = CELLS.get(name);
      return cell ? [{ ...cell, from: seen[name] ?? "nothing", to }] : [];
    }),
  }));
export type ChangeMatrix = z.infer<typeof ChangeMatrix>;

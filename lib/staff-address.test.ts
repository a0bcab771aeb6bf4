import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { isStaffAddress } from "./staff-address";

const firstParts = (group: string) =>
  readdirSync(path.join("app", group), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [`/${entry.name}`] : [],
  );

test.each(["(account)", "(newsroom)", "(preview)"].flatMap(firstParts))("%s is the staff's", (address) => {
  for (const more of ["", "/", "/x", "?q=x"]) expect(isStaffAddress(address + more)).toBe(true);
});

test.each(["/", ...firstParts("(site)"), "/newsroomy", "/harbour/newsroom", "/media", "/api"])(
  "%s is not the staff's",
  (address) => {
    for (const more of ["", "/", "/x", "?q=/newsroom"]) expect(isStaffAddress(address + more)).toBe(false);
  },
);

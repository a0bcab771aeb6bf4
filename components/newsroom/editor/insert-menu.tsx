"use client";

import type { ReactElement } from "react";
import { Menu, MenuGroup, MenuItem } from "@/components/ui/menu";
import type { InsertGroup } from "./inserts";

/** Everything that may stand in a story besides its paragraphs, under a button. */
export function InsertMenu({ groups, trigger }: { groups: InsertGroup[]; trigger: ReactElement }) {
  return (
    <Menu trigger={trigger}>
      {groups.map(({ name, inserts }) => (
        <MenuGroup key={name} name={name}>
          {inserts.map(({ name, icon: Icon, run }) => (
            <MenuItem key={name} name={name} icon={<Icon size={18} aria-hidden />} onPress={run} />
          ))}
        </MenuGroup>
      ))}
    </Menu>
  );
}

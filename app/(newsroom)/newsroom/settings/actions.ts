"use server";

import { action } from "@/app/_kit/action";
import { EditAppearance } from "@/domain/settings/appearance";
import {
  editAppearance,
  editMachines,
  editOrganisation,
  editPictureDesk,
  editSettings,
  editWorkflow,
} from "@/domain/settings/editing";
import { Machines } from "@/domain/settings/machines";
import { Organisation } from "@/domain/settings/organisation";
import { PictureDesk } from "@/domain/settings/picture-desk";
import { Settings } from "@/domain/settings/settings";
import { Workflow } from "@/domain/settings/workflow";

export const saveSettings = action(Settings, async (actor, input) => {
  await editSettings(actor, input);
});

export const saveAppearance = action(EditAppearance, async (actor, input) => {
  await editAppearance(actor, input);
});

export const saveOrganisation = action(Organisation, async (actor, input) => {
  await editOrganisation(actor, input);
});

export const saveMachines = action(Machines, async (actor, input) => {
  await editMachines(actor, input);
});

export const saveWorkflow = action(Workflow, async (actor, input) => {
  await editWorkflow(actor, input);
});

export const savePictureDesk = action(PictureDesk, async (actor, input) => {
  await editPictureDesk(actor, input);
});

"use server";

import { action } from "@/app/_kit/action";
import { SetAside, setAside } from "@/domain/taxonomy/setting-aside";
import { NewTopic, RenameTopic } from "@/domain/taxonomy/topic";
import { createTopic, renameTopic } from "@/domain/taxonomy/topic-keeping";

export const addTopic = action(NewTopic, async (actor, input) => {
  await createTopic(actor, input);
});

export const changeTopic = action(RenameTopic, async (actor, input) => {
  await renameTopic(actor, input);
});

export const aside = action(SetAside, async (actor, input) => {
  return { result: { outcome: JSON.stringify(await setAside(actor, "topic", input)) } };
});

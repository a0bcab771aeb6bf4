"use server";

import { action } from "@/app/_kit/action";
import {
  importRedirects,
  keepRedirect,
  removeRedirect,
  removeRedirects,
  restoreRedirects,
} from "@/domain/redirects/keeping";
import {
  ImportRedirects,
  KeepRedirect,
  RemoveRedirect,
  RemoveRedirects,
  RestoreRedirects,
} from "@/domain/redirects/redirect";

export const keep = action(KeepRedirect, async (actor, input) => {
  await keepRedirect(actor, input);
  return undefined;
});

export const remove = action(RemoveRedirect, async (actor, input) => {
  await removeRedirect(actor, input);
  return undefined;
});

export const removeMany = action(RemoveRedirects, async (actor, input) => {
  return { result: { outcome: JSON.stringify(await removeRedirects(actor, input)) } };
});

export const restore = action(RestoreRedirects, async (actor, input) => {
  return { result: { outcome: JSON.stringify(await restoreRedirects(actor, input)) } };
});

export const takeIn = action(ImportRedirects, async (actor, input) => {
  const { kept, refused } = await importRedirects(actor, input);
  return { result: { kept: String(kept), refused: JSON.stringify(refused) } };
});

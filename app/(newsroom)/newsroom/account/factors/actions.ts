"use server";

import { encode } from "uqr";
import { z } from "zod";
import { factorAction, signedInAction } from "@/app/_kit/action";
import { currentSessionId } from "@/app/_kit/auth";
import { beginAuthenticator, confirmAuthenticator, removeAuthenticator } from "@/domain/people/authenticator";
import { confirmSelf } from "@/domain/people/confirming";
import { AddPasskey, ConfirmAuthenticator, ConfirmSelf } from "@/domain/people/factor";
import { addPasskey, askForNewPasskey, removePasskey } from "@/domain/people/passkeys";
import { renewRecoveryCodes } from "@/domain/people/recovery";

const Nothing = z.object({});
const shown = (codes: string[] | null) => (codes ? { result: { codes: codes.join(" ") } } : undefined);

export const confirm = signedInAction(ConfirmSelf, async (actor, input) => {
  await confirmSelf(actor, input, (await currentSessionId()) ?? "");
  return { result: {}, still: true };
});

export const beginApp = factorAction(Nothing, async (actor) => {
  const { uri, secret } = await beginAuthenticator(actor);
  const { data, size } = encode(uri);
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { result: { uri, secret, picture: squares.join(""), size: String(size) }, still: true };
});

export const confirmApp = factorAction(ConfirmAuthenticator, async (actor, input) =>
  shown(await confirmAuthenticator(actor, input)),
);

export const removeApp = factorAction(Nothing, async (actor) => {
  await removeAuthenticator(actor);
  return undefined;
});

export const askNewPasskey = factorAction(Nothing, async (actor) => ({
  result: { options: JSON.stringify(await askForNewPasskey(actor)) },
  still: true,
}));

export const keepPasskey = factorAction(AddPasskey, async (actor, input) => shown(await addPasskey(actor, input)));

export const dropPasskey = factorAction(z.object({ id: z.string() }), async (actor, input) => {
  await removePasskey(actor, input);
  return undefined;
});

export const renewCodes = factorAction(Nothing, async (actor) => shown(await renewRecoveryCodes(actor)));

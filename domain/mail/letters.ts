import { z } from "zod";
import { transact } from "@/db/client";
import { record } from "@/domain/events/record";
import type { Job } from "@/domain/jobs/queue";
import { composeNotice } from "@/domain/notices/letters";
import { MailNotTaken, sendMail } from "@/domain/outbound/mail";
import {
  composeFactorReset,
  composeInvitation,
  composePasswordChanged,
  composePasswordReset,
} from "@/domain/people/letters";
import { readPublication } from "@/domain/settings/published";
import { getEnv } from "@/lib/env";
import type { Letter } from "./letter";
import type { LetterIds, LetterKind } from "./planning";

/** How each letter is composed, from ids; null where nobody is to get it any more. */
const COMPOSERS: Record<LetterKind, (ids: LetterIds) => Promise<Letter | null>> = {
  invitation: composeInvitation,
  "password-reset": composePasswordReset,
  "password-changed": composePasswordChanged,
  "second-factor-reset": composeFactorReset,
  notice: composeNotice,
};

/** After so many tries, which take about two days, a letter has nothing left to tell. */
const MOST_TRIES = 50;

const Payload = z.object({
  letter: z.enum(Object.keys(COMPOSERS) as [LetterKind, ...LetterKind[]]),
  ids: z.record(z.string(), z.string()),
});

/**
 * Composes and sends a planned letter. It may be done twice: then somebody gets it twice.
 * @throws Error if the server did not take it and may yet
 */
export async function deliverLetter(job: Job): Promise<void> {
  const { letter: kind, ids } = Payload.parse(job.payload);
  const letter = await COMPOSERS[kind](ids);
  if (!letter) return;
  const paper = (await readPublication())?.name ?? "Masthead";
  try {
    await sendMail({ to: letter.to, from: paper, subject: letter.subject, text: signed(letter.paragraphs, paper) });
  } catch (error) {
    const isForGood = error instanceof MailNotTaken && error.isForGood;
    if (!isForGood && job.attempts < MOST_TRIES) throw error;
    await transact((tx) => record(tx, null, "letter.undelivered", kind, { reason: String(error) }));
  }
}

function signed(paragraphs: string[], paper: string): string {
  return [...paragraphs, `-- \n${paper}\n${getEnv().SITE_URL}`].join("\n\n");
}

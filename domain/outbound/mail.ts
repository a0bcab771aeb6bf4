import nodemailer from "nodemailer";
import { getEnv } from "@/lib/env";

/** How long a mail server may take for each of its answers, in milliseconds. */
const PATIENCE = 15_000;

/** A letter as it goes out: plain text, to one person. */
export type Outgoing = { to: { name: string; address: string }; from: string; subject: string; text: string };

/** Whether there is a server that takes letters. */
export function isMailOn(): boolean {
  return getEnv().SMTP_URL !== undefined;
}

/**
 * Hands a letter to the mail server of the environment.
 * @param from the name under which it comes; its address is MAIL_FROM.
 * @throws Error that names neither the receiver nor the letter, if it was not taken
 */
export async function sendMail({ to, from, subject, text }: Outgoing): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = getEnv();
  if (!SMTP_URL || !MAIL_FROM) throw new Error("There is no mail server");
  const transport = nodemailer.createTransport({
    url: SMTP_URL,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  });
  try {
    await transport.sendMail({
      from: { name: from, address: MAIL_FROM },
      to,
      subject,
      text,
      // Nobody's holiday answers a machine.
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } catch (error) {
    throw new MailNotTaken(error as { code?: string; responseCode?: number });
  } finally {
    transport.close();
  }
}

/** Why a letter was not taken, without what the server said: it repeats addresses. */
export class MailNotTaken extends Error {
  override name = "MailNotTaken";
  /** Whether the server will never take it, such as for an address that is no more. */
  readonly isForGood: boolean;

  constructor({ code, responseCode }: { code?: string; responseCode?: number }) {
    super(`The mail server did not take the letter (${responseCode ?? code ?? "no answer"})`);
    // 535 and the like are about us, not about the letter: they may be put right.
    this.isForGood = code === "EENVELOPE" && responseCode !== undefined && responseCode >= 500;
  }
}

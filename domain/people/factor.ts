import { z } from "zod";

/** How many recovery codes somebody has at first. */
export const RECOVERY_CODES = 10;

/** A passkey as its owner sees it. */
export type PasskeyView = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };

/** By what somebody can prove that it is them, besides their password. */
export type Factors = {
  authenticator: boolean;
  passkeys: PasskeyView[];
  /** How many recovery codes are left. */
  recoveryCodes: number;
  /** Whether their role asks for one. */
  required: boolean;
};

/** Six figures of an authenticator app, or a recovery code, as people type them. */
export const Code = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, "").toLowerCase())
  .pipe(z.string().min(6, "Enter the code.").max(40, "This is too long for a code."));

export const ConfirmAuthenticator = z.object({ code: Code });

/** What a browser says of a passkey, as JSON; the library reads it. */
export const PasskeyAnswer = z.string().min(2).max(20_000);

export const AddPasskey = z.object({
  passkey: PasskeyAnswer,
  name: z.string().trim().max(60, "Use at most 60 characters.").default(""),
});

/** How somebody signs in by a second factor: by a code, or by a passkey. */
export const Proof = z
  .object({ code: Code.optional(), passkey: PasskeyAnswer.optional() })
  .refine(({ code, passkey }) => code ?? passkey, { path: ["code"], message: "Enter the code." });
export type Proof = z.infer<typeof Proof>;

/** How somebody says again that it is them. */
export const ConfirmSelf = z
  .object({
    password: z.string().min(1, "Enter your password.").max(200).optional(),
    passkey: PasskeyAnswer.optional(),
  })
  .refine(({ password, passkey }) => password ?? passkey, { path: ["password"], message: "Enter your password." });
export type ConfirmSelf = z.infer<typeof ConfirmSelf>;

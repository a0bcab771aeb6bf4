import { z } from "zod";

/** What may happen to a picture that live stories show once its rights have lapsed. */
export const WHEN_LAPSED = ["warn", "placeholder"] as const;

/** How the picture desk works. */
export const PictureDesk = z.object({
  /** The desk alone is told; or readers are shown a placeholder until somebody sees to it. */
  whenLapsed: z.enum(WHEN_LAPSED, "Choose what happens.").default("warn"),
  /** Certificates in PEM: whoever holds one, or is vouched for by who does, is believed in content credentials. */
  trustedIssuers: z
    .string()
    .trim()
    .max(200_000, "These are too many certificates.")
    .refine(isPem, "Paste certificates in PEM: each begins with -----BEGIN CERTIFICATE-----.")
    .default(""),
});
export type PictureDesk = z.infer<typeof PictureDesk>;

function isPem(text: string): boolean {
  return /^(?:\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)*$/.test(text);
}

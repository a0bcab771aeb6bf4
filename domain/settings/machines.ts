import { z } from "zod";
import { isLanguage } from "@/lib/language";
import { isHttps } from "@/lib/web-address";

/** An address that the server itself will call: https, or plain http on this very machine. */
const Endpoint = z
  .string()
  .trim()
  .max(300)
  .default("")
  .refine((text) => text === "" || isEndpoint(text), "Enter a whole address that begins with https://.");

/** What machines are told, and which of them are told of what is new. Empty is off. */
export const Machines = z.object({
  /** The whole of /ads.txt. */
  adsTxt: z.string().max(50_000, "Use at most 50,000 characters.").default(""),
  security: z
    .object({
      /** Where to report a weakness: "mailto:" or https. Without it there is no /.well-known/security.txt. */
      contact: z
        .string()
        .trim()
        .max(300)
        .default("")
        .transform((text) => (z.email().safeParse(text).success ? `mailto:${text}` : text))
        .refine(
          (text) => text === "" || isContact(text),
          "Enter an e-mail address, or a web address that begins with https://.",
        ),
      policy: z
        .string()
        .trim()
        .max(300)
        .default("")
        .refine((text) => text === "" || isHttps(text), "Enter a web address that begins with https://."),
      /** BCP 47 tags (or a text of them), in which reports are read. */
      languages: z.preprocess(
        (given) => (typeof given === "string" ? given.split(/[\s,]+/).filter(Boolean) : given),
        z
          .array(z.string())
          .max(10, "Name at most 10 languages.")
          .refine((tags) => tags.every(isLanguage), "Enter language tags, such as en, fi.")
          .default([]),
      ),
    })
    .prefault({}),
  /** Proves to IndexNow that a ping is ours: /KEY.txt holds it. */
  indexNowKey: z
    .string()
    .trim()
    .default("")
    .refine(
      (key) => key === "" || /^[A-Za-z0-9-]{8,128}$/.test(key),
      "A key has 8 to 128 letters, digits and hyphens.",
    ),
  /** Told of each address that is new, changed or gone, once there is a key too. */
  indexNowEndpoint: Endpoint,
  /** Told of each feed that changed; the feeds name it. */
  webSubHub: Endpoint,
});
export type Machines = z.infer<typeof Machines>;

function isContact(text: string): boolean {
  return isHttps(text) || (text.startsWith("mailto:") && z.email().safeParse(text.slice("mailto:".length)).success);
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

function isEndpoint(text: string): boolean {
  if (isHttps(text)) return true;
  return URL.canParse(text) && new URL(text).protocol === "http:" && LOOPBACK.has(new URL(text).hostname);
}

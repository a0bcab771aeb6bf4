import os from "node:os";
import path from "node:path";
import { z } from "zod";

/** From the most said to nothing: what LOG_LEVEL may be. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const Port = z.coerce
  .number("a port number")
  .int()
  .min(1, "a port from 1 to 65535")
  .max(65535, "a port from 1 to 65535");

/** Addresses of the web, with spaces between them. */
const Addresses = z
  .string()
  .transform((text) => text.split(/\s+/).filter(Boolean))
  .pipe(
    z.array(z.url({ protocol: /^https?$/, error: "addresses such as http://127.0.0.1:6081/, with spaces between" })),
  )
  .default([]);

const Env = z
  .object({
    DATA_DIR: z.string().min(1).default("data").describe("a folder"),
    HOST: z.string().min(1).default("127.0.0.1"),
    PORT: Port.default(3000),
    SITE_URL: z
      .url({ protocol: /^https?$/, error: "an address such as https://www.example.com" })
      .refine(
        (url) => !URL.canParse(url) || new URL(url).href === `${new URL(url).origin}/`,
        "an address without a path",
      )
      .optional(),
    SEED: z.enum(["demo", "none"], '"demo" or "none"').default("demo"),
    OWNER_EMAIL: z.email("an e-mail address").optional(),
    OWNER_PASSWORD: z
      .string()
      .min(12, "a password of at least 12 characters")
      .max(200, "a password of at most 200 characters")
      .optional(),
    TRUST_PROXY: z.coerce
      .number("how many proxies stand in front")
      .int()
      .min(0, "how many proxies stand in front, 0 or more")
      .default(0),
    WEB_WORKERS: z.coerce
      .number("how many processes render pages")
      .int()
      .min(1, "how many processes render pages, from 1 to 64")
      .max(64, "how many processes render pages, from 1 to 64")
      .default(os.availableParallelism()),
    SEARCHES_PER_MINUTE: z.coerce
      .number("how many searches a network may make in a minute")
      .int()
      .min(1, "how many searches a network may make in a minute, 1 or more")
      .default(60),
    GALLERY: z.enum(["on", "off"], '"on" or "off"').default("off"),
    OUTBOUND: z.enum(["public", "loopback"], '"public" or "loopback"').default("public"),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: "a mail server, such as smtps://user:password@mail.example.com" })
      .optional(),
    MAIL_FROM: z.email("an e-mail address").optional(),
    HSTS: z.enum(["subdomains", "host", "off"], '"subdomains", "host" or "off"').default("subdomains"),
    BACKUP_DIR: z.string().min(1).optional().describe("a folder"),
    BACKUP_AT: z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "a time such as 03:30")
      .default("03:30"),
    BACKUP_KEEP: z
      .string()
      .regex(/^\d{1,3}\/\d{1,3}\/\d{1,3}$/, "how many days, weeks and months, such as 7/4/12")
      .default("7/4/12"),
    EDGE_PURGE: Addresses,
    EDGE_WEBHOOK: Addresses,
    EDGE_TOKEN: z
      .string()
      .regex(/^[!-~]{16,200}$/, "a secret of 16 to 200 letters, digits and signs")
      .optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS, LOG_LEVELS.join(", ")).default("info"),
    METRICS_TOKEN: z.string().min(16, "a secret of at least 16 characters").optional(),
    DISK_FLOOR: z.coerce.number("megabytes").int().min(0, "megabytes, 0 or more").default(64),
    WORKER_MEMORY: z.coerce.number("megabytes").int().min(96, "megabytes, 96 or more").default(512),
    PRESS_MEMORY: z.coerce.number("megabytes").int().min(16, "megabytes, 16 or more").default(64),
  })
  .refine((env) => !env.OWNER_EMAIL === !env.OWNER_PASSWORD, {
    path: ["OWNER_PASSWORD"],
    message: "both OWNER_EMAIL and OWNER_PASSWORD, or neither",
  })
  .refine((env) => !env.SMTP_URL === !env.MAIL_FROM, {
    path: ["MAIL_FROM"],
    message: "both SMTP_URL and MAIL_FROM, or neither",
  })
  .refine((env) => !env.EDGE_TOKEN === (env.EDGE_PURGE.length + env.EDGE_WEBHOOK.length === 0), {
    path: ["EDGE_TOKEN"],
    message: "a secret together with EDGE_PURGE or EDGE_WEBHOOK, and not without",
  })
  .refine((env) => !env.EDGE_TOKEN || env.TRUST_PROXY > 0, {
    path: ["TRUST_PROXY"],
    message: "1 or more where there is EDGE_PURGE or EDGE_WEBHOOK: pages say what they depend on to proxies alone",
  })
  .transform((env) => ({
    ...env,
    DATA_DIR: path.resolve(/* turbopackIgnore: true */ env.DATA_DIR),
    BACKUP_DIR: env.BACKUP_DIR && path.resolve(/* turbopackIgnore: true */ env.BACKUP_DIR),
    // As browsers write it: they name it so in Origin, and its scheme decides about the cookie.
    SITE_URL: new URL(env.SITE_URL ?? `http://localhost:${env.PORT}`).origin,
  }));

export type Env = z.infer<typeof Env>;

/**
 * The environment, checked by one schema.
 * @throws an Error of one line that names the variable and what was expected. The value is never shown.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Env.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${issue?.path.join(".")}: expected ${issue?.message}`);
}

let env: Env | undefined;

/** The environment of this process, read once. */
export function getEnv(): Env {
  env ??= readEnv();
  return env;
}

import { z } from "zod";

/** What the content credentials (C2PA) of a file say, as far as the paper tells of it. */
export const Credentials = z.object({
  /** Whether signature and contents hold, and whether whoever signed is one whom the paper trusts. */
  validation: z.enum(["valid", "unknown-issuer", "invalid"]),
  /** What does not hold, in the words of the specification's reader. */
  reasons: z.array(z.string().max(500)).max(20),
  signer: z.string().max(300),
  issuer: z.string().max(300),
  /** When it was signed, by a time stamp of somebody else; empty where there is none. */
  signedAt: z.string().max(40),
  /** With what it was made. */
  tool: z.string().max(300),
  /** What was done, such as "c2pa.created", in order. */
  actions: z.array(z.string().max(100)).max(50),
  /** Whether a model made it, or part of it. */
  isGenerated: z.boolean(),
  /** Of how many others it was made. */
  ingredients: z.int().min(0),
});
export type Credentials = z.infer<typeof Credentials>;

/** What readers are told of credentials; null where there are none, or they may not be believed. */
export type CredentialsForReaders = Pick<Credentials, "signer" | "isGenerated">;

/** Only what holds, signed by one whom the paper trusts: anybody can sign in any name. */
export function credentialsForReaders(kept: unknown): CredentialsForReaders | null {
  if (!kept) return null;
  const { data } = Credentials.safeParse(kept);
  if (data?.validation !== "valid") return null;
  return { signer: data.signer || data.issuer, isGenerated: data.isGenerated };
}

const text = z.string().catch("").default("");
const Status = z.object({ code: text, explanation: text });
const Manifest = z.object({
  claim_generator: text,
  claim_generator_info: z
    .array(z.object({ name: text, version: text }))
    .catch([])
    .default([]),
  signature_info: z
    .object({ issuer: text, common_name: text, time: text })
    .catch({ issuer: "", common_name: "", time: "" })
    .default({ issuer: "", common_name: "", time: "" }),
  ingredients: z.array(z.unknown()).catch([]).default([]),
  assertions: z
    .array(z.object({ label: text, data: z.unknown() }))
    .catch([])
    .default([]),
});
const Store = z.object({
  active_manifest: z.string(),
  manifests: z.record(z.string(), z.unknown()),
  validation_state: text,
  validation_status: z.array(Status).catch([]).default([]),
});
const Actions = z.object({
  actions: z.array(z.object({ action: text, digitalSourceType: text })).catch([]),
});

const UNTRUSTED = "signingCredential.untrusted";
const GENERATED = /trainedAlgorithmicMedia|compositeWithTrainedAlgorithmicMedia/i;

/** The summary of a manifest store, as the reader of C2PA gives it; null where it is none. */
export function summaryOf(store: unknown): Credentials | null {
  const { data } = Store.safeParse(store);
  const manifest = Manifest.safeParse(data?.manifests[data.active_manifest]).data;
  if (!data || !manifest) return null;
  const { issuer, common_name: signer, time } = manifest.signature_info;
  const [made] = manifest.claim_generator_info;
  const actions = manifest.assertions
    .filter(({ label }) => label.startsWith("c2pa.actions"))
    .flatMap((assertion) => Actions.safeParse(assertion.data).data?.actions ?? []);
  return {
    validation: data.validation_state === "Trusted" ? "valid" : holds(data) ? "unknown-issuer" : "invalid",
    reasons: data.validation_status.slice(0, 20).map(({ code, explanation }) => cut(explanation || code, 500)),
    signer: cut(signer, 300),
    issuer: cut(issuer, 300),
    signedAt: cut(time, 40),
    tool: cut([made?.name, made?.version].filter(Boolean).join(" ") || manifest.claim_generator, 300),
    actions: actions.slice(0, 50).map(({ action }) => cut(action, 100)),
    isGenerated: actions.some(({ digitalSourceType }) => GENERATED.test(digitalSourceType)),
    ingredients: manifest.ingredients.length,
  };
}

function holds({ validation_state, validation_status }: z.infer<typeof Store>): boolean {
  return validation_state === "Valid" && validation_status.every(({ code }) => code === UNTRUSTED);
}

function cut(said: string, longest: number): string {
  return said
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, longest);
}

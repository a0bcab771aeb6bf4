import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeSettings, makeStaff } from "@/db/factories";
import { assets } from "@/db/schema";
import { editPictureDesk } from "@/domain/settings/editing";
import { PictureDesk } from "@/domain/settings/picture-desk";
import { makeSigner, signedPicture } from "@/domain/testing/credentials";
import { picture } from "@/domain/testing/pictures";
import { runDueJobs } from "@/jobs/run";
import { credentialsForReaders, summaryOf } from "./credentials";
import { mayHaveCredentials } from "./credentials-planning";
import { sourcesOf } from "./sources";
import { uploadAsset } from "./upload";

await makeSettings();
const owner = await makeStaff({ role: "owner" });
const signer = await makeSigner("Nordpress");

async function upload(bytes: Buffer) {
  const { id } = await uploadAsset(owner, { filename: "pier.jpg", bytes });
  await runDueJobs();
  const kept = async () => (await db().select().from(assets).where(eq(assets.id, id)))[0]?.credentials ?? null;
  const signed = async () => (await sourcesOf([id])).get(id)?.signed ?? null;
  return { id, kept, signed };
}

const jpeg = (width: number) => picture(width, 200).jpeg().toBuffer();

describe("content credentials", () => {
  test("are read after an upload; readers are told of them once the paper trusts whoever vouches for the signer", {
    timeout: 60_000,
  }, async () => {
    const { kept, signed } = await upload(await signedPicture(await jpeg(300), signer));
    expect(await kept()).toMatchObject({
      validation: "unknown-issuer",
      signer: "Nordpress Desk",
      issuer: "Nordpress",
      tool: "Test Camera 1.0",
      actions: ["c2pa.created"],
      isGenerated: false,
      ingredients: 0,
    });
    expect(await signed()).toBeNull();
    await editPictureDesk(owner, PictureDesk.parse({ trustedIssuers: signer.pem }));
    await runDueJobs();
    expect(await kept()).toMatchObject({ validation: "valid", reasons: [] });
    expect(await signed()).toEqual({ signer: "Nordpress Desk", isGenerated: false });
    await editPictureDesk(owner, PictureDesk.parse({ trustedIssuers: (await makeSigner("Other")).pem }));
    await runDueJobs();
    expect(await kept()).toMatchObject({ validation: "unknown-issuer" });
    expect(await signed()).toBeNull();
  });

  test("say that a model made it", { timeout: 60_000 }, async () => {
    const { kept } = await upload(await signedPicture(await jpeg(310), signer, "trainedAlgorithmicMedia"));
    expect(await kept()).toMatchObject({ isGenerated: true });
  });

  test("of a picture that was changed afterwards are not valid, and say why", { timeout: 60_000 }, async () => {
    const bytes = await signedPicture(await jpeg(320), signer);
    // In the pixels, where nothing but what was signed tells of it.
    const at = bytes.length - 40;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const { kept, signed } = await upload(bytes);
    expect(await kept()).toMatchObject({
      validation: "invalid",
      reasons: expect.arrayContaining([expect.any(String)]),
    });
    expect(await signed()).toBeNull();
  });

  test("are not looked for where a file says nothing of them, and broken ones are none", {
    timeout: 60_000,
  }, async () => {
    const plain = await jpeg(330);
    expect(mayHaveCredentials(plain)).toBe(false);
    const { kept } = await upload(plain);
    expect(await kept()).toBeNull();
    const broken = await signedPicture(await jpeg(340), signer);
    broken.fill(0, broken.indexOf("c2pa") + 20, broken.indexOf("c2pa") + 600);
    expect(await (await upload(broken)).kept()).toBeNull();
  });
});

test("what is no manifest has no summary, and what is kept wrongly is told to nobody", () => {
  for (const nothing of [null, {}, { active_manifest: "a", manifests: {} }, "text"]) {
    expect(summaryOf(nothing)).toBeNull();
    expect(credentialsForReaders(nothing)).toBeNull();
  }
  expect(credentialsForReaders({ validation: "valid" })).toBeNull();
});

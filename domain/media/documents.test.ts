import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, transact } from "@/db/client";
import { makePublishedArticle, makeStaff } from "@/db/factories";
import { publications, renditions } from "@/db/schema";
import { pdf } from "@/db/seed/recordings/pdf";
import { readAsset } from "./desk";
import { publicRendition, staffRendition } from "./serving";
import { uploadAsset } from "./upload";

const reporter = await makeStaff({ role: "reporter" });
const upload = (bytes: Uint8Array, filename = "report.pdf") => uploadAsset(reporter, { filename, bytes });

test("a PDF is a document by its bytes, whatever it is called", async () => {
  const { id } = await upload(pdf(["One"]), "holiday.jpg");
  const asset = await readAsset(reporter, id);
  expect(asset).toMatchObject({ kind: "document", width: 0, played: { type: "application/pdf", kind: "document" } });
});

test("one that was cut off is refused, and one with something behind its end is not", async () => {
  const whole = pdf(["Two", "x".repeat(200)]);
  await expect(upload(whole.subarray(0, whole.length - 20))).rejects.toMatchObject({ code: "invalid" });
  await upload(Buffer.concat([whole, Buffer.from("\r\n\0\0")]));
});

test("readers may save it, under its name, while something published shows it, and no longer", async () => {
  const { id } = await upload(pdf(["Three"]), "Årsredovisning 2031");
  const [file] = await db().select({ key: renditions.key }).from(renditions).where(eq(renditions.assetId, id));
  const key = file?.key ?? "";
  expect(await publicRendition(key)).toBeNull();
  expect(await staffRendition(reporter, key)).toMatchObject({ saveAs: "Årsredovisning 2031.pdf" });
  const attrs = { assetId: id, title: "The year", caption: "", credit: "" };
  const { publication } = await makePublishedArticle({
    body: { version: 1, blocks: [{ type: "document", attrs }] },
  });
  expect(await publicRendition(key)).toMatchObject({ type: "application/pdf", saveAs: "Årsredovisning 2031.pdf" });
  await transact((tx) =>
    tx.update(publications).set({ endedAt: new Date() }).where(eq(publications.id, publication.id)),
  );
  expect(await publicRendition(key)).toBeNull();
});

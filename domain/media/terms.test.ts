import { existsSync, readFileSync } from "node:fs";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import ExifReader from "exifreader";
import { expect, test } from "vitest";
import { db, transact } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { assets, events, jobs, renditions } from "@/db/schema";
import { picture, xmp } from "@/domain/testing/pictures";
import { COPIES_JOB, finishCopies } from "./copies";
import { editAsset } from "./editing";
import { renditionFile } from "./files";
import { uploadAsset } from "./upload";

const reporter = await makeStaff({ role: "reporter" });
const TERMS = {
  creator: "Zoë Ålund",
  credit: "Zoë Ålund/Nordpress <AP> & “co”",
  copyrightNotice: "© 2031 Nordpress",
  licence: "https://creativecommons.org/licenses/by/4.0/",
  usageTerms: "One year, online only",
};

/** A picture of a camera that knows where it was. */
function located(width = 1400) {
  return picture(width, 900)
    .withExif({
      IFD0: { Make: "SecretCamera" },
      IFD3: { GPSLatitude: "60/1 10/1 0/1", GPSLatitudeRef: "N", GPSLongitude: "24/1 56/1 0/1", GPSLongitudeRef: "E" },
    })
    .withXmp(xmp("<photoshop:City>SecretTown</photoshop:City><photoshop:Credit>Nordpress</photoshop:Credit>"))
    .jpeg()
    .toBuffer();
}

async function filesOf(assetId: string) {
  const rows = await db()
    .select()
    .from(renditions)
    .where(and(eq(renditions.assetId, assetId), isNull(renditions.replacedAt)));
  return rows.map((row) => ({ ...row, content: readFileSync(renditionFile(row.key)) }));
}

const jobsOf = async (assetId: string) =>
  (await db().select().from(jobs).where(eq(jobs.kind, COPIES_JOB))).filter(
    ({ payload }) => payload.assetId === assetId,
  );

test("the first copies carry what the file says of whose it is, and never where it was taken nor with what", async () => {
  const { id } = await uploadAsset(reporter, { filename: "a.jpg", bytes: await located() });
  const files = await filesOf(id);
  expect(files.some(({ content }) => content.includes("Nordpress"))).toBe(true);
  for (const { content } of files) {
    expect(content.includes("Secret")).toBe(false);
    const found = ExifReader.load(content, { expanded: true });
    expect(found.gps).toBeUndefined();
    expect(Object.keys(found.exif ?? {}).filter((name) => name.startsWith("GPS"))).toEqual([]);
  }
});

test("when its terms change all its copies say so, once a job has made them anew; until then the old ones stay", async () => {
  const { id } = await uploadAsset(reporter, { filename: "b.jpg", bytes: await located(1401) });
  const before = await filesOf(id);
  await transact(async (tx) => {
    await tx.update(assets).set(TERMS).where(eq(assets.id, id));
  });
  expect(await filesOf(id)).toEqual(before);

  await finishCopies({ payload: { assetId: id } });
  const files = await filesOf(id);
  for (const { content, format, width } of files) {
    const isCarried = format === "jpeg" || width >= 640;
    expect(content.includes("Nordpress")).toBe(isCarried);
    expect(content.includes("Secret")).toBe(false);
    if (!isCarried) continue;
    const found = ExifReader.load(content, { expanded: true });
    expect(found.gps).toBeUndefined();
    expect(found.xmp?.creator?.description).toContain(TERMS.creator);
    expect(found.xmp?.Credit?.description).toBe(TERMS.credit);
    expect(JSON.stringify(found.xmp?.rights)).toContain(TERMS.copyrightNotice);
    expect(found.xmp?.WebStatement?.description).toBe(TERMS.licence);
    expect(JSON.stringify(found.xmp?.UsageTerms)).toContain(TERMS.usageTerms);
    // EXIF knows no letters but those of ASCII.
    expect(found.exif?.Copyright?.description).toBe("(C) 2031 Nordpress");
    expect(found.exif?.Artist?.description).toMatch(/^Zo/);
  }
  const replaced = await db()
    .select()
    .from(renditions)
    .where(and(eq(renditions.assetId, id), isNotNull(renditions.replacedAt)));
  expect(replaced.length).toBeGreaterThan(0);
  expect(replaced.every(({ key }) => existsSync(renditionFile(key)))).toBe(true);
});

test("copies are finished once: doing it again changes nothing and tells nobody", async () => {
  const { id } = await uploadAsset(reporter, { filename: "c.jpg", bytes: await located(1402) });
  await finishCopies({ payload: { assetId: id } });
  const [rows, told] = [await filesOf(id), await db().select().from(events).where(eq(events.subjectId, id))];
  expect(told.map(({ verb }) => verb)).toEqual(["asset.uploaded", "asset.rendered"]);
  await finishCopies({ payload: { assetId: id } });
  expect(await filesOf(id)).toEqual(rows);
  expect(await db().select().from(events).where(eq(events.subjectId, id))).toEqual(told);
  await finishCopies({ payload: { assetId: "gone" } });
});

test("a new credit plans new copies, and another caption does not", async () => {
  const { id } = await uploadAsset(reporter, { filename: "d.jpg", bytes: await located(1403) });
  expect(await jobsOf(id)).toHaveLength(1);
  const said = { id, alt: "A", decorative: false, caption: "Another", credit: "Nordpress" };
  await editAsset(reporter, said);
  expect(await jobsOf(id)).toHaveLength(1);
  await editAsset(reporter, { ...said, credit: "Elsewhere" });
  expect(await jobsOf(id)).toHaveLength(2);
});

import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { assetKeywords, assets } from "@/db/schema";
import { picture, withIptc, xmp } from "@/domain/testing/pictures";
import { MAX_KEYWORD, MAX_KEYWORDS, MAX_NAME, MAX_PEOPLE, MAX_TERMS } from "./asset";
import { embeddedText } from "./embedded";
import { uploadAsset } from "./upload";

const jpeg = await picture(40, 30).jpeg().toBuffer();
const withXmp = (properties: string) => picture(40, 30).withXmp(xmp(properties)).jpeg().toBuffer();
const bag = (name: string, values: string[]) =>
  `<${name}><rdf:Bag>${values.map((value) => `<rdf:li>${value}</rdf:li>`).join("")}</rdf:Bag></${name}>`;
const said = (name: string, value: string) =>
  `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${value}</rdf:li></rdf:Alt></${name}>`;

describe("every field", () => {
  test("is read from XMP", async () => {
    const bytes = await withXmp(`
      <dc:creator><rdf:Seq><rdf:li>Zoë Ålund</rdf:li></rdf:Seq></dc:creator>
      <photoshop:Credit>Zoë Ålund/Nordpress</photoshop:Credit><photoshop:Source>https://pictures.example/77</photoshop:Source>
      <Iptc4xmpCore:Location>Aura quay</Iptc4xmpCore:Location><photoshop:City>Turku</photoshop:City>
      <photoshop:Country>Finland</photoshop:Country><photoshop:DateCreated>2026-02-03T10:11:12+02:00</photoshop:DateCreated>
      ${bag("Iptc4xmpExt:PersonInImage", ["Aino Salo", "Bo Ek"])}${bag("dc:subject", ["ferry", "Harbour, ice", "FERRY"])}
      ${bag("dc:language", ["sv-fi"])}${said("dc:rights", "© 2026 Nordpress")}${said("xmpRights:UsageTerms", "Editorial use only")}
      <cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>
      <xmpRights:WebStatement>https://pictures.example/terms</xmpRights:WebStatement>
      <photoshop:Instructions>Not for covers</photoshop:Instructions>`);
    expect(embeddedText(bytes)).toEqual({
      alt: null,
      caption: "",
      credit: "Zoë Ålund/Nordpress",
      creator: "Zoë Ålund",
      agency: "Nordpress",
      source: "https://pictures.example/77",
      place: "Aura quay, Turku, Finland",
      people: ["Aino Salo", "Bo Ek"],
      takenAt: "2026-02-03T10:11",
      language: "sv-FI",
      keywords: ["ferry", "Harbour, ice"],
      copyrightNotice: "© 2026 Nordpress",
      licence: "https://creativecommons.org/licenses/by/4.0/",
      usageTerms: "Editorial use only",
      restrictions: "Not for covers",
    });
  });

  test.each(["utf8", "latin1"] as const)("is read from IPTC in %s", (encoding) => {
    const fields: Record<number, string | string[]> = {
      25: ["färja", "hamn"],
      40: "Inte för omslag",
      55: "20260203",
      60: "101112+0200",
      80: "Zoë Ålund",
      90: "Åbo",
      101: "Finland",
      110: "Nordpress",
      115: "Bildbyrån",
      116: "© Nordpress",
      120: "Färjan går",
      135: "sv",
    };
    const encoded = Object.fromEntries(
      Object.entries(fields).map(([id, value]) => [id, [value].flat().map((text) => Buffer.from(text, encoding))]),
    );
    expect(embeddedText(withIptc(jpeg, encoded, encoding === "utf8"))).toMatchObject({
      caption: "Färjan går",
      credit: "Zoë Ålund/Nordpress",
      creator: "Zoë Ålund",
      agency: "Nordpress",
      source: "Bildbyrån",
      place: "Åbo, Finland",
      takenAt: "2026-02-03T10:11",
      language: "sv",
      keywords: ["färja", "hamn"],
      copyrightNotice: "© Nordpress",
      restrictions: "Inte för omslag",
    });
  });

  test("that a camera wrote is taken where nobody said otherwise, in the encoding it is in", async () => {
    const exif = {
      IFD0: { Artist: "Zo~~ ~~lund", Copyright: "Zo~~ ~~lund 2025" },
      IFD2: { DateTimeOriginal: "2025:01:02 03:04:05" },
    };
    // sharp writes ASCII alone: what a camera's owner is called is put in afterwards.
    const written = (await picture(40, 30).withExif(exif).jpeg().toBuffer()).toString("latin1");
    const named = written.replaceAll("Zo~~ ~~lund", Buffer.from("Zoë Ålund").toString("latin1"));
    expect(embeddedText(Buffer.from(named, "latin1"))).toMatchObject({
      creator: "Zoë Ålund",
      credit: "Zoë Ålund",
      copyrightNotice: "Zoë Ålund 2025",
      takenAt: "2025-01-02T03:04",
    });
  });

  test.each([
    ["<xmpRights:WebStatement>https://a.example/</xmpRights:WebStatement>", "https://a.example/"],
    [
      `<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorURL>https://b.example/</plus:LicensorURL>
       </rdf:li></rdf:Seq></plus:Licensor>`,
      "https://b.example/",
    ],
  ])("of a licence is read wherever it stands", async (properties, licence) => {
    expect(embeddedText(await withXmp(properties)).licence).toBe(licence);
  });

  test("of a place is read from its structure where there are no plain ones", async () => {
    const bytes = await withXmp(
      `<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:City>Oslo</Iptc4xmpExt:City>
       <Iptc4xmpExt:CountryName>Norway</Iptc4xmpExt:CountryName></rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>`,
    );
    expect(embeddedText(bytes).place).toBe("Oslo, Norway");
  });
});

test("where a camera stood is never read", async () => {
  const bytes = await picture(40, 30)
    .withExif({
      IFD0: { Artist: "Jo" },
      IFD3: { GPSLatitude: "60/1 10/1 0/1", GPSLatitudeRef: "N", GPSLongitude: "25/1 0/1 0/1", GPSLongitudeRef: "E" },
    })
    .withXmp(xmp("<exif:GPSLatitude>60,10N</exif:GPSLatitude><exif:GPSLongitude>25,0E</exif:GPSLongitude>"))
    .jpeg()
    .toBuffer();
  const found = embeddedText(bytes);
  expect(found).toMatchObject({ place: "", people: [], keywords: [] });
  expect(JSON.stringify(found)).not.toMatch(/60|25/);
});

test.each(["2026-13-01", "0000-00-00T00:00:00", "2026:02:30 10:00:00", "yesterday", "20260203T10:99"])(
  "%s is no time at which a picture was taken",
  async (time) => {
    const bytes = await withXmp(`<photoshop:DateCreated>${time}</photoshop:DateCreated>`);
    expect([null, "2026-02-03"]).toContain(embeddedText(bytes).takenAt);
  },
);

test("what is too long or too much is cut", async () => {
  const many = Array.from({ length: 80 }, (_, index) => `${index} ${"word ".repeat(20)}`);
  const bytes = await withXmp(
    `${bag("dc:subject", many)}${bag("Iptc4xmpExt:PersonInImage", many)}<photoshop:City>${"x".repeat(5000)}</photoshop:City>
     ${said("xmpRights:UsageTerms", "y ".repeat(2000))}`,
  );
  const found = embeddedText(bytes);
  expect(found.keywords).toHaveLength(MAX_KEYWORDS);
  expect(found.keywords.every((keyword) => keyword.length <= MAX_KEYWORD)).toBe(true);
  expect(found.people).toHaveLength(MAX_PEOPLE);
  expect(found.place.length).toBeLessThanOrEqual(MAX_NAME);
  expect(found.usageTerms.length).toBeLessThanOrEqual(MAX_TERMS);
});

test("broken fields, and bytes turned over anywhere in them, throw nothing", async () => {
  const whole = withIptc(await withXmp(bag("dc:subject", ["a", "b"])), { 120: Buffer.from("A caption") });
  for (let at = 0; at < Math.min(whole.length, 3000); at += 7) {
    const broken = Buffer.from(whole);
    broken[at] = (broken[at] ?? 0) ^ 0xff;
    expect(() => embeddedText(broken)).not.toThrow();
  }
  expect(embeddedText(Buffer.alloc(0)).keywords).toEqual([]);
});

test("an upload keeps all of it, and its keywords", async () => {
  const reporter = await makeStaff({ role: "reporter" });
  const bytes = await withXmp(
    `${bag("dc:subject", ["ferry", "harbour"])}<photoshop:City>Turku</photoshop:City>
     ${said("dc:rights", "© Nordpress")}${bag("Iptc4xmpExt:PersonInImage", ["Aino Salo"])}`,
  );
  const { id } = await uploadAsset(reporter, { filename: "a.jpg", bytes });
  const [asset] = await db().select().from(assets).where(eq(assets.id, id));
  expect(asset).toMatchObject({ place: "Turku", copyrightNotice: "© Nordpress", people: ["Aino Salo"], licence: "" });
  const keywords = await db().select().from(assetKeywords).where(eq(assetKeywords.assetId, id));
  expect(keywords.map(({ keyword }) => keyword).sort()).toEqual(["ferry", "harbour"]);
});
